import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { missingEntries } from '../../utils/packs/needed.ts';
import { type Pack, packSchema } from '../../utils/rules/pack.ts';
import { firstFault } from './sentences.ts';

/** A mistake of the caller's: told in one sentence, exit code 2. */
export class InputError extends Error {}

/** Tells the caller's mistake, and leaves any other error to whoever called. */
export function refuse(error: unknown): void {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

export const BUNDLED_PACK = fileURLToPath(new URL('../../public/rules/pack.json', import.meta.url));

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws InputError where the file can't be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file} can't be read: ${reasonOf(error)}`);
  }
}

/**
 * The JSON of a file, `-` for standard input; a byte order mark before it is passed over.
 * @throws InputError where it is none
 */
export async function readJson(file: string): Promise<unknown> {
  const content = file === '-' ? await text(process.stdin) : readText(file);
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(`${nameOf(file)} can't be read as JSON: ${reasonOf(error)}`);
  }
}

/** @throws InputError where the file holds no pack of this schema, or one that lacks what evaluation needs */
export async function readPack(file = BUNDLED_PACK): Promise<Pack> {
  const result = packSchema.safeParse(await readJson(file));
  if (!result.success) {
    const { path, sentence } = firstFault(result.error);
    throw new InputError(`${nameOf(file)} is no pack: ${path || 'it'} ${sentence}`);
  }
  const [missing] = missingEntries(result.data);
  if (missing) throw new InputError(`${nameOf(file)} should have ${missing.id} among its ${missing.part}`);
  return result.data;
}
