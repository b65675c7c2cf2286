import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  compare,
  exactly,
  isExact,
  largest,
  percentOf,
  plain,
  quantityOf,
  sum,
  toCents,
} from '../../../utils/rules/quantity.ts';

const bounds = (fact: Parameters<typeof quantityOf>[0], decimals?: number): string => {
  const { lo, hi, closed } = quantityOf(fact, decimals);
  return `[${plain(lo)}, ${hi ? plain(hi) : '∞'}${closed ? ']' : ')'}`;
};

const cents = fc.integer({ min: 0, max: 20_000 }).map((number) => new Big(number).div(100));
const comparison = fc.constantFrom<Comparison>('>=', '<=', '<', '=');

describe('what a fact stands for', () => {
  it.each([
    ['96.49', '[96.49, 96.49]'],
    [3, '[3, 3]'],
    [{ shown: '96.50' }, '[96.495, 96.505)'],
    [{ shown: '0.7' }, '[0.65, 0.75)'],
    [{ shown: '50000', place: '10000' }, '[45000, 55000)'],
    [{ shown: '0' }, '[0, 0.5)'],
  ])('%j is %s', (fact, expected) => {
    expect(bounds(fact)).toBe(expected);
  });

  it('takes money shown with all its decimals as exact, and no other', () => {
    expect(bounds({ shown: '50000.00' }, 2)).toBe('[50000, 50000]');
    expect(bounds({ shown: '50000' }, 2)).toBe('[49999.5, 50000.5)');
    expect(bounds({ shown: '50000' }, 0)).toBe('[50000, 50000]');
    expect(bounds({ shown: '50000.00', place: '10000' }, 2)).toBe('[45000, 55000)');
  });
});

describe('comparing', () => {
  it.each([
    ['96.50', '>=', '96.5', 'unknown'],
    ['96.51', '>=', '96.5', 'pass'],
    ['96.49', '>=', '96.5', 'fail'],
    ['0.60', '<=', '0.6', 'unknown'],
    ['0.59', '<=', '0.6', 'pass'],
    ['0.61', '<=', '0.6', 'fail'],
    ['50', '<', '50', 'unknown'],
    ['49', '<', '50', 'pass'],
    ['51', '<', '50', 'fail'],
    ['1', '=', '1', 'unknown'],
  ] as const)('a shown %s %s %s is %s', (shown, op, bar, expected) => {
    expect(compare(quantityOf({ shown }), op, new Big(bar))).toBe(expected);
  });

  it('leaves the upper end out: shown 0.55 stands for less than 0.555', () => {
    expect(compare(quantityOf({ shown: '0.55' }), '>=', new Big('0.555'))).toBe('fail');
    expect(compare(quantityOf({ shown: '0.55' }), '<', new Big('0.555'))).toBe('pass');
    expect(compare(quantityOf({ shown: '0.55' }), '<=', new Big('0.555'))).toBe('pass');
  });

  it('is decided for every exact number', () => {
    fc.assert(
      fc.property(cents, comparison, cents, (value, op, bar) => {
        expect(compare(exactly(value), op, bar)).not.toBe('unknown');
      }),
    );
  });

  it('never decides against a value that the shown one can stand for', () => {
    const inside = fc.integer({ min: -49, max: 49 }).map((hundredths) => new Big(hundredths).div(10_000));
    fc.assert(
      fc.property(cents, inside, comparison, cents, (shown, offset, op, bar) => {
        const verdict = compare(quantityOf({ shown: shown.toFixed(2) }), op, bar);
        const trueVerdict = compare(exactly(shown.plus(offset)), op, bar);
        expect(['unknown', trueVerdict]).toContain(verdict);
      }),
    );
  });

  it('never turns unknown to pass or fail when the interval widens', () => {
    fc.assert(
      fc.property(cents, comparison, cents, (shown, op, bar) => {
        const narrow = compare(quantityOf({ shown: shown.toFixed(2) }), op, bar);
        const wide = compare(quantityOf({ shown: shown.toFixed(2), place: '0.1' }), op, bar);
        if (narrow === 'unknown') expect(wide).toBe('unknown');
        else expect([narrow, 'unknown']).toContain(wide);
      }),
    );
  });
});

describe('several counts', () => {
  it('the largest of 120 and one that is not known is at least 120', () => {
    const most = largest([exactly(120), undefined]);
    expect(compare(most, '>=', new Big(120))).toBe('pass');
    expect(compare(most, '>=', new Big(121))).toBe('unknown');
  });

  it('the largest of none is 0', () => {
    expect(largest([])).toEqual(exactly(0));
  });

  it('the sum of 60 and one that is not known may be anything from 60', () => {
    expect(compare(sum([exactly(60), undefined]), '<', new Big(100))).toBe('unknown');
    expect(compare(sum([exactly(60), undefined]), '<', new Big(60))).toBe('fail');
  });

  it('does not depend on the order', () => {
    const count = fc.option(
      fc.nat(500).map((value) => quantityOf({ shown: String(value) })),
      { nil: undefined },
    );
    const shown = (counts: Parameters<typeof largest>[0]) => JSON.stringify([largest(counts), sum(counts)]);
    fc.assert(
      fc.property(fc.array(count), (counts) => {
        expect(shown(counts.toReversed())).toBe(shown(counts));
      }),
    );
  });
});

describe('money', () => {
  it('is exact: 5.5% of 0.1 + 0.2 is 0.0165', () => {
    expect(plain(percentOf(new Big('0.1').plus('0.2'), new Big('5.5')))).toBe('0.0165');
  });

  it('is rounded half up', () => {
    expect(toCents(new Big('0.125'))).toBe('0.13');
    expect(toCents(new Big('0.1249999'))).toBe('0.12');
  });

  it('is never written with an exponent', () => {
    expect(plain(new Big('0.00000001'))).toBe('0.00000001');
    expect(plain(new Big('1e25'))).toBe('10000000000000000000000000');
  });

  it('knows an exact number from a shown one', () => {
    expect(isExact(exactly('1.5'))).toBe(true);
    expect(isExact(quantityOf({ shown: '1.5' }))).toBe(false);
  });
});

describe('bounds', () => {
  it('of a largest and of a sum are open where a part of them is', () => {
    const shown = quantityOf({ shown: '10' });
    const same = { lo: new Big(0), hi: new Big('10.5'), closed: true };
    expect(largest([shown]).closed).toBe(false);
    expect(largest([shown, same]).closed).toBe(true);
    expect(largest([same, shown]).closed).toBe(true);
    expect(largest([exactly(3), exactly(2)]).closed).toBe(true);
    expect(sum([exactly(3), shown]).closed).toBe(false);
    expect(sum([exactly(3), exactly(2)])).toEqual(exactly(5));
    expect(largest([undefined, exactly(3)]).hi).toBeNull();
    expect(largest([exactly(3), undefined]).hi).toBeNull();
  });

  it('are exact only where they meet and are closed', () => {
    const two = new Big(2);
    expect(isExact({ lo: two, hi: two, closed: true })).toBe(true);
    expect(isExact({ lo: two, hi: two, closed: false })).toBe(false);
    expect(isExact({ lo: two, hi: new Big(3), closed: true })).toBe(false);
    expect(isExact({ lo: two, hi: null, closed: true })).toBe(false);
  });
});
