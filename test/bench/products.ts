import type { Facts } from '../../utils/rules/facts.ts';

type Picker = <T>(choices: readonly [T, ...T[]]) => T;

/** The same choices in every run (a linear congruential generator). */
function picker(seed: number): Picker {
  let state = seed;
  return (choices) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return choices[Math.floor((state / 2 ** 32) * choices.length)] ?? choices[0];
  };
}

const shown = (...values: string[]) => values.map((value) => ({ shown: value }));

const FLAGS = [true, true, true, true, true, true, true, true, false, null] as const;

const storeFacts = (pick: Picker): Facts['store'] => ({
  registeredIn: pick(['CN', 'CN', 'CN', 'HK', null]),
  fullManagedStores: pick([0, 1, 2, 3, null]),
  gmv90dUsd: pick(['49999.99', '50000', '50000.00', '128400.50', ...shown('50000.00', '61000.00')]),
  positiveRatingPct: pick(['96.49', '96.5', '96.50', '99.1', ...shown('96.50', '97.2'), null]),
  disputeRatePct: pick(['0.6', '0.61', '0.59', '0.2', ...shown('0.60', '0.3'), null]),
  fulfilmentRatePct: pick(['98.2', '98.19', '99', '99.95', ...shown('98.20', '99'), null]),
  skusByCategory: { phones: pick([199, 200, 340]), toys: pick([12, 80, 201, null]), lamps: pick([0, 40]) },
  stableSupply: pick(FLAGS),
  ordersPerDay: pick([49, 50, 120, null]),
  realNameVerified: pick(FLAGS),
  accountApproved: pick(FLAGS),
  semiAgreementSigned: pick(FLAGS),
  supplyChainOpened: pick(FLAGS),
  returnAddressSet: pick(FLAGS),
  jitExamPassed: pick(FLAGS),
  jitWarehouses: pick([0, 1, 2, null]),
  semiOpened: pick(FLAGS),
  fullApproved: pick(FLAGS),
  fullInvited: pick(FLAGS),
  stockCleared: pick(FLAGS),
  depositRefundable: pick(FLAGS),
  openDisputes: pick([0, 1]),
  openOrders: pick([0, 3]),
  hasUnpaidDebts: pick(FLAGS),
  hostingApproved: pick(FLAGS),
  warehouseNamesMatch: pick(FLAGS),
});

const productFacts = (pick: Picker, id: string): NonNullable<Facts['product']> => ({
  id,
  programme: pick(['pop', 'semi', 'full', 'merge', null]),
  category: pick(['toys', 'textile', 'radio', 'cosmetics', 'other', null]),
  destinations: pick([['DE', 'FR', 'ES'], ['DE', 'GB'], ['US'], ['PL', 'KR', 'SA', 'BR']]),
  blocked: pick([[], ['DE'], null]),
  marks: pick([['CE'], ['CE', 'KC'], [], null]),
  responsiblePersons: {
    EU: {
      name: 'Example Rep GmbH',
      postalAddress: 'Musterstr. 1, Berlin',
      email: pick(['rep@example.eu', '']),
    },
  },
  registrations: pick([[], [{ scheme: 'CPNP', number: '1234567' }]]),
});

const poolFacts = (pick: Picker): Facts['pool'] => ({
  month: '2026-10',
  currency: 'USD',
  gmv: pick(['50000', '1234.56']),
  sellThroughPct: pick(['82', '81.9', ...shown('82.0'), null]),
  returnRatePct: pick(['18.5', '18.6', ...shown('18.5'), null]),
  crossStoreAmount: pick(['0', '812.40', null]),
});

/** A store's facts, and those of each of its products. */
export interface StoreOfProducts {
  store: Pick<Facts, 'store' | 'pool'>;
  products: NonNullable<Facts['product']>[];
}

/** Stores and products around every bar of the pack; the same ones in every run. */
export function storesAroundTheBars(stores: number, productsEach: number): StoreOfProducts[] {
  const pick = picker(20261122);
  return Array.from({ length: stores }, (_, store) => ({
    store: { store: storeFacts(pick), pool: poolFacts(pick) },
    products: Array.from({ length: productsEach }, (__, index) =>
      productFacts(pick, `1005${String(store * productsEach + index).padStart(12, '0')}`),
    ),
  }));
}
