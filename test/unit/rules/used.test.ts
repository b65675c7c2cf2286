import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const POOL: NonNullable<Facts['pool']> = {
  month: '2026-10',
  currency: 'USD',
  gmv: '80000',
  sellThroughPct: '82',
  returnRatePct: '18.5',
  crossStoreAmount: '0',
  crossStoreOrders: 3,
  skus: 200,
  soldSkus: 164,
  orders: 1000,
  returns: 185,
};

const PRODUCT: NonNullable<Facts['product']> = {
  id: '1',
  programme: 'semi',
  category: 'toys',
  destinations: ['DE'],
  blocked: [],
  templateCountries: ['DE'],
  marks: [],
  responsiblePersons: {},
  registrations: [],
  price: { currency: 'USD', lowest: '1', highest: '1' },
  unitCost: '1',
  commissionPct: '5',
  stock: 4,
};

const BILL = [
  'pool.crossStoreAmount',
  'pool.currency',
  'pool.gmv',
  'pool.returnRatePct',
  'pool.sellThroughPct',
];

const FEES = [
  ...BILL,
  ...['pool.crossStoreOrders', 'pool.orders', 'pool.returns', 'pool.skus', 'pool.soldSkus'],
  ...['product.commissionPct', 'product.price', 'product.unitCost'],
].sort();

const LABELS = [
  'product.blocked',
  'product.category',
  'product.destinations',
  'product.marks',
  'product.registrations',
  'product.responsiblePersons',
];

const used = (facts: Facts) => evaluate(pack, facts).used;

describe('the facts that a result used', () => {
  it('are named part by part', () => {
    expect(used({ pool: POOL, product: PRODUCT, pools: [], whatIf: {} })).toEqual({
      mergeFee: BILL,
      fees: FEES,
      whatIf: FEES,
      labels: [...LABELS, 'product.programme'].sort(),
      notes: ['product.category', 'product.destinations'],
      reach: ['product.blocked', 'product.destinations', 'product.programme', 'product.templateCountries'],
      epr: ['pools'],
      eprFiling: ['pools'],
      deadlines: ['pool.month'],
    });
  });

  it('are only those that are known', () => {
    expect(used({ pool: { gmv: '1', month: null } })).toEqual({ mergeFee: ['pool.gmv'], fees: ['pool.gmv'] });
    expect(used({ product: { id: '1', destinations: [] } })).toEqual({
      fees: [],
      labels: ['product.destinations'],
      notes: ['product.destinations'],
      reach: ['product.destinations'],
    });
  });

  it('of a programme are those its rules test', () => {
    const { store: _none, ...parts } = {
      store: null,
      ...used({ store: { registeredIn: 'CN', fullManagedStores: 2, semiOpened: true, ordersPerDay: null } }),
    };
    expect(parts).toMatchObject({
      'programmes.merge': ['store.fullManagedStores', 'store.registeredIn'],
      'programmes.semi': ['store.semiOpened'],
      'programmes.semi-product': ['store.semiOpened'],
      'programmes.full': [],
      'programmes.exit': [],
    });
    expect(Object.keys(parts).filter((part) => part.startsWith('programmes.'))).toHaveLength(11);
  });

  it('of the readiness are those of its rules, the days of waiting and what was ticked', () => {
    const store = {
      registeredIn: 'CN',
      supplyChainPendingDays: 1,
      semiAgreementSigned: true,
      stockCleared: true,
    };
    expect(used({ store, done: { 'merge.step-apply': true, 'semi.open-store': null } }).readiness).toEqual([
      'done.merge.step-apply',
      'store.registeredIn',
      'store.semiAgreementSigned',
      'store.supplyChainPendingDays',
    ]);
  });

  it('of deadlines are the days they run from, and the day it is', () => {
    const dates = { fullApplied: '2026-11-20', exitSubmitted: null };
    expect(used({ asOf: '2026-11-22', dates, pool: { month: '2026-10' } }).deadlines).toEqual([
      'asOf',
      'dates.fullApplied',
      'pool.month',
    ]);
  });

  it('of the triage are those of the failure', () => {
    expect(used({ failure: { type: 'stock-lock', boardChecked: true, wmsPushed: null } })).toEqual({
      triage: ['failure.boardChecked', 'failure.type'],
    });
  });
});
