import { describe, expect, it, vi } from 'vitest';
import { findingsOf } from '../../../../utils/audit/findings.ts';
import { muteOf } from '../../../../utils/audit/work.ts';
import { READY, storeWith } from '../../features/support.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, seen, toy } from '../support.ts';
import { ALL, deskWith, keep } from './support.ts';

const UNMARKED = { 'product.marks': [] };
const store = storeWith({ ...READY, 'store.positiveRatingPct': '90' });
const FIRST = batchOf(seen([1, 2], { titles: { 1: '积木' } }), [toy(1, UNMARKED), toy(2)], store);
const SECOND = batchOf(seen([3], { number: 2, at: minute(1) }), [toy(3, UNMARKED)], store);
const CE = (number: number): string => `eu.ce/${idOf(number)}`;

const findings = findingsOf(auditOf([FIRST, SECOND]));
const ce = findings.find(({ id }) => id === CE(1));
if (!ce) throw new Error('no finding');
const mute = muteOf(ce, { at: minute(2), name: '王芳', reason: 'on its way', expires: minute(100) });

/** The ids of the chosen lines. */
const idsOf = async (desk: ReturnType<typeof deskWith>['desk']): Promise<string[]> =>
  (await desk.lines(0, 1000)).map(({ id }) => id);

describe('an audit that is opened', () => {
  it('says what it is about, in the language asked for', async () => {
    const { audits, desk } = deskWith();
    const id = await keep(audits, [FIRST, SECOND]);
    const view = await desk.open(id, 'en');
    expect(view?.entry).toEqual({
      id,
      channelId: CHANNEL,
      name: '玩具旗舰店',
      startedAt: minute(0),
      endedAt: minute(59),
      products: 3,
      isReceived: false,
      fault: null,
    });
    expect(view?.summary).toMatchObject({ findings: findings.length, coverage: { pagesMissing: [3] } });
    expect(view?.ruleTexts['eu.ce']).toMatch(/CE mark/);
    const chinese = await desk.open(id, 'zh_CN');
    expect(chinese?.ruleTexts['eu.ce']).toMatch(/CE/);
    expect(chinese?.ruleTexts['eu.ce']).not.toEqual(view?.ruleTexts['eu.ce']);
    expect((await desk.audits()).map((entry) => entry.id)).toEqual([id]);
  });

  it('offers as filters what there is, each with how many lines it leaves', async () => {
    const { audits, desk } = deskWith();
    const view = await desk.open(await keep(audits, [FIRST, SECOND]), 'en');
    const { rule = [], programme = [], country = [], group = [] } = view?.choices ?? {};
    for (const [key, choices] of Object.entries({ rule, programme, country, group })) {
      expect(choices.length, key).toBeGreaterThan(0);
      for (const { id, count } of choices) {
        expect(await desk.select({ ...ALL, filter: { [key]: id } }), `${key} ${id}`).toBe(count);
      }
      expect(choices.map(({ count }) => count)).toEqual(
        choices.map(({ count }) => count).toSorted((a, b) => b - a),
      );
    }
    expect(country.map(({ text }) => text)).toContain('Germany');
    expect(group.map(({ text }) => text)).toEqual(['European Union (27)']);
    expect(programme.map(({ id }) => id)).toContain('merge');
  });

  it('names products of earlier audits that it has not come across, and what it can be compared with', async () => {
    const { audits, desk } = deskWith();
    const earlier = await keep(audits, [batchOf(seen([1, 9]))], minute(-50_000), minute(-49_000));
    const later = await keep(audits, [FIRST]);
    const view = await desk.open(later, 'en');
    expect(view?.summary.coverage.notSeen.map(({ productId }) => productId)).toEqual([idOf(9)]);
    expect(view?.others.map(({ id }) => id)).toEqual([earlier]);
    const first = await desk.open(earlier, 'en');
    expect(first?.summary.coverage.notSeen).toEqual([]);
    expect(first?.others.map(({ id }) => id)).toEqual([later]);
  });

  it('counts what is muted among all, and brings it back when the mute ends', async () => {
    const { audits, work, desk } = deskWith();
    const id = await keep(audits, [FIRST, SECOND]);
    const before = await desk.open(id, 'en');
    await work.change(CHANNEL, (said) => ({ ...said, mutes: { [CE(1)]: mute } }));
    const after = await desk.open(id, 'en');
    expect(after?.summary.findings).toBe(before?.summary.findings);
    expect(after?.summary.bySeverity).toEqual(before?.summary.bySeverity);
    expect(after?.summary.byState.muted).toBe(1);
    expect(await desk.select({ ...ALL, filter: { state: 'muted' } })).toBe(1);
    expect(await desk.lines(0, 9)).toMatchObject([{ id: CE(1), state: 'muted' }]);
    expect(await desk.select(ALL)).toBe(findings.length);

    const late = deskWith(minute(101));
    const other = await keep(late.audits, [FIRST]);
    await late.work.change(CHANNEL, (said) => ({ ...said, mutes: { [CE(1)]: mute } }));
    expect((await late.desk.open(other, 'en'))?.summary.byState.muted).toBe(0);
  });

  it('is brought up to date with what was collected since; the same lines stay chosen', async () => {
    const { audits, desk } = deskWith();
    const id = await keep(audits, [FIRST], minute(0), null);
    await desk.open(id, 'en');
    const asked = { ...ALL, filter: { rule: 'eu.ce' } };
    expect(await desk.select(asked)).toBe(1);
    await audits.collect(CHANNEL, async () => SECOND);
    expect(await idsOf(desk)).toEqual([CE(1)]);
    expect((await desk.open(id, 'en'))?.entry.products).toBe(3);
    expect(await idsOf(desk)).toEqual([CE(1), CE(3)]);
  });

  it('is read once for several who ask at once, and not again while nothing is new', async () => {
    const { audits, desk } = deskWith();
    const id = await keep(audits, [FIRST]);
    const read = vi.spyOn(audits, 'read');
    const views = await Promise.all([desk.open(id, 'en'), desk.open(id, 'en'), desk.open(id, 'en')]);
    await desk.open(id, 'zh_CN');
    expect(read).toHaveBeenCalledTimes(1);
    expect(views[2]).toEqual(views[0]);
  });
});

describe('what comes in another order', () => {
  const two = async () => {
    const made = deskWith();
    const one = await keep(made.audits, [FIRST]);
    const other = await keep(made.audits, [SECOND], minute(70), minute(80));
    return { ...made, one, other };
  };

  it('another audit that is opened while one is read: the last one counts, and each asker has their own', async () => {
    const { audits, desk, one, other } = await two();
    const read = audits.read.bind(audits);
    const { promise: wait, resolve: go } = Promise.withResolvers<void>();
    vi.spyOn(audits, 'read').mockImplementationOnce(async (id) => {
      await wait;
      return read(id);
    });
    const slow = desk.open(one, 'en');
    // What is asked before the other audit is there is asked of it.
    const [quick, count] = await Promise.all([desk.open(other, 'en'), desk.select(ALL)]);
    expect(quick?.entry.id).toBe(other);
    go();
    expect((await slow)?.entry.id).toBe(one);
    expect(await idsOf(desk)).toContain(CE(3));
    expect(await idsOf(desk)).not.toContain(CE(1));
    expect(await idsOf(desk)).toHaveLength(count);
  });

  it('an audit of which something else was chosen begins with all its lines', async () => {
    const { desk, one, other } = await two();
    const all = (await desk.open(other, 'en'))?.summary.findings;
    await desk.open(one, 'en');
    await desk.select({ ...ALL, filter: { text: '积木' } });
    await desk.open(other, 'en');
    expect(await idsOf(desk)).toHaveLength(all ?? 0);
  });

  it('lines beyond the end, a finding that is not there, and questions before anything is open', async () => {
    const { desk, one } = await two();
    expect(await desk.select(ALL)).toBe(0);
    expect(await desk.lines(0, 10)).toEqual([]);
    expect(await desk.card(CE(1))).toBeUndefined();
    expect(await desk.matrix()).toEqual({ labels: [], countries: [], cells: [], notCovered: [] });
    expect(await desk.difference(one)).toBeUndefined();
    expect(await desk.changes(null, 0, 10)).toEqual({ count: 0, lines: [] });
    await expect(desk.export('csv', () => undefined)).rejects.toThrow('No audit is open');

    await desk.open(one, 'en');
    const count = await desk.select(ALL);
    expect(await desk.lines(count - 1, count + 50)).toHaveLength(1);
    expect(await desk.lines(count + 1, count + 50)).toEqual([]);
    expect(await desk.placeOf('nothing')).toBe(-1);
    expect(await desk.card('nothing')).toBeUndefined();
  });

  it('an audit that is deleted meanwhile is gone when it is opened again', async () => {
    const { audits, desk, one, other } = await two();
    await desk.open(one, 'en');
    await audits.delete(one);
    expect(await idsOf(desk)).toContain(CE(1));
    expect(await desk.open(one, 'en')).toBeUndefined();
    expect(await desk.lines(0, 10)).toEqual([]);
    expect((await desk.open(other, 'en'))?.others).toEqual([]);
  });

  it('an audit that could not be read is not answered from the one before it', async () => {
    const { audits, desk, one, other } = await two();
    await desk.open(one, 'en');
    vi.spyOn(audits, 'read').mockRejectedValueOnce(new Error('the disk'));
    await expect(desk.open(other, 'en')).rejects.toThrow('the disk');
    expect(await desk.lines(0, 10)).toEqual([]);
    expect((await desk.open(other, 'en'))?.entry.id).toBe(other);
  });
});
