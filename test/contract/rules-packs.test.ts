import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../../tools/rules/explain.ts';
import { packSchema } from '../../utils/rules/pack.ts';

const PACK = 'public/rules/pack.json';
const text = readFileSync(PACK, 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'managedlens-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

const rules = (...args: string[]): Run =>
  spawnSync(process.execPath, ['tools/rules.ts', ...args], { encoding: 'utf8' });

const raised = file('raised.json', text.replace('"value": "50000"', '"value": "60000"'));

describe('check', () => {
  it('proves the bundled pack, and names the source that is not at hand', () => {
    const { stdout, status } = rules('check');
    expect(stdout).toMatch(/^sources eu-2023-988: not at hand, \d+ quotes? not checked$/m);
    expect(stdout).toMatch(/^Pack [\d.]+ is sound: \d+ rules, 27 doubts, 3 fees, 9 labels, /m);
    expect(stdout).toMatch(/\d{3} quotes found in their lines/);
    expect(status).toBe(0);
  });

  it('takes the sources of another folder', () => {
    const { stdout, status } = rules('check', PACK, '--sources', folder);
    expect(stdout).toMatch(/^sources seed-004: not at hand/m);
    expect(stdout).toMatch(/ 0 quotes found in their lines/);
    expect(status).toBe(0);
  });

  it.each([
    ['is no JSON', text.slice(0, 100), /^the file: should be JSON: /m],
    ['has a field that is not known', text.replace('"schema"', '"shema"'), /^schema: should be one of 1/m],
    [
      'tests a fact that there is none of',
      text.replace('"store.gmv90dUsd"', '"store.gmv"'),
      /^rules\.\d+\.test\.fact: should be one of /m,
    ],
    [
      'has a line of its own form',
      text.replace('  "schema": 1,', '  "schema":1,'),
      /^line 2: should be " {2}\\"schema\\": 1,", as a program writes it/m,
    ],
    ['ends without a line break', text.trimEnd(), /^the file: should end with a line break/m],
    ['goes on after its end', `${text}\n`, /^line \d+: should not be there: the pack has ended/m],
    [
      'quotes what is not said',
      text.replaceAll('近90天全托管店铺GMV≥$50,000', '近90天全托管店铺GMV≥$60,000'),
      /^rules merge\.gmv-90d: the quote does not stand in line 23 of seed-004: 近90天/m,
    ],
    [
      'names another line',
      text.replaceAll(/"statement": "E13",\n(\s*)"line": 23/g, '"statement": "E13",\n$1"line": 22'),
      /^rules merge\.gmv-90d: the quote does not stand in line 22 of seed-004/m,
    ],
    [
      'has a reading used that is none',
      text.replace('"used": "all-stores"', '"used": "no-store"'),
      /^doubts ambiguity\.gmv-of-stores: used should be one of its readings, not no-store$/m,
    ],
  ])('finds that a pack %s', (_fault, content, sentence) => {
    const { stdout, status } = rules('check', file('faulty.json', content));
    expect(stdout).toMatch(sentence);
    expect(stdout).not.toMatch(/is sound/);
    expect(status).toBe(1);
  });

  it.each([
    [['check', '--sauces', 'x'], /^Usage: npm run -s rules -- check/],
    [['check', 'no-such-pack.json'], /^no-such-pack\.json can't be read: /],
    [['check', PACK, '--sources', 'nowhere'], /^nowhere, the folder of sources, should exist/],
  ])('refuses %j', (args, sentence) => {
    const { stderr, status } = rules(...args);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  });
});

describe('explain', () => {
  it('says a rule in both languages, with its test, its quote, and the doubts it rests on', () => {
    const { stdout, status } = rules('explain', 'merge.gmv-90d');
    expect(stdout).toMatch(/^rules merge\.gmv-90d$/m);
    expect(stdout).toMatch(/zh .*\p{Script=Han}/u);
    expect(stdout).toMatch(/bar of merge/);
    expect(stdout).toMatch(/holds where store\.gmv90dUsd is at least 50000/);
    expect(stdout).toMatch(/confidence single-source/);
    expect(stdout).toMatch(/2026-03-01, line 23 \(seed-004, E13\)\n\s+“近90天全托管店铺GMV≥\$50,000/);
    expect(stdout).toMatch(/ambiguity 5, ambiguity\.gmv-of-stores/);
    expect(stdout).toMatch(/reading all-stores, which is used/);
    expect(stdout).toMatch(/reading each-store$/m);
    expect(status).toBe(0);
  });

  const pack = packSchema.parse(JSON.parse(text));

  it.each([
    ['seed-001', /undated$/m],
    ['eu.ce', /countries \["EU27"\]/],
    ['merge.fee-base', /ratePct 5\.5/],
    ['DE_WEEE', /level error/],
    ['conflict.semi-price', /^ {2}conflict K15, /m],
    ['A22', /carried by semi\./],
    ['A33', /line 62 \(seed-000\)/],
    ['E01', /carried by seed-004$/m],
  ])('explains %s', (id, sentence) => {
    expect(explain(pack, id)).toMatch(sentence);
  });

  it('says why a statement was left out', () => {
    for (const { statement, reason } of pack.leftOut) {
      expect(explain(pack, statement)).toMatch(new RegExp(`left out: ${reason}$`, 'm'));
    }
  });

  it('explains whatever the pack has', () => {
    for (const { id, text: words } of pack.rules) expect(explain(pack, id)).toContain(words.en);
  });

  it('refuses an id that is none, with what is near', () => {
    const { stderr, status } = rules('explain', 'merge.gmv');
    expect(stderr).toBe(
      'merge.gmv should be an id of the pack or of a statement; near it are merge.gmv-90d\n',
    );
    expect(status).toBe(2);
  });

  it('knows of others of the programme where none contains the id, and of none where there are none', () => {
    expect(() => explain(pack, 'semi.no-such')).toThrow(/; near it are semi\./);
    expect(() => explain(pack, 'A99')).toThrow(/^A99 should be an id of the pack or of a statement$/);
  });
});

describe('diff', () => {
  it('names no difference of a pack and itself', () => {
    const { stdout, status } = rules('diff', PACK, PACK);
    expect(stdout).toMatch(/^[\d.]+ -> [\d.]+: 0 added, 0 removed, 0 changed\.\n$/);
    expect(status).toBe(0);
  });

  it('names the rule that changed and the verdicts that flip', () => {
    const { stdout, status } = rules('diff', PACK, raised, '--facts', 'test/contract/cases/merge.json');
    expect(stdout).toMatch(/^~ rules merge\.gmv-90d test\.value: 50000 -> 60000$/m);
    expect(stdout).toMatch(/^Case M01: programmes\.merge\.verdict: pass -> fail$/m);
    expect(stdout).toMatch(/^Case M01: programmes\.merge\.fails: \+merge\.gmv-90d$/m);
    expect(stdout).toMatch(/0 added, 0 removed, 1 changed; of \d+ facts, \d+ with another result\.$/m);
    expect(status).toBe(0);
  });

  it('tells what is gone of a list from what is new', () => {
    const { stdout } = rules('diff', PACK, file('fewer.json', text.replace('"BH",\n      "KW"', '"KW"')));
    expect(stdout).toMatch(/^~ groups GSO: -BH$/m);
  });

  it.each([
    [[PACK], /^Usage: npm run -s rules -- diff A B/],
    [[PACK, 'no-such-pack.json'], /^no-such-pack\.json can't be read/],
    [[PACK, 'package.json'], /^package\.json is no pack: schema should be one of 1/],
    [
      [PACK, file('no-fee.json', text.replaceAll('"merge.fee-base"', '"merge.fee-bass"'))],
      /should have merge\.fee-base among its fees/,
    ],
    [
      [PACK, raised, '--facts', file('bad.json', '{"store": {"gmv90dUsd": "lots"}}')],
      /^The facts: store\.gmv90dUsd should be a decimal/,
    ],
  ])('refuses %j', (args, sentence) => {
    const { stderr, status } = rules('diff', ...args);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  });
});
