import { isFact, type ProductFacts } from '../rules/facts.ts';
import { z } from '../rules/zod.ts';
import { type Migration, recordIn } from '../storage/migrations.ts';
import { type Expiry, type SeenEnding, seenEnding } from './expiry.ts';
import { type KeptFact, keptFactsSchema, laterOf, mergedFacts, winning } from './kept.ts';

export const PRODUCT_VERSION = 1;

const productRecordSchema = z.strictObject({
  version: z.literal(PRODUCT_VERSION),
  productId: z.string(),
  facts: keptFactsSchema,
  /** What a person had seen of what ends before alerts could be snoozed: it still quiets. */
  seen: z.optional(z.array(seenEnding)),
});

/** All that is kept of one product of a store. */
export type ProductRecord = z.infer<typeof productRecordSchema>;

export const newProduct = (productId: string): ProductRecord => ({
  version: PRODUCT_VERSION,
  productId,
  facts: {},
});

/** From the first version of a product's record to today's, in order. */
const PRODUCT_MIGRATIONS: readonly Migration[] = [];

/** The product record that a kept value is, where it is one. */
export const productRecordIn = (kept: unknown): ProductRecord | undefined =>
  recordIn(productRecordSchema, PRODUCT_MIGRATIONS, kept);

/** Two records of one product as one, of each fact and origin the later, and all that was seen. */
export function mergedProducts(one: ProductRecord, other: ProductRecord): ProductRecord {
  const all = [...(one.seen ?? []), ...(other.seen ?? [])];
  const seen = [...new Map(all.map((ending) => [JSON.stringify(ending), ending])).values()];
  const facts = mergedFacts(one.facts, other.facts);
  return { ...one, facts, ...(seen.length > 0 && { seen: seen.toSorted(byEnding) }) };
}

const byEnding = (a: SeenEnding, b: SeenEnding): number =>
  a.on.localeCompare(b.on) || a.what.localeCompare(b.what) || String(a.stage).localeCompare(String(b.stage));

type Persons = NonNullable<ProductFacts['responsiblePersons']>;

/** A person of the newest fact, with the address that an older one gives of the same name: a page shows the name alone. */
function completed(person: Persons['EU'], others: readonly Persons[], region: 'EU' | 'GB'): Persons['EU'] {
  const same = others
    .map((other) => other[region])
    .find((other) => other?.name && other.name === person?.name);
  if (!person || !same) return person;
  return {
    name: person.name,
    postalAddress: person.postalAddress ?? same.postalAddress,
    email: person.email ?? same.email,
  };
}

/** What the newest fact leaves unsaid of its persons, others say; a person that it says there is none of, stays none. */
function personsOf(kept: readonly KeptFact[]): Persons | undefined {
  const path = 'product.responsiblePersons';
  const newest = winning(path, kept)?.value as Persons | undefined;
  const others = kept.map(({ value }) => value).filter((value) => isFact(path, value)) as Persons[];
  if (!newest) return undefined;
  const persons = Object.entries(newest).map(([region, person]) => [
    region,
    person === null
      ? (others.find((other) => other[region as 'EU'])?.[region as 'EU'] ?? null)
      : completed(person, others, region as 'EU'),
  ]);
  return Object.fromEntries(persons);
}

const EXPIRIES = 'product.expiries';

/** The product's certificates and registrations that end: what a form and a file name together, of each the newest. */
export function expiriesOf({ facts }: ProductRecord): ProductFacts['expiries'] {
  const lists = (facts[EXPIRIES] ?? [])
    .filter(({ value }) => isFact(EXPIRIES, value))
    .toSorted((a, b) => (laterOf(a, b) === b ? -1 : 1))
    .map(({ value }) => value as Expiry[]);
  if (lists.length === 0) return undefined;
  return lists.reduce((all, newer) => [
    ...all.filter(({ what }) => !newer.some((expiry) => expiry.what === what)),
    ...newer,
  ]);
}

/** The record's facts as the rules take them: of each name the newest, and none that the rules would refuse. */
export function productFactsOf(record: ProductRecord): ProductFacts {
  const { productId, facts } = record;
  const values = Object.entries(facts).map(([path, kept]) => [
    path.slice('product.'.length),
    winning(path, kept)?.value,
  ]);
  const responsiblePersons = personsOf(facts['product.responsiblePersons'] ?? []);
  const expiries = expiriesOf(record);
  return {
    ...Object.fromEntries(values),
    ...(responsiblePersons && { responsiblePersons }),
    ...(expiries && { expiries }),
    id: productId,
  };
}
