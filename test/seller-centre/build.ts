import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, '..', '..');
const OUTPUT = join(PROJECT, '.output', 'seller-centre');
const STAMP = 'sources.sha256';
const PACKAGES = ['@alifd/next', '@ant-design/icons', 'antd', 'moment', 'react', 'react-dom', 'vite'];

/** Where the built files are asked for: a path that no page of the seller centre has. */
const ASSETS = '/standin-assets/';

/**
 * Builds the stand-in seller centre, unless what is there was built from the same sources and packages.
 * Answers with the directory that `respond` serves.
 */
export async function buildSellerCentre(): Promise<string> {
  const stamp = await stampOfSources();
  if ((await textOf(join(OUTPUT, STAMP))) === stamp) return OUTPUT;
  const fresh = `${OUTPUT}.${process.pid}`;
  const { NODE_ENV } = process.env;
  try {
    // Vite builds React for development where a test runner has said so.
    process.env.NODE_ENV = 'production';
    await buildInto(fresh);
    await writeFile(join(fresh, STAMP), stamp);
    await putInPlace(fresh, stamp);
  } finally {
    if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;
    await rm(fresh, { recursive: true, force: true });
  }
  return OUTPUT;
}

async function buildInto(directory: string): Promise<void> {
  await build({
    configFile: false,
    root: join(HERE, 'app'),
    base: ASSETS,
    mode: 'production',
    logLevel: 'error',
    plugins: [withoutRemoteFonts()],
    // Fusion's style sheet has a media query for Internet Explorer that the minifier would stop at.
    css: { lightningcss: { errorRecovery: true } },
    build: { outDir: directory, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
}

/** Two tests may build at once, each beside the place. The one that comes second leaves what the other put there. */
async function putInPlace(fresh: string, stamp: string): Promise<void> {
  await mkdir(dirname(OUTPUT), { recursive: true });
  await rm(OUTPUT, { recursive: true, force: true });
  try {
    await rename(fresh, OUTPUT);
  } catch (error) {
    if ((await textOf(join(OUTPUT, STAMP))) !== stamp) throw error;
  }
}

/** Fusion's style sheet loads its fonts from at.alicdn.com and i.alicdn.com; the stand-in asks no other host. */
function withoutRemoteFonts(): Plugin {
  return {
    name: 'without-remote-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/@alifd\/next\/.*\.css/.test(id)) return null;
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null };
    },
  };
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(HERE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.md'));
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    hash
      .update(path.slice(HERE.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  for (const name of PACKAGES) hash.update(`${name}@${await versionOf(name)}\0`);
  return hash.digest('hex');
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
