import { CHOICES, FLAGS, NUMBER_VALUES, PRODUCT_CATEGORIES } from './facts.ts';
import { day, id, PROGRAMMES } from './parts.ts';
import { siteMapSchema } from './site-map.ts';
import { z } from './zod.ts';

const countryCode = z.string().check(z.regex(/^[A-Z]{2}$/));
const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/));
const line = z.int().check(z.positive());
const text = z.strictObject({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

/** How far a sentence can be trusted; `no-source`: nobody says it, and so it stays empty. */
const confidence = z.enum(['law', 'platform', 'secondary', 'single-source', 'opinion', 'no-source']);

const source = z.strictObject({
  id,
  title: text,
  /** `null`: the document bears no date. None is ever made up. */
  date: z.nullable(day),
  /** Where the document itself gives its date. */
  dated: z.optional(z.strictObject({ statement: z.string(), line, quote: z.string() })),
});

/** A sentence of a source, word for word, with the line it stands in where the source has lines. */
const evidence = z.strictObject({
  source: id,
  statement: z.optional(z.string()),
  line: z.optional(line),
  quote: z.string().check(z.minLength(1)),
});

const proven = {
  text,
  confidence,
  evidence: z.array(evidence).check(z.minLength(1)),
};

const test = z.union([
  z.strictObject({
    fact: z.enum(NUMBER_VALUES),
    op: z.enum(['>=', '<=', '<', '=']),
    value: decimal,
    /** The source does not say on which side of the bar the very value lies. */
    equalUnstated: z.optional(z.literal(true)),
  }),
  z.strictObject({ fact: z.enum(FLAGS), op: z.literal('is'), value: z.boolean() }),
  z.strictObject({ fact: z.enum(CHOICES), op: z.literal('is'), value: z.string() }),
]);

/** The dates of facts that periods start from, and the pool's month, whose bill has a day. */
export const STARTS = [
  'dates.exitSubmitted',
  'dates.fullApplied',
  'dates.mergeApplied',
  'dates.mergeFileComplete',
  'dates.orderPlaced',
  'dates.refundApproved',
  'dates.supplyChainStarted',
  'dates.tokenIssued',
  'pool.month',
] as const;

/** How long something takes, or by when it is due; two of them where a doubt has two readings. */
const period = z.strictObject({
  from: z.enum(STARTS),
  unit: z.enum(['days', 'working-days', 'day-of-next-month']),
  /** Absent where the source gives no shortest time. */
  least: z.optional(z.int().check(z.positive())),
  most: z.int().check(z.positive()),
  /** The source says "about" or "on average". */
  isAbout: z.optional(z.literal(true)),
  /** `DOUBT/READING` under which it holds. */
  reading: z.optional(z.string()),
});

/** The pages of the seller centre that public code gives a whole address of. */
const LINKED_PAGES = ['home', 'product-list'] as const;

/** Where something is done: a page with a known address, or the way through the menus as the source words it. */
const where = z.union([z.strictObject({ page: z.enum(LINKED_PAGES) }), z.strictObject({ menu: text })]);

const programme = z.strictObject({
  id: z.enum(PROGRAMMES),
  title: text,
  extends: z.optional(z.enum(PROGRAMMES)),
});

const ruleIds = z.optional(z.array(id).check(z.minLength(1)));

/** The kinds of rule that a test decides. */
export const DECIDED_KINDS = ['bar', 'caution', 'conflict', 'incentive'] as const;

/**
 * `bar` must hold; `caution` and `conflict` arise where their test holds for certain, and bar nobody;
 * `incentive` is a condition of a lower fee. The others decide nothing: what is to be done (`step`, `document`,
 * `diagnosis`, in their `order`), where it begins (`entry`, any one of several), daily work after joining
 * (`operation`), what holds, and `gap`, what no source says.
 */
const rule = z.strictObject({
  id,
  programme: z.enum(PROGRAMMES),
  kind: z.enum([
    ...DECIDED_KINDS,
    'advice',
    'benefit',
    'deadline',
    'definition',
    'diagnosis',
    'document',
    'entry',
    'exit',
    'fee',
    'gap',
    'irreversible',
    'operation',
    'penalty',
    'platform-duty',
    'restriction',
    'right',
    'seller-duty',
    'step',
  ]),
  /** The place among the programme's steps, documents and bars. */
  order: z.optional(z.int()),
  test: z.optional(test),
  periods: z.optional(z.array(period).check(z.minLength(1))),
  /** The source asks it of some sellers only. */
  optional: z.optional(z.literal(true)),
  /** The items that come first, as the source says. */
  after: ruleIds,
  /** The items that what it says is about: what can't be undone by them, what runs from them, where they begin. */
  steps: ruleIds,
  where: z.optional(where),
  ...proven,
});

/**
 * Where sources disagree (`conflict`) or one can be read in several ways (`ambiguity`), with every reading.
 * It is shown with whatever rests on one of the statements its readings quote.
 */
const doubt = z.strictObject({
  id,
  kind: z.enum(['conflict', 'ambiguity']),
  /** Its number in the fact sheet. */
  number: z.string(),
  topic: text,
  readings: z
    .array(z.strictObject({ id, text, evidence: z.array(evidence).check(z.minLength(1)) }))
    .check(z.minLength(1)),
  /** The reading that verdicts rest on; `null`: none is preferred, all are shown. */
  used: z.nullable(id),
  why: text,
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

/** What the facts know of a market beyond the label table: shown with its confidence, decides nothing. */
const note = z.strictObject({
  id,
  categories: z.union([z.literal('any'), z.array(z.enum(PRODUCT_CATEGORIES))]),
  /** Country codes and names of groups. */
  countries: z.array(z.string()),
  ...proven,
});

/** A statement of a source that the pack does not carry, and why. */
const leftOut = z.strictObject({
  statement: z.string(),
  source: id,
  line,
  quote: z.string(),
  reason: z.enum(['advertisement', 'context', 'opinion', 'statistic']),
});

const format = z.strictObject({
  id: z.string(),
  pattern: z.string(),
  /** Only an `error` format makes a number malformed; the others are hints. */
  level: z.enum(['error', 'warn']),
  valid: z.array(z.string()),
  invalid: z.array(z.string()),
});

export const packSchema = z.strictObject({
  schema: z.literal(1),
  version: z.string().check(z.regex(/^\d{4}\.\d{1,2}\.\d{1,2}$/)),
  date: day,
  sources: z.array(source),
  groups: z.record(z.string(), z.array(countryCode)),
  programmes: z.array(programme),
  rules: z.array(rule),
  doubts: z.array(doubt),
  fees: z.array(fee),
  labels: z.array(label),
  notes: z.array(note),
  formats: z.array(format),
  leftOut: z.array(leftOut),
  siteMap: siteMapSchema,
});

/** The added pack that brought an entry. */
export interface Publisher {
  host: string;
  version: string;
}

export type Pack = z.infer<typeof packSchema> & {
  /** Of a pack in force: by id, who brought the entries that are not the bundled pack's. */
  publishers?: ReadonlyMap<string, Publisher>;
};
export type Programme = (typeof PROGRAMMES)[number];
export type Rule = Pack['rules'][number];
export type RuleTest = NonNullable<Rule['test']>;
export type RuleKind = Rule['kind'];
export type Period = NonNullable<Rule['periods']>[number];
export type LinkedPage = (typeof LINKED_PAGES)[number];
export type Start = (typeof STARTS)[number];
export type Doubt = Pack['doubts'][number];
export type Note = Pack['notes'][number];
export type Evidence = Rule['evidence'][number];
export type Fee = Pack['fees'][number];
export type Label = Pack['labels'][number];
export type Proven = Pick<Rule, 'text' | 'confidence' | 'evidence'>;
