import Big from 'big.js';
import { z } from './zod.ts';

const DECIMAL = /^\d{1,15}(\.\d{1,12})?$/;

const decimal = z
  .string()
  .check(z.regex(DECIMAL, 'should be a decimal number such as "96.49", not negative'));

const numberFact = z.union(
  [
    decimal,
    z.int().check(z.nonnegative('should not be negative')),
    z.strictObject({
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
const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'should be an ISO 3166-1 alpha-2 code such as "CN"'));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'should be an ISO 4217 code such as "USD"'));
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'should be a month such as "2026-10"'));

const storeFacts = z.strictObject({
  registeredIn: orUnknown(country),
  fullManagedStores: count,
  gmv90dUsd: money,
  positiveRatingPct: percent,
  disputeRatePct: percent,
  fulfilmentRatePct: percent,
  skusByCategory: orUnknown(z.record(z.string(), count)),
  stableSupply: flag,
  ordersPerDay: count,
  semiAgreementSigned: flag,
  supplyChainOpened: flag,
  returnAddressSet: flag,
  jitExamPassed: flag,
  jitWarehouseChosen: flag,
  fullApproved: flag,
});

const poolFacts = z.strictObject({
  month: orUnknown(month),
  currency: orUnknown(currency),
  gmv: money,
  sellThroughPct: percent,
  returnRatePct: percent,
  crossStoreAmount: money,
});

const responsiblePerson = z.strictObject({
  name: orUnknown(z.string()),
  postalAddress: orUnknown(z.string()),
  email: orUnknown(z.string()),
});

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
export const priceFacts = z.strictObject({ currency, lowest: decimal, highest: decimal });

const productFacts = z.strictObject({
  id: z.string(),
  programme: orUnknown(z.enum(['pop', 'semi', 'full', 'merge'])),
  /** Of the categories that the label table knows; any other is as good as not known. */
  category: orUnknown(z.string()),
  destinations: orUnknown(z.array(country)),
  blocked: orUnknown(z.array(country)),
  marks: orUnknown(z.array(z.string())),
  responsiblePersons: orUnknown(
    z.strictObject({ EU: orUnknown(responsiblePerson), GB: orUnknown(responsiblePerson) }),
  ),
  registrations: orUnknown(z.array(z.strictObject({ scheme: z.string(), number: orUnknown(z.string()) }))),
  price: orUnknown(priceFacts),
});

const listedPool = z.strictObject({
  id: z.string(),
  destinations: orUnknown(z.array(country)),
  epr: orUnknown(z.array(z.strictObject({ country, scheme: z.string(), number: orUnknown(z.string()) }))),
});

/** What is known of a store, its merge pools and a product. `null` or absent is "not known", never a value. */
export const factsSchema = z.strictObject({
  store: orUnknown(storeFacts),
  pool: orUnknown(poolFacts),
  pools: orUnknown(z.array(listedPool)),
  product: orUnknown(productFacts),
});

export type Facts = z.infer<typeof factsSchema>;
export type PoolFacts = z.infer<typeof poolFacts>;
export type ListedPool = z.infer<typeof listedPool>;
export type ProductFacts = z.infer<typeof productFacts>;
export type ResponsiblePerson = z.infer<typeof responsiblePerson>;
