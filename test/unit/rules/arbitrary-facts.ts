import fc from 'fast-check';
import { FAILURE_TYPES, type Facts, PRODUCT_CATEGORIES } from '../../../utils/rules/facts.ts';

const orUnknown = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const decimal = (max: number) =>
  fc.tuple(fc.nat(max - 1), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

const number = (max: number) =>
  orUnknown(
    fc.oneof(
      decimal(max),
      fc.nat(max),
      decimal(max).map((shown) => ({ shown })),
      fc.nat(max).map((shown) => ({ shown: String(shown), place: '10' })),
    ),
  );

const flag = orUnknown(fc.boolean());
const text = orUnknown(fc.string({ maxLength: 12 }));
const person = fc.record({ name: text, postalAddress: text, email: text });
const countries = orUnknown(
  fc.uniqueArray(fc.constantFrom('DE', 'FR', 'GB', 'KR', 'SA', 'CA', 'US', 'ES', 'AU')),
);
const day = orUnknown(
  fc
    .date({ min: new Date('2025-06-01'), max: new Date('2028-06-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const moment = orUnknown(
  fc
    .date({ min: new Date('2026-11-01'), max: new Date('2026-11-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);

const store = fc
  .record({
    registeredIn: orUnknown(fc.constantFrom('CN', 'HK')),
    fullManagedStores: number(4),
    gmv90dUsd: number(100_000),
    positiveRatingPct: number(99),
    disputeRatePct: number(2),
    fulfilmentRatePct: number(99),
    largestCategorySkus: number(400),
    skusByCategory: orUnknown(fc.dictionary(fc.constantFrom('a', 'b', 'c'), number(400))),
    stableSupply: flag,
    ordersPerDay: number(100),
    realNameVerified: flag,
    accountApproved: flag,
    semiAgreementSigned: flag,
    supplyChainOpened: flag,
    supplyChainPendingDays: number(3),
    returnAddressSet: flag,
    jitExamPassed: flag,
    jitWarehouses: number(3),
    semiOpened: flag,
    fullApproved: flag,
    fullInvited: flag,
    stockCleared: flag,
    depositRefundable: flag,
    openDisputes: number(2),
    openOrders: number(2),
    hasUnpaidDebts: flag,
    hostingContractSigned: flag,
    hostingApproved: flag,
    warehouseNamesMatch: flag,
  })
  .map((facts) => (facts.skusByCategory ? { ...facts, largestCategorySkus: null } : facts));

const pool = fc.record({
  month: orUnknown(fc.constantFrom('2026-10', '2026-12', '2027-01')),
  currency: orUnknown(fc.constantFrom('USD', 'CNY', 'JPY')),
  gmv: number(200_000),
  sellThroughPct: number(99),
  returnRatePct: number(40),
  crossStoreAmount: number(100_000),
  crossStoreOrders: number(500),
  skus: number(300),
  soldSkus: number(300),
  orders: number(2000),
  returns: number(400),
});

const price = fc
  .tuple(decimal(100), decimal(100))
  .map(([lowest, more]) => ({ currency: 'USD', lowest, highest: String(Number(lowest) + Number(more)) }))
  .filter(({ highest }) => /^\d+(\.\d{1,2})?$/.test(highest));

const product = fc.record({
  id: fc.constant('1005000000000001'),
  programme: orUnknown(fc.constantFrom('pop' as const, 'semi' as const, 'full' as const, 'merge' as const)),
  category: orUnknown(fc.constantFrom(...PRODUCT_CATEGORIES)),
  destinations: countries,
  blocked: countries,
  joinedCountries: countries,
  templateCountries: countries,
  marks: orUnknown(fc.uniqueArray(fc.constantFrom('CE', 'UKCA', 'KC', 'G-MARK', 'FIBRE'))),
  responsiblePersons: orUnknown(fc.record({ EU: orUnknown(person), GB: orUnknown(person) })),
  registrations: orUnknown(
    fc.array(fc.record({ scheme: fc.constantFrom('CPNP', 'SCPN'), number: text }), { maxLength: 3 }),
  ),
  price: orUnknown(price),
  unitCost: number(100),
  commissionPct: number(99),
});

const pools = fc.array(
  fc.record({
    id: fc.constantFrom('P1', 'P2', 'P3'),
    destinations: countries,
    epr: orUnknown(
      fc.array(
        fc.record({
          country: fc.constantFrom('DE', 'FR'),
          scheme: fc.constantFrom('DE_LUCID', 'DE_WEEE', 'FR_UIN'),
          number: orUnknown(fc.constantFrom('DE3050219647799', 'DE12345678', 'FR123456_01ABCD', 'x', ' ')),
          filedAt: moment,
        }),
        { maxLength: 3 },
      ),
    ),
    appliedAt: moment,
  }),
  { maxLength: 3 },
);

const failure = fc.record({
  type: orUnknown(fc.constantFrom(...FAILURE_TYPES)),
  boardChecked: flag,
  wmsPushed: flag,
  tokenAgeDays: number(120),
  callsPerMinute: number(600),
  logsCollected: flag,
});

/** Any facts at all, near the bars and far from them, with any of them not known. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  store: orUnknown(store),
  pool: orUnknown(pool),
  pools: orUnknown(pools),
  product: orUnknown(product),
  failure: orUnknown(failure),
  dates: orUnknown(
    fc.record({
      exitSubmitted: day,
      fullApplied: day,
      mergeApplied: day,
      mergeFileComplete: day,
      orderPlaced: day,
      refundApproved: day,
      supplyChainStarted: day,
      tokenIssued: day,
    }),
  ),
  asOf: day,
  done: orUnknown(fc.dictionary(fc.constantFrom('merge.document-bank-statements', 'semi.open-store'), flag)),
  whatIf: orUnknown(
    fc.record({
      pool: orUnknown(fc.record({ sellThroughPct: number(99), gmv: number(1000) })),
      product: orUnknown(fc.record({ unitCost: number(100), commissionPct: number(99) })),
    }),
  ),
});
