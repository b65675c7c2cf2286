import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundled } from '../unit/packs/support.ts';

const EXAMPLE = 'tools/rules/example';
const folder = mkdtempSync(join(tmpdir(), 'managedlens-publishing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rules = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/rules.ts', ...args], { encoding: 'utf8' });

const exampleKey = readFileSync(`${EXAMPLE}/public-key.txt`, 'utf8').trim();

describe('the example folder', () => {
  it('is signed by its key, and is what it says it was made of', () => {
    const { stdout, status } = rules('verify', `${EXAMPLE}/pack.json`, '--key', exampleKey);
    expect(stdout).toMatch(/is signed by this key and sound: version [\d.]+ of [\d-]+\.$/m);
    expect(status).toBe(0);
    const served = JSON.parse(readFileSync(`${EXAMPLE}/pack.json`, 'utf8'));
    expect(served.pack).toBe(readFileSync(`${EXAMPLE}/agency.json`, 'utf8'));
  });
});

describe('keygen, sign and verify', { timeout: 30_000 }, () => {
  const keyFile = join(folder, 'key.json');
  const made = rules('keygen', keyFile);
  // As the extension's own pack, however old the example has become.
  const { version, date } = bundled;
  const agency = { ...JSON.parse(readFileSync(`${EXAMPLE}/agency.json`, 'utf8')), version, date };
  const mine = join(folder, 'mine.json');
  writeFileSync(mine, JSON.stringify(agency));
  const [, key = ''] = /Public key (\S+) \(id [0-9a-f]{16}\)/.exec(made.stdout) ?? [];

  it('make a key that others can’t read, and never another in its place', () => {
    expect(key).toHaveLength(44);
    expect(statSync(keyFile).mode & 0o077).toBe(0);
    const again = rules('keygen', keyFile);
    expect([again.status, again.stderr]).toEqual([2, expect.stringMatching(/never overwritten/)]);
  });

  it('sign what they prove, and prove nothing that was changed or is another’s', () => {
    const out = join(folder, 'pack.json');
    expect(rules('sign', mine, '--key', keyFile, '--out', out).status).toBe(0);
    expect(rules('verify', out, '--key', key).status).toBe(0);
    expect(rules('verify', out, '--key', exampleKey)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/would be refused: other-key/),
    });
    writeFileSync(out, readFileSync(out, 'utf8').replace('opinion', 'law'));
    expect(rules('verify', out, '--key', key).stderr).toMatch(/would be refused: wrong-signature/);
  });

  const [rule] = agency.rules;

  it.each([
    ['no-source merge.example-agency', { rules: [{ ...rule, evidence: [] }] }],
    ['sources has no nobody', { rules: [{ ...rule, evidence: [{ source: 'nobody', quote: '无' }] }] }],
    ['unknown-schema', { schema: 2 }],
    [`older ${version}`, { version: '2020.1.1' }],
    ['clock', { version: '2099.1.1' }],
    ['malformed date', { date: '2026-02-30' }],
    ['too-large', { labels: Array.from({ length: 150 }, () => ({ id: 'x'.repeat(15_000) })) }],
  ])('sign nothing that the extension would refuse: %s', (reason, change) => {
    const [file, out] = [join(folder, 'bad.json'), join(folder, 'bad-out.json')];
    writeFileSync(file, JSON.stringify({ ...agency, ...change }));
    const { status, stderr } = rules('sign', file, '--key', keyFile, '--out', out);
    expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
    expect(existsSync(out)).toBe(false);
  });

  it('say how they are called where the call is wrong', () => {
    for (const name of ['keygen', 'sign', 'verify']) {
      expect(rules(name).stderr).toMatch(new RegExp(`^Usage: npm run -s rules -- ${name} `));
    }
  });
});
