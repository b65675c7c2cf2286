import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, findingsOf } from '../../../../utils/audit/findings.ts';
import { SEVERITIES } from '../../../../utils/audit/severity.ts';
import { muteOf, stateOf, type Work, type WorkState } from '../../../../utils/audit/work.ts';
import { READY, storeWith } from '../../features/support.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, pack, seen, toy } from '../support.ts';
import { ALL, deskWith, keep } from './support.ts';

const NOW = minute(60);
const NUMBERS = Array.from({ length: 24 }, (_, index) => index + 1);
const MARKS = [['CE', 'UKCA'], [], null];
const COUNTRIES = [
  ['DE', 'GB'],
  ['FR', 'CA'],
  ['DE', 'FR', 'GB', 'KR'],
];
const batch = batchOf(
  seen(NUMBERS, {
    size: 24,
    titles: Object.fromEntries(NUMBERS.map((each) => [each, `积木 Set ${each} Ｂig <${each % 5}>`])),
  }),
  NUMBERS.map((each) =>
    toy(each, { 'product.marks': MARKS[each % 3], 'product.destinations': COUNTRIES[each % 4] }),
  ),
  storeWith({ ...READY, 'store.positiveRatingPct': '90' }),
);
const audit = auditOf([batch]);
const findings = findingsOf(audit);

const SAID = { at: minute(5), name: '王芳' };
const byId = <T>(each: number, value: (finding: Finding) => T): Record<string, T> =>
  Object.fromEntries(findings.filter((_, index) => index % 7 === each).map((one) => [one.id, value(one)]));
const work: Work = {
  version: 1,
  mutes: byId(1, (one) => muteOf(one, { ...SAID, reason: 'known', expires: minute(100) })),
  notes: byId(2, () => ({ ...SAID, text: '证书在路上' })),
  done: { ...byId(3, () => SAID), ...byId(4, () => ({ ...SAID, at: minute(-5) })) },
};

const opened = (async () => {
  const { audits, work: kept, desk } = deskWith(NOW);
  await kept.change(CHANNEL, () => work);
  await desk.open(await keep(audits, [batch]), 'en');
  return desk;
})();

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What a finding says of itself, as somebody reads it who looks for words. */
const searched = ({ rule, product, store, channelId }: Finding): string =>
  plain(
    [
      product?.title ?? '',
      product?.productId ?? '',
      rule ?? '',
      (rule !== null && audit.rules[rule]?.text.en) || 'No rule of the pack decides this',
      store,
      channelId,
    ].join('\n'),
  );

const filters = fc.record(
  {
    severity: fc.constantFrom(...SEVERITIES),
    state: fc.constantFrom<WorkState>('open', 'muted', 'done', 'again'),
    rule: fc.constantFrom('eu.ce', 'gb.ce-or-ukca', 'merge.positive-rating', 'nothing'),
    programme: fc.constantFrom('merge', 'semi'),
    country: fc.constantFrom('DE', 'FR', 'CA', 'KR', 'US'),
    group: fc.constantFrom('EU27', 'GSO'),
    text: fc.constantFrom('积木', 'big', 'Set 1', 'ce MARK', idOf(7), '<3>', '玩具', 'no rule', '  set   2 '),
  },
  { requiredKeys: [] },
);

type Filter = typeof filters extends fc.Arbitrary<infer T> ? T : never;

/** The filter said once more, finding by finding. */
function isAsked(finding: Finding, filter: Filter): boolean {
  const { severity, state, rule, programme, country, group, text } = filter;
  const words = plain(text ?? '').split(' ');
  return (
    (!severity || finding.severity.id === severity) &&
    (!state || stateOf(finding, work, NOW) === state) &&
    (!rule || finding.rule === rule) &&
    (!programme || finding.programme === programme) &&
    (!country || finding.countries.includes(country)) &&
    (!group || (finding.rule ? (audit.rules[finding.rule]?.groups.includes(group) ?? false) : false)) &&
    words.every((word) => searched(finding).includes(word))
  );
}

describe('the lines of the table', () => {
  it('are those findings that a filter asks for, none else, the worst first', async () => {
    const desk = await opened;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = findings.filter((finding) => isAsked(finding, filter)).map(({ id }) => id);
        expect(await desk.select({ ...ALL, filter })).toBe(expected.length);
        expect((await desk.lines(0, 1000)).map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same ones in whatever order, each where it is said to stand, piece by piece', async () => {
    const desk = await opened;
    const sorts = fc.constantFrom('worst', 'product', 'page', 'rule', 'seen' as const);
    await fc.assert(
      fc.asyncProperty(filters, sorts, fc.boolean(), async (filter, sort, descending) => {
        const count = await desk.select({ filter, sort, descending });
        const pieces = [await desk.lines(0, 5), await desk.lines(5, 12), await desk.lines(12, count)];
        const ids = pieces.flat().map(({ id }) => id);
        const expected = findings.filter((finding) => isAsked(finding, filter)).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(expected.toSorted());
        const last = ids.at(-1);
        if (last) expect(await desk.placeOf(last)).toBe(count - 1);
      }),
      { numRuns: 100 },
    );
  });

  it('say what is wrong, of what, where on the list, and how far work on it is', async () => {
    const desk = await opened;
    const [muted] = Object.keys(work.mutes);
    await desk.select(ALL);
    const [line] = await desk.lines(await desk.placeOf(muted ?? ''), 1000);
    expect(line).toMatchObject({ id: muted, state: 'muted', hasNote: false, page: 1 });
    const [noted] = Object.keys(work.notes);
    const [other] = await desk.lines(await desk.placeOf(noted ?? ''), 1000);
    expect(other).toMatchObject({ id: noted, state: 'open', hasNote: true });
    await desk.select({ ...ALL, filter: { rule: 'merge.positive-rating' } });
    expect(await desk.lines(0, 2)).toEqual([
      {
        id: 'merge.positive-rating/store',
        severity: 'critical',
        severityText: 'Critical',
        says: pack.rules.find(({ id }) => id === 'merge.positive-rating')?.text.en,
        title: '',
        productId: null,
        page: null,
        position: null,
        programme: 'merge service',
        countries: [],
        state: 'open',
        hasNote: false,
        seenAt: minute(0),
      },
    ]);
  });
});
