import type { FieldPath, ProductPath } from '../../utils/facts/fields.ts';
import type { KeptFact, KeptFacts } from '../../utils/facts/kept.ts';
import type { ProductRecord } from '../../utils/facts/product-record.ts';
import { newStore, type StoreRecord } from '../../utils/facts/store-record.ts';
import { products } from './catalogue.ts';

/** A store that is looked through page by page: 40 pages of 500. */
export const PLANTED_ROWS = 20_000;
export const PLANTED_SIZE = 500;

/** Every so many listings something is wrong with one. */
const EVERY = 397;

type Facts = Partial<Record<ProductPath, unknown>>;

/** `RULE VERDICT COUNTRIES` of each thing that an audit has to find of a product. */
type Found = readonly string[];

const person = (country: string) => ({
  name: 'Rep GmbH',
  postalAddress: 'Street 1',
  email: `rep@${country}.example`,
});

/** A toy that has all that Germany and Britain ask for. */
const SOUND: Facts = {
  'product.category': 'toys',
  'product.destinations': ['DE', 'GB'],
  'product.blocked': [],
  'product.joinedCountries': null,
  'product.programme': 'pop',
  'product.marks': ['CE', 'UKCA'],
  'product.registrations': [],
  'product.responsiblePersons': { EU: person('eu'), GB: person('gb') },
};

/** What is wrong, by turns. `null`: nothing is known of the product. */
const FAULTS: readonly { facts: Facts | null; found: Found }[] = [
  {
    facts: { 'product.marks': [] },
    found: ['eu.ce fail DE', 'gb.ce-or-ukca fail GB'],
  },
  { facts: { 'product.marks': ['UKCA'] }, found: ['eu.ce fail DE'] },
  {
    facts: { 'product.responsiblePersons': { GB: person('gb') } },
    found: ['eu.responsible-person fail DE'],
  },
  {
    facts: { 'product.responsiblePersons': { EU: person('eu') } },
    found: ['gb.responsible-person fail GB'],
  },
  { facts: { 'product.destinations': ['DE', 'CA'] }, found: ['labels unknown CA'] },
  { facts: { 'product.category': null }, found: ['labels unknown DE GB'] },
  {
    facts: null,
    found: ['eu.responsible-person unknown', 'gb.responsible-person unknown', 'semi.block-country unknown'],
  },
  // What is blocked asks for no label.
  { facts: { 'product.marks': [], 'product.blocked': ['DE', 'GB'] }, found: [] },
];

const AT = '2026-11-01T08:00:00.000Z';

const kept = (value: unknown): KeptFact[] => [
  {
    value,
    text: JSON.stringify(value),
    at: AT,
    origin: { kind: 'imported', file: 'planted.csv' },
  } as KeptFact,
];

const factsOf = (values: Record<string, unknown>): KeptFacts =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, kept(value)]));

const recordOf = (productId: string, facts: Facts): ProductRecord => ({
  version: 1,
  productId,
  facts: factsOf(facts),
});

/** All that the rules ask of a store; its positive rating is too low, and of its stock too little is sold. */
const STORE_FACTS: Partial<Record<FieldPath, unknown>> = {
  'store.registeredIn': 'CN',
  'store.fullManagedStores': 2,
  'store.gmv90dUsd': '60000',
  'store.positiveRatingPct': '91',
  'store.disputeRatePct': '0.3',
  'store.fulfilmentRatePct': '99',
  'store.skusByCategory': { toys: 240 },
  'store.stableSupply': true,
  'store.semiAgreementSigned': true,
  'store.supplyChainOpened': true,
  'store.returnAddressSet': true,
  'store.jitExamPassed': true,
  'store.jitWarehouses': 1,
  'store.fullApproved': true,
  'pool.sellThroughPct': '60',
  'pool.returnRatePct': '1',
};

/** What is kept of the planted store itself. */
export const plantedStore = (channelId: string): StoreRecord => ({
  ...newStore(channelId, AT),
  facts: factsOf(STORE_FACTS),
});

/** What an audit has to find of the store itself. */
export const FOUND_OF_STORE: Found = ['merge.positive-rating fail', 'merge.incentive-sell-through fail'];

export interface Planted {
  productId: string;
  /** From 1 on. */
  page: number;
  position: number;
  /** What is kept of it; a product of which nothing is has no record. */
  record: ProductRecord | undefined;
  found: Found;
}

/** Every listing of the planted store, in the list's order, and what an audit has to find of each: nothing else. */
export const planted = (channelId: string, rows = PLANTED_ROWS): Planted[] =>
  products(channelId, { rows }).map(({ productId }, index) => {
    const fault = index % EVERY === EVERY - 1 ? FAULTS[Math.floor(index / EVERY) % FAULTS.length] : undefined;
    const facts = fault ? fault.facts : {};
    return {
      productId,
      page: Math.floor(index / PLANTED_SIZE) + 1,
      position: (index % PLANTED_SIZE) + 1,
      record: facts ? recordOf(productId, { ...SOUND, ...facts }) : undefined,
      found: fault?.found ?? [],
    };
  });
