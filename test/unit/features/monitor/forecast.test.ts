import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMonthsEnd, elapsedAt } from '../../../../utils/features/monitor/forecast.ts';
import { exactRange } from '../../../../utils/rules/amount.ts';

const NOW = '2026-11-22T08:00:00Z';

describe('how much of a month a reading covers', () => {
  it.each([
    ['2026-11-22T08:00:00Z', { days: 22, ofDays: 30, day: '2026-11-22' }],
    ['2026-11-01T00:00:00Z', { days: 1, ofDays: 30, day: '2026-11-01' }],
    // In China it is November already.
    ['2026-10-31T16:00:00Z', { days: 1, ofDays: 30, day: '2026-11-01' }],
    ['2026-10-31T15:59:59Z', 'read-in-other-month'],
    ['2026-11-23T08:00:00Z', 'read-in-other-month'],
  ])('read at %s', (readAt, expected) => {
    expect(elapsedAt('2026-11', readAt, NOW)).toEqual(expected);
  });

  it('is not known without the month or the reading, or in another month', () => {
    expect(elapsedAt(undefined, NOW, NOW)).toBe('no-month');
    expect(elapsedAt('2026-11', undefined, NOW)).toBe('not-read');
    expect(elapsedAt('2026-10', '2026-10-31T08:00:00Z', NOW)).toBe('not-this-month');
    expect(elapsedAt('2026-12', NOW, NOW)).toBe('not-this-month');
  });

  it.each([
    ['2028-02', '2028-02-10T08:00:00Z', 29],
    ['2026-12', '2026-12-31T08:00:00Z', 31],
  ])('of %s, at %s, has %i days', (month, at, ofDays) => {
    expect(elapsedAt(month, at, at)).toMatchObject({ ofDays });
  });
});

describe('an amount at the month’s end', () => {
  it('is itself on the last day, and never less than it is now', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((value) => new Big(value.toString()).div(100));
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 30 }), (amount, days) => {
        const elapsed = { days, ofDays: 30, day: '' };
        const { lo } = atMonthsEnd(exactRange(amount), elapsed);
        expect(lo.gte(amount)).toBe(true);
        if (days === 30) expect(lo.eq(amount)).toBe(true);
        // What was divided away comes back to the cent.
        expect(lo.times(days).div(30).toFixed(2)).toBe(amount.toFixed(2));
      }),
    );
  });
});
