import { z } from '../rules/zod.ts';

const changesSchema = z.strictObject({
  /** Every change since this revision of the audit is listed. */
  since: z.int(),
  /** The revisions that came of it, in order, each with the products that are new or changed. */
  changes: z.array(z.strictObject({ revision: z.int(), productIds: z.array(z.string()) })),
});

type Changes = z.infer<typeof changesSchema>;

const changesIn = (kept: unknown): Changes | undefined => changesSchema.safeParse(kept).data;

/** So many are listed; who was away for longer reads the audit whole. */
export const MOST_CHANGES = 50;

/** What is kept of an audit's changes, with one more. */
export function withChange(kept: unknown, revision: number, productIds: readonly string[]): Changes {
  const { since, changes } = changesIn(kept) ?? { since: revision - 1, changes: [] };
  const all = [...changes, { revision, productIds: [...productIds] }];
  const dropped = all.slice(0, -MOST_CHANGES);
  return { since: dropped.at(-1)?.revision ?? since, changes: all.slice(dropped.length) };
}

/** The products that are new or changed since a revision; `undefined`: that is known no more. */
export function changedSince(kept: unknown, revision: number): string[] | undefined {
  const known = changesIn(kept);
  if (!known || known.since > revision) return undefined;
  const later = known.changes.filter((change) => change.revision > revision);
  return [...new Set(later.flatMap(({ productIds }) => productIds))];
}
