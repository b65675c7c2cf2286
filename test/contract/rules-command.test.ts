import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const COMMAND = ['tools/rules.ts', 'evaluate'];

interface Case {
  id: string;
  note: string;
  facts: unknown;
  expect: Record<string, unknown>;
}

const casesIn = (file: string): Case[] => JSON.parse(readFileSync(file, 'utf8'));

const evaluateFile = (file: string): unknown[] =>
  execFileSync(process.execPath, [...COMMAND, file], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const evaluateText = (text: string) =>
  spawnSync(process.execPath, [...COMMAND, '-'], { input: text, encoding: 'utf8' });

describe.each(['merge', 'labels'])('the cases of %s.json', (name) => {
  const file = `test/contract/cases/${name}.json`;
  const results = evaluateFile(file);
  const cases = casesIn(file);

  it('gives one result a case', () => {
    expect(results).toHaveLength(cases.length);
  });

  it.each(cases.map((entry, index) => ({ ...entry, result: results[index] })))('$id: $note', (entry) => {
    expect(entry.result).toMatchObject(entry.expect);
  });
});

describe('the rules command', () => {
  it('takes one facts object from standard input', () => {
    const { stdout, status } = evaluateText('{"pool": {"gmv": "50000", "crossStoreAmount": "0"}}');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).mergeFee).toEqual({ incentive: 'unknown', low: '2100.00', high: '2750.00' });
  });

  it.each([
    ['{"store": ', /^Standard input can't be read as JSON/],
    ['[]5', /^Standard input can't be read as JSON/],
    ['5', /^The facts should be an object/],
    ['{"store": {"gmv90dUsd": "x"}}', /^The facts: store\.gmv90dUsd should be a decimal number/],
    ['[{"facts": {}}]', /^Case 1 should be an object with an id and facts/],
  ])('refuses %s in a sentence', (input, sentence) => {
    const { stderr, status } = evaluateText(input);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it('gives every good case its result, whatever stands beside it', () => {
    const cases = [
      { id: 'bad', facts: { store: { disputeRatePct: 'low' } } },
      { id: 'good', facts: { store: null, pool: { gmv: '100', crossStoreAmount: '0' } } },
    ];
    const { stdout, status } = evaluateText(JSON.stringify(cases));
    const [bad, good] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(bad.error).toMatch(/Case bad: store\.disputeRatePct/);
    expect(good.mergeFee).toEqual({ incentive: 'unknown', low: '4.20', high: '5.50' });
    expect(status).toBe(2);
  });

  it('says how it is called where the call is wrong', () => {
    const { stderr, status } = spawnSync(process.execPath, ['tools/rules.ts', 'evaluat'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: npm run -s rules -- evaluate FILE/);
  });
});

const BAD_FACTS: [facts: object, sentence: string][] = [
  [{ store: { gmv90dUsd: '50000 dollars' } }, 'store.gmv90dUsd should be a decimal number such as "96.49"'],
  [{ store: { gmv90dUsd: '5万' } }, 'store.gmv90dUsd should be a decimal number'],
  [{ store: { skusByCategory: { toys: 'many' } } }, 'store.skusByCategory.toys should be a decimal number'],
  [{ store: { gmv90dUsd: { shown: '5', place: 'x' } } }, 'store.gmv90dUsd.place should be a decimal number'],
  [
    { store: { gmv90dUsd: true } },
    'store.gmv90dUsd should be a decimal such as "96.49", a whole number, or {"shown"',
  ],
  [
    { store: { disputeRatePct: '-0.1' } },
    'store.disputeRatePct should be a decimal number such as "96.49", not negative',
  ],
  [{ store: { disputeRatePct: -1 } }, 'store.disputeRatePct should not be negative'],
  [{ pool: { returnRatePct: { shown: '-0.5' } } }, 'pool.returnRatePct.shown should be a decimal number'],
  [{ store: { positiveRatingPct: '101' } }, 'store.positiveRatingPct should be a percentage from 0 to 100'],
  [
    { store: { positiveRatingPct: '100.01' } },
    'store.positiveRatingPct should be a percentage from 0 to 100',
  ],
  [
    { pool: { sellThroughPct: { shown: '101' } } },
    'pool.sellThroughPct should be a percentage from 0 to 100',
  ],
  [
    { store: { registeredIn: 'China' } },
    'store.registeredIn should be an ISO 3166-1 alpha-2 code of a country',
  ],
  [
    { product: { id: '1', destinations: ['DE', 'UK'] } },
    'product.destinations.1 should be an ISO 3166-1 alpha-2 code',
  ],
  [{ product: { id: '1', blocked: ['XX'] } }, 'product.blocked.0 should be an ISO 3166-1 alpha-2 code'],
  [
    { pools: [{ id: '1', epr: [{ country: 'ZZ', scheme: 'X' }] }] },
    'pools.0.epr.0.country should be an ISO 3166-1',
  ],
  [
    { store: { postiveRatingPct: '96' } },
    'store.postiveRatingPct is not known; known here are accountApproved, ',
  ],
  [
    { shop: {} },
    'shop is not known; known here are asOf, dates, done, failure, pool, pools, product, store, whatIf',
  ],
  [
    { store: { gmv90dUsd: { shown: '5', plase: '1' } } },
    'store.gmv90dUsd.plase is not known; known here are place, shown',
  ],
  [{ pools: [{ id: '1', epr: [{ country: 'DE', scheme: 'X', no: '1' }] }] }, 'pools.0.epr.0.no is not known'],
  [
    { done: { 'merge.epr': true } },
    'done.merge.epr should be the id of a rule of the pack, such as merge.epr-bound',
  ],
  [
    { pools: [{ id: '1', epr: [{ country: 'DE' }] }] },
    'pools.0.epr.0.scheme should be of type string, and is missing',
  ],
  [{ asOf: '2026-02-30' }, 'asOf should be a day of 2000 to 2099 such as "2026-11-22"'],
];

describe('bad facts', () => {
  const cases = BAD_FACTS.map(([facts], index) => ({ id: `${index}`, facts }));
  const { stdout, stderr, status } = evaluateText(JSON.stringify(cases));
  const errors = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).error);

  it('end the command with exit code 2, each with its sentence', () => {
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual(errors);
    expect(errors).toHaveLength(BAD_FACTS.length);
  });

  it.each(BAD_FACTS.map(([facts, sentence], index) => ({ facts, sentence, index })))(
    '$facts: $sentence',
    ({ sentence, index }) => {
      expect(errors[index]).toContain(`Case ${index}: ${sentence}`);
    },
  );
});
