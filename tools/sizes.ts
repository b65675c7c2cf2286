import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension, ROOT } from './build.ts';
import { formatTable } from './table.ts';

const BUDGET = 25 * 1024;

interface Size {
  path: string;
  bytes: number;
  gzipped: number;
}

async function measure(folder: string): Promise<Size[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = paths.sort().map(async (path) => {
    const content = await readFile(path);
    return { path: relative(folder, path), bytes: content.length, gzipped: gzipSync(content).length };
  });
  return Promise.all(sizes);
}

interface Manifest {
  content_scripts: { js: string[] }[];
}

/** Every file that a page of the seller centre is given from the start: the views come when they are needed. */
async function contentScripts(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  return (JSON.parse(text) as Manifest).content_scripts.flatMap(({ js }) => js);
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

for (const browser of ['chrome', 'firefox'] as const) {
  const folder = await buildExtension(browser);
  const sizes = await measure(folder);
  const own = await contentScripts(folder);
  const content = sum(sizes.filter(({ path }) => own.includes(path)).map(({ gzipped }) => gzipped));
  const total = ['total', sum(sizes.map(({ bytes }) => bytes)), sum(sizes.map(({ gzipped }) => gzipped))];
  const rows = sizes.map(({ path, bytes, gzipped }) => [path, bytes, gzipped]);
  console.log(formatTable([[relative(ROOT, folder), 'bytes', 'gzipped'], ...rows, total]));
  const over = content > BUDGET;
  console.log(`content scripts: ${content} of ${BUDGET} bytes gzipped${over ? ': TOO LARGE' : ''}\n`);
  if (over) process.exitCode = 1;
}
