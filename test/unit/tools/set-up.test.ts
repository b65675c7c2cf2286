import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const TOOLS = join(import.meta.dirname, '..', '..', '..', 'tools');

/** Stands in for npm: says so where npm would, and leaves a node_modules with a program in it. */
const NPM = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
console.log('noise of npm');
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
mkdirSync('node_modules/.bin', { recursive: true });
writeFileSync('node_modules/.bin/greet', '#!/bin/sh\\necho hello', { mode: 0o755 });
setTimeout(() => process.exit(Number(process.env.NPM_FAILS ?? 0)), 100);
`;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'set-up-'));
  await cp(join(TOOLS, 'set-up.mjs'), join(project, 'tools', 'set-up.mjs'));
  await cp(join(TOOLS, 'browsers', 'find.mjs'), join(project, 'tools', 'browsers', 'find.mjs'));
  await writeFile(join(project, 'package-lock.json'), '{}');
  await writeFile(join(project, 'npm-cli.js'), NPM);
});

afterEach(() => rm(project, { recursive: true }));

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

function setUp(args: string[], { env = {}, input = '' } = {}): Promise<Result> {
  const child = spawn(process.execPath, ['tools/set-up.mjs', ...args], {
    cwd: project,
    env: { ...process.env, npm_execpath: join(project, 'npm-cli.js'), ...env },
  });
  const result: Result = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    result.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    result.stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...result, code })));
}

const calls = async () => (await readFile(join(project, 'calls'), 'utf8')).trim().split('\n').length;

test('installs the packages, then runs a program of theirs; only the program writes to stdout', async () => {
  const result = await setUp(['--packages', '--', 'greet']);
  expect(result).toMatchObject({ code: 0, stdout: 'hello\n' });
  expect(result.stderr).toContain('noise of npm');
});

test('the second run installs and says nothing; a changed lockfile is installed again', async () => {
  await setUp(['--packages', '--', 'greet']);
  expect(await setUp(['--packages', '--', 'greet'])).toEqual({ code: 0, stdout: 'hello\n', stderr: '' });
  expect(await calls()).toBe(1);
  await writeFile(join(project, 'package-lock.json'), '{ "changed": true }');
  await setUp(['--packages', '--', 'greet']);
  expect(await calls()).toBe(2);
});

test('an installation that failed runs nothing, and is done again', async () => {
  const failed = await setUp(['--packages', '--', 'greet'], { env: { NPM_FAILS: '1' } });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toContain('set-up: npm install failed');
  expect(await setUp(['--packages', '--', 'greet'])).toMatchObject({ code: 0, stdout: 'hello\n' });
});

test('of two runs at once one installs, and both run their command', async () => {
  const both = await Promise.all([1, 2].map(() => setUp(['--packages', '--', 'greet'])));
  expect(both.map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, 'hello\n'],
    [0, 'hello\n'],
  ]);
  expect(await calls()).toBe(1);
});

test('a lock that a killed run left behind is taken over', async () => {
  const lock = join(project, '.output', 'set-up.lock');
  await mkdir(lock, { recursive: true });
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, anHourAgo, anHourAgo);
  expect(await setUp(['--packages', '--', 'greet'])).toMatchObject({ code: 0, stdout: 'hello\n' });
});

test("the command's input, output, exit code and death by a signal pass through", async () => {
  const echo = ['--packages', '--', 'sh', '-c', 'cat; exit 7'];
  expect(await setUp(echo, { input: 'through' })).toMatchObject({ code: 7, stdout: 'through' });
  expect(await setUp(['--packages', '--', 'sh', '-c', 'kill -TERM $$'])).toMatchObject({ code: 143 });
});

test('a browser path that leads nowhere is named, and nothing is installed for it', async () => {
  const result = await setUp(['--browsers', '--', 'greet'], { env: { FIREFOX_PATH: '/nowhere' } });
  expect(result).toEqual({
    code: 1,
    stdout: '',
    stderr: 'set-up: FIREFOX_PATH names a file that does not exist.\n',
  });
});

test.each([[[]], [['greet']], [['--packages', 'greet']], [['--packages', '--']]])(
  '%j is answered with the usage',
  async (args) => {
    const result = await setUp(args);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/^set-up: usage: /);
  },
);
