import { PRODUCT_CATEGORIES } from './facts.ts';
import { z } from './zod.ts';

const id = z.string().check(z.regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/));
const countryCode = z.string().check(z.regex(/^[A-Z]{2}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/));
const text = z.strictObject({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

/** How far a source can be trusted: an act of law, the platform itself, a third party, one third party alone. */
const confidence = z.enum(['law', 'platform', 'secondary', 'single-source', 'opinion']);

const source = z.strictObject({
  id,
  title: text,
  /** `null`: the document bears no date. None is ever made up. */
  date: z.nullable(day),
});

/** A sentence of a source, word for word, with the line it stands in where the source has lines. */
const evidence = z.strictObject({
  source: id,
  statement: z.optional(z.string()),
  line: z.optional(z.int().check(z.positive())),
  quote: z.string().check(z.minLength(1)),
});

const proven = {
  text,
  confidence,
  evidence: z.array(evidence).check(z.minLength(1)),
};

const test = z.discriminatedUnion('op', [
  z.strictObject({ fact: z.string(), op: z.enum(['>=', '<=', '<', '=']), value: decimal }),
  z.strictObject({ fact: z.string(), op: z.literal('is'), value: z.union([z.boolean(), z.string()]) }),
]);

export const PROGRAMMES = ['full', 'merge', 'semi'] as const;

/**
 * `bar` must hold; `caution` and `conflict` arise where their test holds for certain, and bar nobody;
 * `incentive` is a condition of a lower fee; `statement` decides nothing and is shown as a basis.
 */
const rule = z.strictObject({
  id,
  programme: z.enum(PROGRAMMES),
  kind: z.enum(['bar', 'caution', 'conflict', 'incentive', 'statement']),
  test: z.optional(test),
  ...proven,
});

const label = z.strictObject({
  id,
  categories: z.union([z.literal('any'), z.array(z.enum(PRODUCT_CATEGORIES))]),
  /** Country codes and names of groups. */
  countries: z.array(z.string()),
  satisfiedBy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mark'), anyOf: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('registration'), scheme: z.string() }),
    z.strictObject({ kind: z.literal('responsible-person'), region: z.enum(['EU', 'GB']) }),
  ]),
  ...proven,
});

/** A rate of the merge service; what it is taken of stands in its text. */
const fee = z.strictObject({ id, ratePct: decimal, ...proven });

const format = z.strictObject({
  id: z.string(),
  pattern: z.string(),
  /** Only an `error` format makes a number malformed; the others are hints. */
  level: z.enum(['error', 'warn']),
  valid: z.array(z.string()),
  invalid: z.array(z.string()),
});

const fieldSelectors = z.strictObject({
  /** Strategies in order; the first that finds something wins. */
  strategies: z.array(z.string()).check(z.minLength(1)),
  seen: day,
});

/** All that is known of the seller centre's product list: data, dated, so that a new pack mends a redesign. */
export const siteMapSchema = z.strictObject({
  productList: z.strictObject({
    row: fieldSelectors,
    cell: fieldSelectors,
    /** Regular expressions on a whole run of text; the first group is the value. */
    productId: fieldSelectors,
    price: fieldSelectors,
  }),
});

export const packSchema = z.strictObject({
  schema: z.literal(1),
  version: z.string().check(z.regex(/^\d{4}\.\d{1,2}\.\d{1,2}$/)),
  date: day,
  sources: z.array(source),
  groups: z.record(z.string(), z.array(countryCode)),
  rules: z.array(rule),
  fees: z.array(fee),
  labels: z.array(label),
  formats: z.array(format),
  siteMap: siteMapSchema,
});

export type Pack = z.infer<typeof packSchema>;
export type Programme = (typeof PROGRAMMES)[number];
export type Rule = Pack['rules'][number];
export type RuleTest = NonNullable<Rule['test']>;
export type Fee = Pack['fees'][number];
export type Label = Pack['labels'][number];
export type Proven = Pick<Rule, 'text' | 'confidence' | 'evidence'>;
export type SiteMap = z.infer<typeof siteMapSchema>;
