import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byUrgency, covers } from '../../../utils/alerts/alert.ts';
import { isSnoozed, MOST_DAYS, type Snooze, snoozeEnd, withSnooze } from '../../../utils/alerts/snooze.ts';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import { storeWith } from '../features/support.ts';
import { alertsOf } from './support.ts';

const AT = '2026-11-22T08:00:00.000Z';
const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.parse(AT) + days * DAY_MS).toISOString();

const snooze = (until: string | null, stage = '7'): Snooze => ({ stage, at: AT, until });
const isQuiet = (chosen: Snooze, now: string, stage = '7'): boolean =>
  isSnoozed({ a: chosen }, { id: 'a', stage }, now);

describe('a snooze', () => {
  it('quiets its alert until it ends, and no other', () => {
    const chosen = snooze(inDays(1));
    expect([isQuiet(chosen, AT), isQuiet(chosen, inDays(0.99)), isQuiet(chosen, inDays(1))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isSnoozed({ a: chosen }, { id: 'b', stage: '7' }, AT)).toBe(false);
    expect(isSnoozed({}, { id: 'constructor', stage: '7' }, AT)).toBe(false);
  });

  it('ends with its stage, and covers the stages before it', () => {
    const chosen = snooze(null);
    expect(isQuiet(chosen, AT, '14')).toBe(true);
    expect(isQuiet(chosen, AT, '1')).toBe(false);
    expect(isQuiet(chosen, AT, 'ended')).toBe(false);
    expect(covers('missing', 'shared')).toBe(false);
    expect(covers('crossed', 'near')).toBe(false);
  });

  it('ends after 31 days, whatever was chosen', () => {
    for (const chosen of [snooze(null), snooze(inDays(400))]) {
      expect(isQuiet(chosen, inDays(MOST_DAYS - 0.01))).toBe(true);
      expect(isQuiet(chosen, inDays(MOST_DAYS))).toBe(false);
    }
  });

  it('of a time to come counts no more: the clock was set back', () => {
    expect(isQuiet(snooze(null), inDays(-0.01))).toBe(false);
    expect(withSnooze({ a: { ...snooze(null), at: inDays(9) } }, 'b', snooze(null), AT)).toEqual({
      b: snooze(null),
    });
  });

  it('takes the place of the last, also when it is chosen twice, and those that are over go', () => {
    const kept = { a: snooze(inDays(1)), over: { ...snooze(null), at: inDays(-40) } };
    const once = withSnooze(kept, 'a', snooze(inDays(3)), AT);
    expect(once).toEqual({ a: snooze(inDays(3)) });
    expect(withSnooze(once, 'a', snooze(inDays(3)), AT)).toEqual(once);
  });

  it('of days ends as a day begins in China', () => {
    expect(snoozeEnd(1, AT)).toBe('2026-11-22T16:00:00.000Z');
    expect(snoozeEnd(7, '2026-11-22T16:00:00.000Z')).toBe('2026-11-29T16:00:00.000Z');
  });

  it('never quiets for longer than 31 days, nor before it was chosen', () => {
    const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.option(time, { nil: null }), time, (at, until, now) => {
        const chosen = { stage: '7', at: at.toISOString(), until: until?.toISOString() ?? null };
        const passed = now.getTime() - at.getTime();
        if (isQuiet(chosen, now.toISOString())) {
          expect(passed).toBeGreaterThanOrEqual(0);
          expect(passed).toBeLessThan(MOST_DAYS * DAY_MS);
        }
      }),
    );
  });
});

describe('alerts as days pass', () => {
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const PATHS = ['fullApplied', 'mergeApplied', 'mergeFileComplete', 'exitSubmitted', 'refundApproved'].map(
    (name) => `dates.${name}` as FieldPath,
  );

  it('never vanish by time alone; only a bill that came and a month that closed do', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PATHS, 'dates.tokenIssued' as const),
        day,
        day,
        day,
        (path, began, a, b) => {
          const record = storeWith({
            [path]: began,
            'store.fulfilmentRatePct': '98.3',
            'pool.month': began.slice(0, 7),
          });
          const [earlier, later] = a < b ? [a, b] : [b, a];
          const ids = alertsOf(record, later).map(({ id }) => id);
          const gone = alertsOf(record, earlier).filter(({ id }) => !ids.includes(id));
          expect(gone.filter(({ kind }) => kind !== 'bill')).toEqual([]);
          for (const alert of gone) expect(alert.kind === 'bill' && alert.latest < later).toBe(true);
        },
      ),
    );
  });

  it('grow no less urgent', () => {
    const record = storeWith({ 'dates.tokenIssued': '2026-08-24' });
    const days = Array.from({ length: 20 }, (_, index) => `2026-11-${10 + index}`);
    const stages = days.flatMap((date) => alertsOf(record, date).map(({ stage }) => stage));
    expect([...new Set(stages)]).toEqual(['14', '7', '1', 'ended']);
  });

  it('come worst first, then soonest', () => {
    const record = storeWith({
      'dates.tokenIssued': '2026-09-01',
      'dates.fullApplied': '2026-11-02',
      'pool.month': '2026-10',
      'store.fulfilmentRatePct': '98.3',
    });
    const kinds = (date: string) =>
      alertsOf(record, date)
        .toSorted(byUrgency)
        .map(({ kind }) => kind);
    expect(kinds('2026-11-08')).toEqual(['bill', 'bar']);
    expect(kinds('2026-11-29')).toEqual(['review', 'token', 'bar']);
  });
});
