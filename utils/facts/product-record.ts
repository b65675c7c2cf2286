import type { ProductFacts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { keptFactsSchema, winning } from './kept.ts';

const productRecordSchema = z.strictObject({
  version: z.literal(1),
  productId: z.string(),
  facts: keptFactsSchema,
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
