import fc from 'fast-check';
import { type Facts, PRODUCT_CATEGORIES } from '../../../utils/rules/facts.ts';

const orUnknown = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const decimal = (max: number) =>
  fc.tuple(fc.nat(max - 1), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

const number = (max: number) =>
  orUnknown(
    fc.oneof(
      decimal(max),
      fc.nat(max),
      decimal(max).map((shown) => ({ shown })),
    ),
  );

const text = orUnknown(fc.string({ maxLength: 12 }));
const person = fc.record({ name: text, postalAddress: text, email: text });
const countries = fc.uniqueArray(fc.constantFrom('DE', 'FR', 'GB', 'KR', 'SA', 'CA', 'US'));

/** Any facts at all, near the bars and far from them, with any of them not known. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  store: fc.record({
    registeredIn: orUnknown(fc.constantFrom('CN', 'HK')),
    fullManagedStores: number(4),
    gmv90dUsd: number(100_000),
    positiveRatingPct: number(100),
    disputeRatePct: number(2),
    fulfilmentRatePct: number(100),
    skusByCategory: orUnknown(fc.dictionary(fc.constantFrom('a', 'b', 'c'), number(400))),
    stableSupply: orUnknown(fc.boolean()),
    ordersPerDay: number(100),
    semiAgreementSigned: orUnknown(fc.boolean()),
    supplyChainOpened: orUnknown(fc.boolean()),
    returnAddressSet: orUnknown(fc.boolean()),
    jitExamPassed: orUnknown(fc.boolean()),
    jitWarehouseChosen: orUnknown(fc.boolean()),
    fullApproved: orUnknown(fc.boolean()),
  }),
  pool: fc.record({
    currency: orUnknown(fc.constantFrom('USD', 'CNY', 'JPY')),
    gmv: number(200_000),
    sellThroughPct: number(100),
    returnRatePct: number(40),
    crossStoreAmount: number(100_000),
  }),
  product: fc.record({
    id: fc.constant('1005000000000001'),
    programme: orUnknown(fc.constantFrom('pop', 'semi', 'full', 'merge')),
    category: orUnknown(fc.constantFrom(...PRODUCT_CATEGORIES)),
    destinations: orUnknown(countries),
    blocked: orUnknown(countries),
    marks: orUnknown(fc.uniqueArray(fc.constantFrom('CE', 'UKCA', 'KC', 'G-MARK', 'FIBRE'))),
    responsiblePersons: orUnknown(fc.record({ EU: orUnknown(person), GB: orUnknown(person) })),
    registrations: orUnknown(
      fc.array(fc.record({ scheme: fc.constantFrom('CPNP', 'SCPN'), number: text }), { maxLength: 3 }),
    ),
  }),
}) as fc.Arbitrary<Facts>;
