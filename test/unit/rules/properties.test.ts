import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../../utils/rules/evaluate.ts';
import { type Facts, factsSchema } from '../../../utils/rules/facts.ts';
import { PROGRAMMES } from '../../../utils/rules/parts.ts';
import { anyFacts } from './arbitrary-facts.ts';
import { pack } from './support.ts';

const RUNS = { numRuns: 400 };

/** A store that passes every programme, so that one fact less or wider shows. */
const READY: NonNullable<Facts['store']> = {
  registeredIn: 'CN',
  fullManagedStores: 2,
  gmv90dUsd: '50000.00',
  positiveRatingPct: '96.5',
  disputeRatePct: '0.6',
  fulfilmentRatePct: '98.2',
  skusByCategory: { apparel: 200 },
  stableSupply: true,
  ordersPerDay: 50,
  realNameVerified: true,
  accountApproved: true,
  semiAgreementSigned: true,
  supplyChainOpened: true,
  returnAddressSet: true,
  jitExamPassed: true,
  jitWarehouses: 1,
  semiOpened: true,
  fullApproved: true,
  fullInvited: true,
  stockCleared: true,
  depositRefundable: true,
  openDisputes: 0,
  openOrders: 0,
  hasUnpaidDebts: false,
  hostingContractSigned: true,
  hostingApproved: true,
  warehouseNamesMatch: true,
};

const PRODUCT: NonNullable<Facts['product']> = {
  id: '1',
  programme: 'semi',
  category: 'toys',
  destinations: ['DE', 'GB'],
  blocked: [],
  marks: ['CE'],
  responsiblePersons: {
    EU: { name: 'Rep GmbH', postalAddress: 'Berlin', email: 'rep@example.eu' },
    GB: { name: 'Rep Ltd', postalAddress: 'London', email: 'rep@example.uk' },
  },
  registrations: [],
};

const READY_FACTS: Facts = {
  store: READY,
  product: PRODUCT,
  pool: {
    currency: 'USD',
    gmv: '80000',
    sellThroughPct: '82',
    returnRatePct: '18.5',
    crossStoreAmount: '0',
    skus: 200,
    soldSkus: 164,
    orders: 1000,
    returns: 185,
  },
  pools: [
    {
      id: 'P1',
      destinations: ['DE'],
      epr: [
        {
          country: 'DE',
          scheme: 'DE_LUCID',
          number: 'DE3050219647799',
          filedAt: '2026-11-01T00:00:00+08:00',
        },
      ],
      appliedAt: '2026-11-20T00:00:00+08:00',
    },
  ],
  done: Object.fromEntries(pack.rules.map(({ id }) => [id, true])),
  failure: {
    type: 'stock-lock',
    boardChecked: true,
    wmsPushed: true,
    tokenAgeDays: 10,
    callsPerMinute: 500,
    logsCollected: true,
  },
};

/** Every verdict of a result by its place: a status, an outcome or a state that stands for a yes. */
function verdicts(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, entry]) => verdicts(entry, `${path}/${key}`));
}

const YES = ['pass', 'done', 'complete', 'bound'];

const passes = ({ used: _used, ...result }: Evaluation): string[] =>
  verdicts(result).flatMap(([path, verdict]) => (YES.includes(String(verdict)) ? [path] : []));

type Path = readonly [part: 'store' | 'product' | 'pool' | 'failure' | 'done' | 'pools', field: string];

/** The facts with one set; of the pools, in the first of them. */
function changed(facts: Facts, [part, field]: Path, value: unknown): Facts {
  if (part !== 'pools') return { ...facts, [part]: { ...(facts[part] as object), [field]: value } };
  const [first, ...others] = facts.pools ?? [];
  return { ...facts, pools: [{ ...first, [field]: value }, ...others] as Facts['pools'] };
}

const PATHS: Path[] = [
  ...(['store', 'product', 'pool', 'failure'] as const).flatMap((part) =>
    Object.keys(READY_FACTS[part] ?? {})
      .filter((field) => field !== 'id')
      .map((field): Path => [part, field]),
  ),
  ['pools', 'destinations'],
  ['pools', 'epr'],
  ['pools', 'appliedAt'],
  ['done', 'merge.document-bank-statements'],
  ['done', 'semi.step-read-rules'],
];

const valueAt = (facts: Facts, [part, field]: Path): unknown =>
  (part === 'pools'
    ? (facts.pools?.[0] as Record<string, unknown> | undefined)
    : (facts[part] as Record<string, unknown> | null | undefined))?.[field];

/** Ready facts of which some are any others, and whose numbers another pool may have. */
const nearlyReady = fc
  .tuple(anyFacts, fc.subarray(PATHS, { maxLength: 4 }), fc.boolean())
  .map(([other, paths, isShared]) => {
    const facts = paths.reduce((all, path) => changed(all, path, valueAt(other, path)), READY_FACTS);
    const [first] = READY_FACTS.pools ?? [];
    const second = { ...first, id: 'P2', destinations: ['ES'] };
    return isShared ? { ...facts, pools: [...(facts.pools ?? []), second] as Facts['pools'] } : facts;
  });

/**
 * What the cases ask for and no verdict of a programme rests on: a country is `blocked` or `not-reachable` before its
 * labels are looked at, a number `shared` with what is known of other pools.
 */
const BY_CONTRACT: Record<string, RegExp> = {
  blocked: /^\/(labels|notes|reach)/,
  programme: /^\/(labels|reach)/,
  epr: /^\/epr\//,
};

describe('whatever the facts', () => {
  it('10,000 of them give a result, and none an exception', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(factsSchema.safeParse(facts).error).toBeUndefined();
        expect(() => evaluate(pack, facts)).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('ready ones pass every programme', () => {
    const { programmes, readiness } = evaluate(pack, READY_FACTS);
    expect(PROGRAMMES.filter((programme) => programmes?.[programme].verdict !== 'pass')).toEqual([]);
    expect(Object.values(readiness ?? {}).map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });

  it('nothing passes because a fact was taken away', () => {
    fc.assert(
      fc.property(nearlyReady, fc.constantFrom(...PATHS), (facts, path) => {
        const before = passes(evaluate(pack, facts));
        const after = passes(evaluate(pack, changed(facts, path, null)));
        const gained = after.filter((place) => !before.includes(place));
        const [, field] = path;
        expect(gained.filter((place) => !BY_CONTRACT[field]?.test(place))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  it('nothing known becomes known otherwise because a number was rounded', () => {
    const NUMBERS: Path[] = [
      ['store', 'gmv90dUsd'],
      ['store', 'positiveRatingPct'],
      ['store', 'disputeRatePct'],
      ['store', 'fulfilmentRatePct'],
      ['store', 'ordersPerDay'],
      ['store', 'fullManagedStores'],
      ['pool', 'sellThroughPct'],
      ['pool', 'returnRatePct'],
    ];
    const shown = fc.tuple(fc.integer({ min: 0, max: 99_99 }), fc.constantFrom('0.01', '0.1', '1', '10'));
    fc.assert(
      fc.property(nearlyReady, fc.constantFrom(...NUMBERS), shown, (facts, path, [cents, place]) => {
        const text = new Big(cents).div(100).toFixed(2);
        const at = (fact: unknown) => evaluate(pack, changed(facts, path, fact));
        const [narrow, wide] = [at({ shown: text }), at({ shown: text, place })];
        for (const [programme, result] of Object.entries(wide.programmes ?? {})) {
          if (result.verdict === 'unknown') continue;
          expect(narrow.programmes?.[programme as 'merge'].verdict).toBe(result.verdict);
        }
        if (wide.mergeFee?.incentive !== 'unknown') {
          expect(narrow.mergeFee?.incentive).toBe(wide.mergeFee?.incentive);
        }
      }),
      RUNS,
    );
  });

  it('the same ones in another order give the same result, to the byte', () => {
    const reordered = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const entries = Object.entries(value).toReversed();
      return Object.fromEntries(entries.map(([key, entry]) => [key, reordered(entry)]));
    };
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const again = evaluate(pack, reordered(facts) as Facts);
        expect(JSON.stringify(again)).toBe(JSON.stringify(evaluate(pack, facts)));
      }),
      RUNS,
    );
  });

  it('stay as they are', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = JSON.stringify(facts);
        evaluate(pack, facts);
        expect(JSON.stringify(facts)).toBe(before);
      }),
      RUNS,
    );
  });

  it('a result names the facts it used, and only those that are known', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { used, ...parts } = evaluate(pack, facts);
        const named = new Set(Object.keys(used).map((part) => part.split('.')[0]));
        expect([...named].sort()).toEqual(Object.keys(parts).sort());
        for (const path of Object.values(used).flat()) {
          const [part = '', ...field] = path.split('.');
          const holder = facts[part as keyof Facts] as Record<string, unknown>;
          expect(field.length > 0 ? holder[field.join('.')] : holder, path).not.toBeNull();
        }
      }),
      RUNS,
    );
  });
});
