import { describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../../utils/audit/desk/desk.ts';
import { findingsOf } from '../../../../utils/audit/findings.ts';
import { muteOf, NO_WORK, type Work } from '../../../../utils/audit/work.ts';
import type { Pack } from '../../../../utils/rules/pack.ts';
import { READY, storeWith } from '../../features/support.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, pack, seen, toy } from '../support.ts';
import { ALL, deskWith, keep } from './support.ts';

const UNMARKED = { 'product.marks': [] };
const RATED = storeWith({ ...READY, 'store.positiveRatingPct': '90' });
const CE = (number: number): string => `eu.ce/${idOf(number)}`;

const BEFORE = batchOf(seen([1, 2, 3, 4], { at: minute(-9000) }), [
  toy(1),
  toy(2, UNMARKED),
  toy(3, UNMARKED),
  toy(4, { ...UNMARKED, 'product.destinations': ['DE', 'GB'] }),
]);
const AFTER = batchOf(seen([1, 2, 4, 5], { titles: { 1: '积木' } }), [
  toy(1, UNMARKED),
  toy(2),
  toy(4, { ...UNMARKED, 'product.destinations': ['DE', 'FR'] }),
  toy(5, UNMARKED),
]);

async function opened(batch = AFTER, language: 'en' | 'zh_CN' = 'en') {
  const made = deskWith();
  const earlier = await keep(made.audits, [BEFORE], minute(-9000), minute(-8990));
  const id = await keep(made.audits, [batch]);
  await made.desk.open(id, language);
  return { ...made, earlier, id };
}

describe("a finding's card", () => {
  const EXPIRING = toy(6, { ...UNMARKED, 'product.expiries': [{ what: 'CE ABC', on: '2026-12-10' }] });
  const batch = batchOf(
    seen([1, 6, 7]),
    [toy(1, UNMARKED), EXPIRING, toy(7, { 'product.marks': null })],
    RATED,
  );

  it('has the proof: sentence, document, date, values with origin and time, pack', async () => {
    const { desk } = await opened(batch);
    const card = await desk.card(CE(1));
    expect(card).toMatchObject({
      rule: 'eu.ce',
      verdict: 'fail',
      severityText: 'High',
      says: pack.labels.find(({ id }) => id === 'eu.ce')?.text.en,
      packVersion: pack.version,
      groups: ['European Union (27)'],
      countries: ['DE'],
      countryNames: ['Germany'],
      missing: [],
      mute: null,
      note: null,
      done: null,
    });
    expect(card?.confidence).not.toBe('');
    expect(card?.evidence.length).toBeGreaterThan(0);
    for (const { quote, lang, origin } of card?.evidence ?? []) {
      expect(lang).toBe(/\p{Script=Han}/u.test(quote) ? 'zh-CN' : 'en');
      expect(origin).toMatch(/ · (undated|\d{4}-\d\d-\d\d)/);
    }
    const marks = card?.values.find(({ name }) => name === 'Marks on the label');
    expect(marks?.value).toBe('none');
    expect(marks?.origin).toMatch(/^products\.csv · .*2026/);
  });

  it('says what is to be found out, and where', async () => {
    const { desk } = await opened(batch);
    const [missing] = (await desk.card(CE(7)))?.missing ?? [];
    expect(missing?.name).toBe('Marks on the label');
    expect(missing?.where).toMatch(/Publish\/edit page/);
  });

  it('names what ends, and needs no rule for it', async () => {
    const { desk } = await opened(batch, 'zh_CN');
    const card = await desk.card(`ends:CE ABC/${idOf(6)}`);
    expect(card).toMatchObject({ rule: null, evidence: [], confidence: '', programme: '' });
    expect(card?.says).toContain('CE ABC');
    expect(card?.says).toContain('2026-12-10');
  });

  it('says of what ended, on the card as in the list, that it did', async () => {
    const seenLater = batchOf(seen([6], { at: '2026-12-22T08:00:00.000Z' }), [EXPIRING]);
    for (const [language, text] of [
      ['en', 'CE ABC: ended on 2026-12-10'],
      ['zh_CN', 'CE ABC：已于2026-12-10到期'],
    ] as const) {
      const { desk } = await opened(seenLater, language);
      expect((await desk.card(`ends:CE ABC/${idOf(6)}`))?.says).toBe(text);
      expect((await desk.lines(0, 99)).map(({ says }) => says)).toContain(text);
      await desk.select({ ...ALL, filter: { text } });
      expect(await desk.lines(0, 99)).toHaveLength(1);
    }
  });

  it('says what people said of it; a mute that has ended is not on it', async () => {
    const { desk, work, id } = await opened(batch);
    const finding = findingsOf(auditOf([batch])).find((each) => each.id === CE(1));
    if (!finding) throw new Error('no finding');
    const said = { at: minute(1), name: '王芳' };
    const mute = { ...said, reason: 'on its way', expires: minute(61) };
    const all: Work = {
      ...NO_WORK,
      mutes: {
        [CE(1)]: muteOf(finding, mute),
        [CE(6)]: muteOf(finding, { ...mute, expires: minute(60) }),
      },
      notes: { [CE(1)]: { ...said, text: '<b>证书</b>' } },
      done: { [CE(6)]: said },
    };
    await work.change(CHANNEL, () => all);
    await desk.open(id, 'en');
    expect(await desk.card(CE(1))).toMatchObject({
      state: 'muted',
      mute,
      note: { ...said, text: '<b>证书</b>' },
    });
    expect(await desk.card(CE(6))).toMatchObject({ state: 'done', mute: null, done: said });
  });
});

describe('the matrix', () => {
  it('counts products label by label and country by country, with names', async () => {
    const batch = batchOf(seen([1, 2, 3]), [
      toy(1, { ...UNMARKED, 'product.destinations': ['DE', 'GB', 'CA'] }),
      toy(2, { 'product.destinations': ['DE', 'CA'] }),
      toy(3, { 'product.destinations': ['DE', 'BR', 'CA'] }),
    ]);
    const { desk } = await opened(batch);
    const { labels, countries, cells, notCovered } = await desk.matrix();
    const cell = (label: string, country: string) =>
      cells[labels.findIndex(({ id }) => id === label)]?.[countries.findIndex(({ id }) => id === country)];
    expect(countries).toEqual([
      { id: 'DE', name: 'Germany' },
      { id: 'GB', name: 'United Kingdom' },
    ]);
    expect(cell('eu.ce', 'DE')).toEqual({ pass: 2, fail: 1, unknown: 0 });
    expect(cell('gb.ce-or-ukca', 'GB')).toEqual({ pass: 0, fail: 1, unknown: 0 });
    expect(cell('eu.ce', 'GB')).toBeNull();
    expect(labels.find(({ id }) => id === 'eu.ce')?.text).toMatch(/CE mark/);
    expect(notCovered).toEqual([
      { id: 'CA', name: 'Canada', count: 3 },
      { id: 'BR', name: 'Brazil', count: 1 },
    ]);
  });
});

describe('the difference to an earlier audit', () => {
  it('is counted by kind, and every line says why in words', async () => {
    const { desk, earlier } = await opened();
    const difference = await desk.difference(earlier);
    expect(difference?.before.id).toBe(earlier);
    const { count, lines } = await desk.changes(null, 0, 100);
    expect(count).toBe(lines.length);
    for (const [kind, of] of Object.entries(difference?.counts ?? {})) {
      expect(of, kind).toBe(lines.filter((line) => line.kind === kind).length);
      expect(of, kind).toBeGreaterThan(0);
    }
    for (const { why } of lines) expect(why).not.toEqual([]);
    const of = (id: string) => lines.find((line) => line.id === id);
    expect(of(CE(1))).toMatchObject({ kind: 'new', title: '积木', what: [] });
    expect(of(CE(1))?.why[0]).toMatch(/^Marks on the label: CE, UKCA → none · products\.csv · .*2026/);
    expect(of(CE(2))).toMatchObject({ kind: 'gone', title: 'Toy 2' });
    expect(of(CE(2))?.why[0]).toMatch(/^Marks on the label: none → CE, UKCA · /);
    expect(of(CE(3))).toMatchObject({ kind: 'not-seen', productId: idOf(3) });
    expect(of(CE(3))?.why[0]).toMatch(/last seen on .*2026/);
    expect(of(CE(4))).toMatchObject({ kind: 'changed', what: ['Countries: DE → DE FR'] });
    expect(of(CE(4))?.why[0]).toMatch(/Germany, United Kingdom → Germany, France/);
    expect(of(CE(5))?.why).toEqual(['The earlier audit had not come across it']);
  });

  it('is asked for by kind, piece by piece, and speaks Chinese too', async () => {
    const { desk, earlier } = await opened(AFTER, 'zh_CN');
    const counts = (await desk.difference(earlier))?.counts;
    const gone = await desk.changes('gone', 0, 1);
    expect(gone).toMatchObject({ count: counts?.gone, lines: [{ kind: 'gone' }] });
    expect(gone.lines[0]?.why[0]).toMatch(/：无 → CE, UKCA · /);
    expect((await desk.changes('gone', 90, 99)).lines).toEqual([]);
  });

  it('is not made again while both are as they were, but says how far work on them is now', async () => {
    const { desk, audits, work, earlier, id } = await opened();
    const read = vi.spyOn(audits, 'read');
    const one = await desk.difference(earlier);
    await work.change(CHANNEL, (said) => ({ ...said, done: { [CE(1)]: { at: minute(9), name: '王芳' } } }));
    await desk.open(id, 'en');
    expect(await desk.difference(earlier)).toEqual(one);
    expect(read).toHaveBeenCalledTimes(1);
    const { lines } = await desk.changes('new', 0, 99);
    expect(lines.find((line) => line.id === CE(1))?.state).toBe('done');
    await audits.end(earlier, null);
    await audits.collect(CHANNEL, async () => batchOf(seen([1], { at: minute(3) }), [toy(1, UNMARKED)]));
    expect((await desk.difference(earlier))?.counts.new).toBe((one?.counts.new ?? 0) - 2);
  });

  it('says from which pack to which where the rules are others', async () => {
    const next: Pack = {
      ...pack,
      version: '2027.1.1',
      labels: pack.labels.map((label) =>
        label.id === 'eu.ce' ? { ...label, satisfiedBy: { kind: 'mark', anyOf: ['CE2'] } } : label,
      ),
    };
    const { desk, earlier } = await opened(batchOf(seen([1]), [toy(1)], undefined, next));
    await desk.difference(earlier);
    const { lines } = await desk.changes('new', 0, 9);
    expect(lines.find(({ id }) => id === CE(1))?.why).toEqual([`Rule pack: ${pack.version} → 2027.1.1`]);
  });

  it('says that what was to end has ended, and that only time has passed', async () => {
    const ending = [toy(1, { 'product.expiries': [{ what: 'CE ABC', on: '2026-12-10' }] })];
    const { audits, desk } = deskWith();
    const earlier = await keep(audits, [batchOf(seen([1]), ending)]);
    const later = batchOf(seen([1], { at: '2026-12-22T08:00:00.000Z' }), ending);
    await desk.open(await keep(audits, [later], '2026-12-22T08:00:00.000Z', null), 'en');
    await desk.difference(earlier);
    expect((await desk.changes(null, 0, 9)).lines).toMatchObject([
      {
        kind: 'changed',
        causes: ['time'],
        what: ['What it asks: CE ABC: holds until 2026-12-10 → CE ABC: ended on 2026-12-10'],
        why: ['Only time has passed: the values and the rules are the same'],
      },
    ]);
  });

  it('is none of an audit that is gone, nor of another than the open one', async () => {
    const { desk, audits, earlier, id } = await opened();
    await desk.difference(earlier);
    await desk.open(earlier, 'en');
    expect(await desk.changes(null, 0, 9)).toEqual({ count: 0, lines: [] });
    await desk.open(id, 'en');
    await audits.delete(earlier);
    expect(await desk.difference(earlier)).toBeUndefined();
    expect(await desk.changes(null, 0, 9)).toEqual({ count: 0, lines: [] });
  });
});

describe('the stores', () => {
  it('are shown with every audit of theirs, also one that runs; what was received is apart', async () => {
    const { audits, work, desk } = deskWith();
    await keep(audits, [BEFORE], minute(-9000), minute(-8990));
    await keep(audits, [AFTER], minute(0), null);
    await audits.receive({ ...auditOf([batchOf(seen([1]), [toy(1, UNMARKED)])]), id: 'sent' }, NO_WORK);
    // An audit that has come across nothing yet says nothing of its store, and least of all that all is well.
    await audits.start('777', '', minute(3));
    const { stores, shared } = await desk.stores('en');
    expect(stores.map(({ channelId, isReceived, series }) => [channelId, isReceived, series.length])).toEqual(
      [
        [CHANNEL, false, 1],
        [CHANNEL, true, 1],
      ],
    );
    expect(stores[0]?.latest).toMatchObject({ endedAt: null, products: 4 });
    expect(stores[0]?.counted).toMatchObject({ endedAt: minute(-8990) });
    const ce = shared.find(({ rule }) => rule === 'eu.ce');
    expect(ce).toMatchObject({ stores: { [CHANNEL]: 3 }, severity: 'high' });
    expect(ce?.text).toMatch(/CE mark/);
    const chinese = await new Desk({ audits, work }, () => minute(60)).stores('zh_CN');
    expect(chinese.shared.find(({ rule }) => rule === 'eu.ce')?.text).not.toBe(ce?.text);
    for (const { text } of chinese.shared) expect(text).not.toBe('');
  });
});
