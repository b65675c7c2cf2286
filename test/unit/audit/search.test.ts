import { describe, expect, it } from 'vitest';
import { says } from '../../../utils/audit/export/words.ts';
import { findingsOf } from '../../../utils/audit/findings.ts';
import { type FindingFilter, indexed, type SortKey, select } from '../../../utils/audit/search.ts';
import { SEVERITIES } from '../../../utils/audit/severity.ts';
import { figuresOf, sharedFindings, storeTrends } from '../../../utils/audit/stores.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { READY, storeWith } from '../features/support.ts';
import { auditOf, batchOf, idOf, minute, seen, toy } from './support.ts';

const store = storeWith({ ...READY, 'store.positiveRatingPct': '90' });
const UNMARKED = { 'product.marks': [] };
const audit = auditOf([
  batchOf(
    seen([1, 2], { number: 2, titles: { 1: '积木 Ｂig', 2: 'Puzzle' } }),
    [toy(1, UNMARKED), toy(2, { ...UNMARKED, 'product.destinations': ['FR'] })],
    store,
  ),
  batchOf(
    seen([3], { number: 1, at: minute(1), titles: { 3: 'Ball 10' } }),
    [toy(3, { 'product.marks': null, 'product.destinations': ['DE', 'CA'] })],
    store,
  ),
]);
const t = translator('en');
const index = indexed(findingsOf(audit), (finding) => says(finding, audit, t));

const idsOf = (filter?: FindingFilter, sort?: SortKey, descending?: boolean): string[] =>
  select(index, filter, sort, descending).map((place) => index.findings[place]?.id ?? '');

const CE = (number: number) => `eu.ce/${idOf(number)}`;
const UKCA = (number: number) => `gb.ce-or-ukca/${idOf(number)}`;

describe('the findings table', () => {
  it('has the worst first', () => {
    const ids = idsOf();
    expect(ids.slice(0, 4)).toEqual(['merge.positive-rating/store', CE(1), CE(2), UKCA(1)]);
    expect(ids).toHaveLength(index.findings.length);
  });

  it.each<[FindingFilter, string[]]>([
    [{ severity: 'high', country: 'FR' }, [CE(2)]],
    [{ rule: 'eu.ce' }, [CE(1), CE(2), CE(3)]],
    [{ programme: 'merge', severity: 'critical' }, ['merge.positive-rating/store']],
    [{ country: 'CA' }, [`labels/${idOf(3)}`]],
    [{ group: 'EU27', severity: 'open' }, [CE(3)]],
    [{ text: '积木 big' }, [CE(1), UKCA(1)]],
    [{ text: idOf(2) }, [CE(2)]],
    [{ text: 'ce mark puzzle' }, [CE(2)]],
    [{ text: 'no rule ball' }, [`labels/${idOf(3)}`]],
  ])('is filtered by %o', (filter, expected) => {
    expect(idsOf(filter)).toEqual(expected);
  });

  it('is sorted by product, page, rule and time, either way', () => {
    const ofProducts = { group: 'EU27' };
    // As Chinese lists are sorted: 积木 before Ball before Puzzle.
    expect(idsOf(ofProducts, 'product')).toEqual([CE(1), CE(3), CE(2)]);
    expect(idsOf(ofProducts, 'product', true)).toEqual([CE(2), CE(3), CE(1)]);
    expect(idsOf(ofProducts, 'page')).toEqual([CE(3), CE(1), CE(2)]);
    expect(idsOf({ severity: 'high' }, 'rule')).toEqual([CE(1), CE(2), UKCA(1)]);
    expect(idsOf(ofProducts, 'seen', true)[0]).toBe(CE(3));
  });
});

describe('many stores', () => {
  const figures = (channelId: string, startedAt: string, records: ReturnType<typeof toy>[]) => {
    const rows = seen([1, 2], { at: startedAt, channelId });
    return figuresOf({ ...auditOf([]), ...batchAudit(channelId, startedAt, batchOf(rows, records)) });
  };
  const batchAudit = (channelId: string, startedAt: string, batch: ReturnType<typeof batchOf>) => ({
    ...auditOf([{ ...batch, channelId: '21900' }]),
    id: `${channelId}/${startedAt}`,
    channelId,
    startedAt,
    endedAt: startedAt,
  });
  const all = [
    figures('1', minute(50), [toy(1), toy(2)]),
    figures('2', minute(40), [toy(1, UNMARKED), toy(2, UNMARKED)]),
    figures('1', minute(10), [toy(1, UNMARKED), toy(2)]),
    figures('3', minute(30), [toy(1, UNMARKED), toy(2)]),
  ];

  it('are as bad as their latest audit that is over: what one that runs has yet to see is not mended', () => {
    const running = { ...figures('2', minute(60), [toy(1), toy(2)]), endedAt: null };
    const trends = storeTrends([running, ...all]);
    expect(trends.map(({ channelId }) => channelId)).toEqual(['2', '3', '1']);
    expect(trends[0]).toMatchObject({ latest: { id: running.id }, counted: { id: `2/${minute(40)}` } });
    expect(trends[0]?.series).toHaveLength(1);
    expect(sharedFindings(trends)).toEqual(sharedFindings(storeTrends(all)));
    const [first] = storeTrends([running]);
    expect(first).toMatchObject({ counted: { id: running.id }, series: [] });
  });

  it('are sorted by how bad their latest audit is, each with its earlier ones', () => {
    const trends = storeTrends(all);
    expect(trends.map(({ channelId }) => channelId)).toEqual(['2', '3', '1']);
    expect(trends.at(-1)?.series.map(({ bySeverity }) => bySeverity.high)).toEqual([2, 0]);
  });

  it('show what the latest audits have in common', () => {
    const ce = sharedFindings(storeTrends(all)).find(({ rule }) => rule === 'eu.ce');
    expect(ce).toEqual({ rule: 'eu.ce', chip: 'labels', severity: 'high', stores: { 2: 2, 3: 1 }, count: 3 });
  });

  it('show the worst that they have in common first, and of that what most stores have', () => {
    const shared = sharedFindings(storeTrends(all));
    const worst = shared.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(worst).toEqual(worst.toSorted((a, b) => a - b));
    const open = shared
      .filter(({ severity }) => severity === 'open')
      .map(({ stores }) => Object.keys(stores).length);
    expect(open).toEqual(open.toSorted((a, b) => b - a));
    expect(new Set(worst).size).toBeGreaterThan(1);
  });
});
