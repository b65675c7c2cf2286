import type { ProductFacts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { type Ending, endingsOf, isSeen, type SeenEnding, seenEnding, withSeen } from './expiry.ts';
import { keptFactsSchema, winning } from './kept.ts';

const productRecordSchema = z.strictObject({
  version: z.literal(1),
  productId: z.string(),
  facts: keptFactsSchema,
  /** What a person has seen of what ends. */
  seen: z.optional(z.array(seenEnding)),
});

/** All that is kept of one product of a store. */
export type ProductRecord = z.infer<typeof productRecordSchema>;

export const newProduct = (productId: string): ProductRecord => ({ version: 1, productId, facts: {} });

/** @throws where the kept value is no product record */
export const parseProductRecord = (kept: unknown): ProductRecord => productRecordSchema.parse(kept);

/** The record's facts as the rules take them: of each name the newest, and none that the rules would refuse. */
export function productFactsOf({ productId, facts }: ProductRecord): ProductFacts {
  const values = Object.entries(facts).map(([path, kept]) => [
    path.slice('product.'.length),
    winning(path, kept)?.value,
  ]);
  return { ...Object.fromEntries(values), id: productId };
}

const EXPIRIES = 'product.expiries';

/** What of the product ends within 30 days or has ended, and was not seen at its stage yet; the soonest first. */
export function unseenEndings({ facts, seen = [] }: ProductRecord, at: string): Ending[] {
  const expiries = winning(EXPIRIES, facts[EXPIRIES])?.value as ProductFacts['expiries'];
  return endingsOf(expiries, at).filter((ending) => !isSeen(seen, ending));
}

/** The record once a person has seen what ends. */
export const withEndingSeen = (record: ProductRecord, ending: SeenEnding): ProductRecord => ({
  ...record,
  seen: withSeen(record.seen ?? [], ending),
});
