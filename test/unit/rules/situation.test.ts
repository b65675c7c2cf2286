import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../utils/rules/facts.ts';
import type { Programme } from '../../../utils/rules/pack.ts';
import { PROGRAMMES } from '../../../utils/rules/parts.ts';
import { decideRules, productJudge, programmeResults } from '../../../utils/rules/programmes.ts';
import { factsBehind, situationOf } from '../../../utils/rules/situation.ts';
import { pack } from './support.ts';

const decided = (facts: Facts, programme: Programme, rule: string) =>
  decideRules(situationOf(pack, facts), programme).find((entry) => entry.rule.id === rule);

describe('the facts behind a value', () => {
  it.each([
    ['store.ordersPerDay', ['store.ordersPerDay']],
    ['store.gmv90dUsd', ['store.gmv90dUsd']],
    ['store.largestCategorySkus', ['store.skusByCategory']],
    ['store.totalSkus', ['store.skusByCategory']],
    ['pools.epr', ['pools']],
    ['pools.eprFiled', ['pools']],
    [
      'product.labels',
      [
        'product.blocked',
        'product.category',
        'product.destinations',
        'product.marks',
        'product.registrations',
        'product.responsiblePersons',
      ],
    ],
  ])('%s are %j', (name, expected) => {
    expect(factsBehind(name, {})).toEqual(expected);
  });

  it('are the fact of its own name where only that is known', () => {
    const behind = (store: Facts['store']) => factsBehind('store.largestCategorySkus', { store });
    expect(behind({ largestCategorySkus: 240 })).toEqual(['store.largestCategorySkus']);
    expect(behind({ largestCategorySkus: 240, skusByCategory: { toys: 1 } })).toEqual([
      'store.skusByCategory',
    ]);
    expect(behind({ largestCategorySkus: null })).toEqual(['store.skusByCategory']);
    expect(factsBehind('store.totalSkus', { store: { largestCategorySkus: 240 } })).toEqual([
      'store.skusByCategory',
    ]);
  });
});

describe('a value', () => {
  const value = (name: string, facts: Facts) => situationOf(pack, facts).value(name);

  it('is not known where its part or itself is not there', () => {
    expect(value('store.ordersPerDay', {})).toBeUndefined();
    expect(value('store.ordersPerDay', { store: null })).toBeUndefined();
    expect(value('store.ordersPerDay', { store: { ordersPerDay: null } })).toBeUndefined();
    expect(value('store.constructor', { store: {} })).toBeUndefined();
    expect(value('asOf.length', { asOf: '2026-11-22' })).toBeUndefined();
  });

  it('is worked out once', () => {
    let reads = 0;
    const store = Object.defineProperty({}, 'skusByCategory', {
      enumerable: true,
      get() {
        reads += 1;
        return { a: 1 };
      },
    });
    const situation = situationOf(pack, { store } as Facts);
    const first = situation.value('store.totalSkus');
    const readsOnce = reads;
    expect(situation.value('store.totalSkus')).toBe(first);
    expect(reads).toBe(readsOnce);
  });
});

describe('a decided rule', () => {
  it('is at the limit only where its fact is known and stands for both sides', () => {
    const at = (positiveRatingPct: NonNullable<Facts['store']>['positiveRatingPct']) => {
      const found = decided({ store: { positiveRatingPct } }, 'merge', 'merge.positive-rating');
      return [found?.outcome, found?.atTheLimit];
    };
    expect(at({ shown: '96.50' })).toEqual(['unknown', true]);
    expect(at(null)).toEqual(['unknown', false]);
    expect(at('96.5')).toEqual(['pass', false]);
    expect(at('96.4')).toEqual(['fail', false]);
  });

  it('is not known on the one value whose side is not stated, and on no other', () => {
    const at = (tokenAgeDays: number) =>
      decided({ failure: { tokenAgeDays } }, 'merge', 'merge.triage-token')?.outcome;
    expect([at(89), at(90), at(91)]).toEqual(['pass', 'unknown', 'fail']);
    const calls = (callsPerMinute: number) =>
      decided({ failure: { callsPerMinute } }, 'merge', 'merge.triage-call-rate')?.outcome;
    expect([calls(499), calls(500), calls(501)]).toEqual(['pass', 'pass', 'fail']);
  });

  it('names its facts, and stands sorted among the rules of its programme and those it extends', () => {
    const rules = decideRules(situationOf(pack, {}), 'full-invited');
    expect(rules.map(({ rule }) => rule.id)).toEqual(['full-invited.invitation', 'full.platform-approval']);
    expect(rules.map(({ facts }) => facts)).toEqual([['store.fullInvited'], ['store.fullApproved']]);
    const merge = decideRules(situationOf(pack, {}), 'merge').map(({ rule }) => rule.id);
    expect(merge).toEqual(merge.toSorted());
  });
});

describe('products of one store', () => {
  const person = { name: 'Rep GmbH', postalAddress: 'Berlin', email: 'rep@example.eu' };
  const base = { category: 'toys', destinations: ['DE'], blocked: [], responsiblePersons: { EU: person } };
  const products: NonNullable<Facts['product']>[] = [
    { id: '1', ...base, marks: ['CE'], registrations: [] },
    { id: '2', ...base, marks: [] },
    { id: '3' },
    { id: '4', ...base, destinations: ['DE', 'CA'], marks: ['CE'] },
  ];

  it.each([true, false, null])('are judged as one by one, the store opened: %s', (semiOpened) => {
    const store = { store: { semiOpened, fullApproved: true, stockCleared: false }, pool: { gmv: '1' } };
    const judge = productJudge(pack, store);
    for (const product of products) {
      expect(judge(product), product.id).toEqual(programmeResults(situationOf(pack, { ...store, product })));
    }
  });

  it('differ in what a product decides, and in nothing else', () => {
    const judge = productJudge(pack, { store: { semiOpened: true } });
    expect(products.map((product) => judge(product)['semi-product'].verdict)).toEqual([
      'pass',
      'fail',
      'unknown',
      'unknown',
    ]);
    const [first, second] = products.map(judge);
    for (const programme of PROGRAMMES.filter((id) => id !== 'semi-product')) {
      expect(first?.[programme]).toBe(second?.[programme]);
    }
  });
});
