import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserName } from './browsers/find.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const OUTPUT = join(ROOT, '.output');

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'wxt.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Where the extension built for this browser lies. */
export const extensionFolder = (browser: BrowserName) => join(OUTPUT, `${browser}-mv3`);

/** Builds the extension, unless its sources are those of the last build; answers its folder. */
export async function buildExtension(browser: BrowserName): Promise<string> {
  const folder = extensionFolder(browser);
  const stamp = `${folder}.stamp`;
  const sources = await hashSources();
  const last = await readFile(stamp, 'utf8').catch(() => '');
  if (last === sources && existsSync(join(folder, 'manifest.json'))) return folder;
  await rm(stamp, { force: true });
  await runWxt(browser);
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(stamp, sources);
  return folder;
}

/** A process of its own, because WXT draws its spinner on stdout, terminal or not. */
async function runWxt(browser: BrowserName): Promise<void> {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const run = promisify(execFile)(process.execPath, [wxt, 'build', '--browser', browser, '--mv3'], {
    cwd: ROOT,
    // A test runner's own NODE_ENV would make a build for development.
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
  });
  await run.catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`The extension can't be built for ${browser}:\n${stdout}${stderr}`);
  });
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listFiles(SOURCES)) {
    hash.update(`${path}\0`);
    hash.update(await readFile(join(ROOT, path)));
  }
  return hash.digest('hex');
}

async function listFiles(sources: string[]): Promise<string[]> {
  const lists = sources.map(async (source) => {
    const path = join(ROOT, source);
    if (!existsSync(path)) return [];
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
    if (!entries) return [source];
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  });
  return (await Promise.all(lists)).flat().sort();
}

if (import.meta.main) {
  for (const browser of ['chrome', 'firefox'] as const) {
    const started = performance.now();
    const folder = await buildExtension(browser);
    console.log(`${relative(ROOT, folder)}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
