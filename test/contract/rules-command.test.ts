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
    expect(JSON.parse(stdout)).toEqual({
      mergeFee: { incentive: 'unknown', low: '2100.00', high: '2750.00' },
    });
  });

  it.each([
    [
      '{"store": {"positiveRatingPct": "101"}}',
      /store\.positiveRatingPct should be a percentage from 0 to 100/,
    ],
    ['{"store": {"disputeRatePct": "-0.1"}}', /store\.disputeRatePct should be a decimal/],
    ['{"store": {"gmv90dUsd": "50000 dollars"}}', /store\.gmv90dUsd should be a decimal/],
    ['{"store": {"postiveRatingPct": "96"}}', /postiveRatingPct/],
    ['{"store": {"registeredIn": "China"}}', /store\.registeredIn should be an ISO 3166-1 alpha-2 code/],
    ['{"store": ', /can't be read as JSON/],
  ])('refuses %s with a sentence and exit code 2', (input, sentence) => {
    const { stdout, stderr, status } = evaluateText(input);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    if (stdout) expect(JSON.parse(stdout).error).toMatch(sentence);
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
    expect(good).toEqual({ mergeFee: { incentive: 'unknown', low: '4.20', high: '5.50' } });
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
