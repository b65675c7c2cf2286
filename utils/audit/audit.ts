import { keptFactSchema } from '../facts/kept.ts';
import { CHIP_IDS } from '../features/judgement.ts';
import { z } from '../rules/zod.ts';

/** A time that can be shown. */
export const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
/** Times are ISO 8601 in UTC. */
const at = time.check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/));
const count = z.int().check(z.nonnegative());
const channelId = z.string().check(z.regex(/^\d{1,20}$/));
const verdict = z.enum(['pass', 'fail', 'caution', 'unknown', 'none']);
/** Audits come as files too: an id is kept as part of a key. */
const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
/** What is looked up in an object by this name is nothing that every object has. */
const name = z.string().check(z.refine((text) => !(text in Object.prototype)));
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const text = z.strictObject({ zh: z.string(), en: z.string() });

/** One thing that is wrong or open, as it was judged. */
const found = z.strictObject({
  chip: z.enum(CHIP_IDS),
  /** The pack's entry that decides; `null`: the pack has none, and so nothing is decided. */
  rule: z.nullable(name),
  verdict: z.enum(['fail', 'caution', 'unknown']),
  /** Where it is so, sorted; empty where it is no matter of countries. */
  countries: z.array(country),
  /** A certificate or registration that ends. */
  ends: z.nullable(z.strictObject({ what: z.string(), on: z.string() })),
  /** The facts it rests on, and those that would decide it: paths. */
  used: z.array(name),
  missing: z.array(name),
});

const judged = z.strictObject({
  seenAt: at,
  packVersion: z.string(),
  verdicts: z.partialRecord(z.enum(CHIP_IDS), verdict),
  found: z.array(found),
  /** By path, the values that were used. */
  facts: z.record(name, z.extend(keptFactSchema, { at: time })),
});

export const productSchema = z.strictObject({
  ...judged.shape,
  productId: z.string().check(z.regex(/^\d{8,20}$/)),
  title: z.string(),
  /** Where it stood; `null` where the page does not say. */
  page: z.nullable(count),
  position: z.nullable(count),
  labels: z.strictObject({
    /** By label that is asked for somewhere. */
    outcomes: z.record(name, z.enum(['pass', 'fail', 'unknown'])),
    /** By destination, what its labels come to. */
    countries: z.record(
      country,
      z.enum(['blocked', 'not-reachable', 'not-covered', 'missing', 'unknown', 'complete']),
    ),
  }),
});

/** A page of the list, as it was last seen. */
const page = z.strictObject({
  /** `null` where the page does not name it. */
  number: z.nullable(count),
  /** How many pages the list has, how many rows a page, and how many products, where the page names them. */
  of: z.nullable(count),
  size: z.nullable(count),
  total: z.nullable(count),
  seenAt: at,
  /** Rows that were read, and rows of which it is in doubt whose product they show. */
  rows: count,
  unread: count,
});

/** An entry of the pack as it was when it was quoted, so that a report needs no pack. */
const cited = z.strictObject({
  packVersion: z.string(),
  /** The kind of rule, or `label`, `fee` and `note`. */
  kind: z.string(),
  programme: z.nullable(z.string()),
  text,
  confidence: z.enum(['law', 'platform', 'secondary', 'single-source', 'opinion', 'no-source']),
  evidence: z.array(
    z.strictObject({
      source: z.string(),
      statement: z.optional(z.string()),
      line: z.optional(z.int()),
      quote: z.string(),
    }),
  ),
  /** Names of the groups of countries in which a label is asked for, and every country of theirs and its own. */
  groups: z.array(z.string()),
  countries: z.array(country),
  /** What decides it, as JSON. */
  test: z.string(),
});

const source = z.strictObject({ packVersion: z.string(), title: text, date: z.nullable(z.string()) });

/** One going-through of a store's product list. Plain JSON, whole in itself: it can be kept, sent and opened again. */
export const auditSchema = z.strictObject({
  version: z.literal(1),
  id,
  channelId,
  /** The store's name as its user calls it. */
  name: z.string(),
  startedAt: at,
  endedAt: z.nullable(at),
  /** What holds of the store itself; `null` while nothing was seen. */
  store: z.nullable(judged),
  /** By number, of how many, of which size, and the list's products. */
  pages: z.record(z.string(), page),
  /** By product ID. */
  products: z.record(z.string(), productSchema),
  /** By the id of the pack's entry. */
  rules: z.record(name, cited),
  sources: z.record(name, source),
});

export type Audit = z.infer<typeof auditSchema>;
export type AuditedProduct = z.infer<typeof productSchema>;
export type Judged = z.infer<typeof judged>;
export type Found = z.infer<typeof found>;
export type SeenPage = z.infer<typeof page>;
export type Cited = z.infer<typeof cited>;

/** An audit of which nothing is collected yet. */
export const newAudit = (id: string, channelId: string, name: string, startedAt: string): Audit => ({
  version: 1,
  id,
  channelId,
  name,
  startedAt,
  endedAt: null,
  store: null,
  pages: {},
  products: {},
  rules: {},
  sources: {},
});
