import Big from 'big.js';
import { iso31661Alpha2ToAlpha3 } from 'iso-3166';
import { own } from './own.ts';
import { z } from './zod.ts';

const DECIMAL = /^\d{1,15}(\.\d{1,12})?$/;

const decimal = z
  .string()
  .check(z.regex(DECIMAL, 'should be a decimal number such as "96.49", not negative'));

/** An object of which every key is known; another is refused by name, with those that there are. */
const known = <T extends z.core.$ZodShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `is not known; known here are ${Object.keys(shape).sort().join(', ')}`
        : 'should be an object',
  });

const numberFact = z.union(
  [
    decimal,
    z.int().check(z.nonnegative('should not be negative')),
    known({
      shown: decimal,
      place: z.optional(decimal.check(z.regex(/[1-9]/, 'should be more than 0'))),
    }),
  ],
  { error: 'should be a decimal such as "96.49", a whole number, or {"shown": "96.50"} as a page shows it' },
);

/** Also asked of what the other checks have refused already: that is for them to say. */
function upTo100(value: string | number | { shown: string }): boolean {
  const text = String(typeof value === 'object' ? value.shown : value);
  return !DECIMAL.test(text) || new Big(text).lte(100);
}

const orUnknown = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema));

const count = orUnknown(numberFact);
const money = orUnknown(numberFact);
const percent = orUnknown(
  numberFact.check(z.refine(upTo100, 'should be a percentage from 0 to 100, such as "96.5"')),
);
const flag = orUnknown(z.boolean('should be true or false'));
const string = orUnknown(z.string('should be text'));
const COUNTRY = 'should be an ISO 3166-1 alpha-2 code of a country, such as "CN"';

/** Whether a text is the ISO 3166-1 alpha-2 code of a country. */
export const isCountryCode = (text: string): boolean => Object.hasOwn(iso31661Alpha2ToAlpha3, text);

const country = z.string(COUNTRY).check(z.refine(isCountryCode, COUNTRY));
const countries = orUnknown(z.array(country, 'should be a list of country codes'));
const currency = z
  .string('should be an ISO 4217 code such as "USD"')
  .check(z.regex(/^[A-Z]{3}$/, 'should be an ISO 4217 code such as "USD"'));
const month = z
  .string('should be a month such as "2026-10"')
  .check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'should be a month such as "2026-10"'));
const DAY = 'should be a day of 2000 to 2099 such as "2026-11-22"';
const day = orUnknown(z.iso.date({ error: DAY, abort: true }).check(z.regex(/^20/, DAY)));
const moment = orUnknown(
  z.iso.datetime({ offset: true, error: 'should be a time such as "2026-11-22T10:00:00+08:00"' }),
);

const storeFacts = known({
  registeredIn: orUnknown(country),
  fullManagedStores: count,
  gmv90dUsd: money,
  positiveRatingPct: percent,
  disputeRatePct: percent,
  fulfilmentRatePct: percent,
  skusByCategory: orUnknown(z.record(z.string(), count, 'should be counts by category')),
  /** The most of one category, where only that is known. */
  largestCategorySkus: count,
  stableSupply: flag,
  ordersPerDay: count,
  realNameVerified: flag,
  accountApproved: flag,
  semiAgreementSigned: flag,
  supplyChainOpened: flag,
  /** Days since the supply-chain system began to open. */
  supplyChainPendingDays: count,
  returnAddressSet: flag,
  jitExamPassed: flag,
  jitWarehouses: count,
  semiOpened: flag,
  fullApproved: flag,
  fullInvited: flag,
  stockCleared: flag,
  depositRefundable: flag,
  openDisputes: count,
  openOrders: count,
  hasUnpaidDebts: flag,
  hostingContractSigned: flag,
  hostingApproved: flag,
  warehouseNamesMatch: flag,
});

/** A merge pool's month. Its counts say the same as its rates, and what is left to do for a lower fee. */
const poolFacts = known({
  month: orUnknown(month),
  currency: orUnknown(currency),
  gmv: money,
  sellThroughPct: percent,
  returnRatePct: percent,
  crossStoreAmount: money,
  crossStoreOrders: count,
  skus: count,
  soldSkus: count,
  orders: count,
  returns: count,
});

const responsiblePerson = known({ name: string, postalAddress: string, email: string });

export const PRODUCT_CATEGORIES = [
  'battery',
  'childrens',
  'cosmetics',
  'mains-electrical',
  'medical',
  'other',
  'ppe',
  'radio',
  'textile',
  'toys',
] as const;

/** A price or a range of prices, as exact decimals. */
export const priceFacts = known({ currency, lowest: decimal, highest: decimal });

const productFacts = known({
  id: z.string('should be the product ID as text'),
  programme: orUnknown(
    z.enum(['pop', 'semi', 'full', 'merge'], { error: 'should be one of pop, semi, full, merge' }),
  ),
  /** Of the categories that the label table knows; any other is as good as not known. */
  category: string,
  destinations: countries,
  blocked: countries,
  /** The countries that the semi-managed join page lists and does not mark as not sold; of others it says nothing. */
  joinedCountries: countries,
  /** The countries that the product's shipping template delivers to. */
  templateCountries: countries,
  marks: orUnknown(z.array(z.string(), 'should be a list of marks such as "CE"')),
  responsiblePersons: orUnknown(
    known({ EU: orUnknown(responsiblePerson), GB: orUnknown(responsiblePerson) }),
  ),
  registrations: orUnknown(z.array(known({ scheme: z.string(), number: string }), 'should be a list')),
  /** Days on which certificates and registrations end. */
  expiries: orUnknown(
    z.array(known({ what: z.string(), on: z.iso.date(DAY) }), 'should be a list of what ends on which day'),
  ),
  stock: count,
  price: orUnknown(priceFacts),
  /** What the platform expects sending one package to cost, for a weight that its page does not repeat. */
  freightEstimates: orUnknown(
    z.array(known({ country, currency, amount: decimal }), 'should be a list of costs by country'),
  ),
  /** What the goods of one sale cost the seller, in the price's currency. */
  unitCost: money,
  /** Where it was stated in a currency: a cost in another than the price's says nothing of this sale. */
  unitCostCurrency: orUnknown(currency),
  /** The commission of a self-operated store for the product's category. */
  commissionPct: percent,
});

const listedPool = known({
  id: z.string('should be the Pool ID as text'),
  destinations: countries,
  epr: orUnknown(
    z.array(known({ country, scheme: z.string(), number: string, filedAt: moment }), 'should be a list'),
  ),
  /** When the merge of this pool is applied for. */
  appliedAt: moment,
});

const isGiven = (fact: unknown): boolean => fact !== null && fact !== undefined;

/** Days in China on which something began that has a time limit. */
const dateFacts = known({
  exitSubmitted: day,
  fullApplied: day,
  mergeApplied: day,
  mergeFileComplete: day,
  orderPlaced: day,
  refundApproved: day,
  supplyChainStarted: day,
  tokenIssued: day,
});

export const FAILURE_TYPES = ['qc-rejected', 'split-timeout', 'stock-lock'] as const;

/** A fulfilment failure of a merge pool. */
const failureFacts = known({
  type: orUnknown(z.enum(FAILURE_TYPES, { error: `should be one of ${FAILURE_TYPES.join(', ')}` })),
  boardChecked: flag,
  wmsPushed: flag,
  tokenAgeDays: count,
  callsPerMinute: count,
  logsCollected: flag,
});

/** Whether a fact states anything: `null` or absent is "not known", never a value. */
export const isKnown = <T>(fact: T): fact is NonNullable<T> => fact !== null && fact !== undefined;

/** What is known of a store, its merge pools and a product. */
export const factsSchema = known({
  store: orUnknown(
    storeFacts.check(
      // Beside each other they could contradict, and then taking one away would decide.
      z.refine(
        ({ skusByCategory, largestCategorySkus }) => !(skusByCategory && isGiven(largestCategorySkus)),
        {
          error: 'should not be given beside store.skusByCategory',
          path: ['largestCategorySkus'],
        },
      ),
    ),
  ),
  pool: orUnknown(poolFacts),
  pools: orUnknown(z.array(listedPool, 'should be a list of pools')),
  product: orUnknown(productFacts),
  failure: orUnknown(failureFacts),
  dates: orUnknown(dateFacts),
  /** The day in China on which the facts are looked at. */
  asOf: day,
  /** Steps and documents, by the id of their rule, that a person has ticked or crossed. */
  done: orUnknown(z.record(z.string(), flag, 'should be true or false by rule')),
  /** The fees are worked out a second time with these facts in the place of the others. */
  whatIf: orUnknown(known({ pool: orUnknown(poolFacts), product: orUnknown(z.partial(productFacts)) })),
});

const SHAPES: Record<string, Record<string, z.core.$ZodType>> = {
  store: storeFacts.shape,
  pool: poolFacts.shape,
  product: productFacts.shape,
  dates: dateFacts.shape,
  failure: failureFacts.shape,
};

/** Whether the rules take a value for a fact of a store, its pool, its dates or a product, such as `store.gmv90dUsd`. */
export function isFact(path: string, value: unknown): boolean {
  const [part = '', field = ''] = path.split('.');
  const schema = own(own(SHAPES, part), field);
  return schema !== undefined && z.safeParse(schema, value).success;
}

const withKind = (part: string, shape: Record<string, unknown>, kinds: readonly unknown[]): string[] =>
  Object.keys(shape)
    .filter((field) => kinds.includes(shape[field]))
    .map((field) => `${part}.${field}`);

const TESTED = { store: storeFacts.shape, pool: poolFacts.shape, failure: failureFacts.shape };

const factsOfKind = (...kinds: readonly unknown[]): string[] =>
  Object.entries(TESTED).flatMap(([part, shape]) => withKind(part, shape, kinds));

/** The values that a test of the pack can compare with a number; the last follows from the SKUs by category. */
export const NUMBER_VALUES: readonly string[] = [...factsOfKind(count, money, percent), 'store.totalSkus'];

/** The facts that are yes or no. */
export const FLAGS: readonly string[] = factsOfKind(flag);

/** The values that are one of several words; all but the first follow from other facts. */
export const CHOICES: readonly string[] = [
  'store.registeredIn',
  'pools.epr',
  'pools.eprFiled',
  'product.labels',
];

export type Facts = z.infer<typeof factsSchema>;
export type PoolFacts = z.infer<typeof poolFacts>;
export type ListedPool = z.infer<typeof listedPool>;
export type ProductFacts = z.infer<typeof productFacts>;
export type ResponsiblePerson = z.infer<typeof responsiblePerson>;
