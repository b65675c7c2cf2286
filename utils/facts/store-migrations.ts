import { z } from '../rules/zod.ts';
import type { Migration } from '../storage/migrations.ts';
import type { KeptFacts } from './kept.ts';

const typedFacts = z.record(
  z.string(),
  z.strictObject({ value: z.unknown(), text: z.string(), isExact: z.boolean(), at: z.string() }),
);

/** Before pages were read there were only typed facts. */
const factsOfEveryOrigin: Migration = ({ typed, ...store }) => {
  const facts: KeptFacts = Object.fromEntries(
    Object.entries(typedFacts.parse(typed)).map(([path, fact]) => [
      path,
      [{ ...fact, origin: { kind: 'typed' } }],
    ]),
  );
  return { ...store, facts };
};

/** Before there was a checklist and a monitor. */
const whatAPersonSays: Migration = (store) => ({ ...store, colour: null, ticks: {}, notes: {}, pools: {} });

/** From the first version of a store's record to today's, in order. */
export const STORE_MIGRATIONS: readonly Migration[] = [factsOfEveryOrigin, whatAPersonSays];
