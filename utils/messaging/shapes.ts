import { IMPORTED_FIELDS } from '../facts/imported.ts';
import { LONGEST_URL } from '../packs/sources.ts';
import { isCountryCode, priceFacts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { CHANNEL_ID, PAGE_KINDS, PRODUCT_ID } from '../site/pages.ts';
import { LONGEST_WORDS } from '../site/taught.ts';
import { LESSON_PROBLEMS, MOST_VALUES_SHOWN } from '../site/teach.ts';
import { LONGEST_READING, MOST_ENTRIES } from './limits.ts';

/** What no other limit holds for is longer in no honest message. */
export const LONGEST_TEXT = 20_000;

/** A pool has no more EPR numbers than this. */
const MOST_EPR_NUMBERS = 100;

export const channelId = z.string().check(z.regex(CHANNEL_ID));

export const productId = z.string().check(z.regex(PRODUCT_ID));

export const name = z.string().check(z.maxLength(60));

export const text = z.string().check(z.maxLength(LONGEST_READING));

const readings = z.array(z.strictObject({ fact: name, text })).check(z.maxLength(100));

const entry = z.strictObject({ key: text, values: z.record(name, text) });

export const productRow = z.strictObject({
  productId,
  price: z.optional(z.extend(priceFacts, { text: z.string().check(z.maxLength(100)) })),
});

export const row = z.union([productRow, z.extend(entry, { seenAt: z.iso.datetime() })]);

/** The id of a rule of the pack. */
export const rule = z.string().check(z.maxLength(100));

export const pageReading = {
  readings,
  lists: z.record(name, z.array(entry).check(z.maxLength(MOST_ENTRIES))),
};

/** Its facts are checked one by one where they are kept, so that one bad product holds up no other. */
export const statedProduct = z.strictObject({
  productId,
  facts: z.partialRecord(z.enum(IMPORTED_FIELDS), z.unknown()),
  stock: z.optional(z.unknown()),
  expiries: z.array(z.unknown()),
  hasNoCertificates: z.optional(z.literal(true)),
});

export const rowsSeen = {
  page: z.enum(PAGE_KINDS),
  channelId: z.nullable(channelId),
  readAt: z.iso.datetime(),
};

const words = z.string().check(z.maxLength(LONGEST_WORDS));

export const recordKey = z.string().check(z.maxLength(300));

export const teachStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('point'),
    problem: z.nullable(z.strictObject({ problem: z.enum(LESSON_PROBLEMS), words, example: words })),
  }),
  z.strictObject({
    kind: z.enum(['look', 'not-kept']),
    lesson: z.strictObject({
      words,
      count: z.int().check(z.positive()),
      values: z.array(words).check(z.maxLength(MOST_VALUES_SHOWN)),
    }),
  }),
  z.strictObject({ kind: z.literal('kept'), words }),
]);

const moment = z.nullable(z.iso.datetime());
export const countryCode = z.string().check(z.refine(isCountryCode));

const eprNumber = z.strictObject({ country: countryCode, scheme: name, number: name, filedAt: moment });

export const statedPool = z.strictObject({
  destinations: z.nullable(z.array(countryCode)),
  epr: z.nullable(z.array(eprNumber).check(z.maxLength(MOST_EPR_NUMBERS))),
  appliedAt: moment,
});

export const packUrl = z.string().check(z.maxLength(LONGEST_URL));
export const packSource = z.string().check(z.maxLength(2 * LONGEST_URL));
export const packVersion = z.strictObject({ source: packSource, version: z.string().check(z.maxLength(20)) });
