import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { evaluate } from '../utils/rules/evaluate.ts';
import { type Facts, factsSchema } from '../utils/rules/facts.ts';
import { type Pack, packSchema } from '../utils/rules/pack.ts';
import { z } from '../utils/rules/zod.ts';

const USAGE = 'Usage: npm run -s rules -- evaluate FILE   (FILE, or - for standard input)';

/** A mistake of the caller's: told in one sentence, exit code 2. */
class InputError extends Error {}

// zod's own sentences, for what the schema has none of its own for.
z.config(z.locales.en());

const PACK_FILE = new URL('../public/rules/pack.json', import.meta.url);

const caseSchema = z.looseObject({ id: z.string(), facts: z.unknown() });

function parseFacts(input: unknown, where: string): Facts {
  const result = factsSchema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.');
  throw new InputError(`${where}: ${field ? `${field} ` : ''}${issue?.message ?? 'are not facts'}`);
}

function factsIn(json: unknown): (() => Facts)[] {
  if (!Array.isArray(json)) return [() => parseFacts(json, 'The facts')];
  return json.map((entry, index) => () => {
    const found = caseSchema.safeParse(entry);
    if (!found.success) throw new InputError(`Case ${index + 1} should be an object with an id and facts`);
    return parseFacts(found.data.facts, `Case ${found.data.id}`);
  });
}

/** One line for each case: its results, or why its facts are none. */
function print(pack: Pack, read: () => Facts): void {
  try {
    console.log(JSON.stringify(evaluate(pack, read())));
  } catch (error) {
    refuse(error);
    console.log(JSON.stringify({ error: (error as InputError).message }));
  }
}

function refuse(error: unknown): void {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(
      (file === '-' ? await text(process.stdin) : readFileSync(file, 'utf8')).replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${file === '-' ? 'Standard input' : file} can't be read as JSON: ${reason}`);
  }
}

async function main([command, file, ...rest]: string[]): Promise<void> {
  if (command !== 'evaluate' || !file || rest.length > 0) throw new InputError(USAGE);
  const pack = packSchema.parse(JSON.parse(readFileSync(PACK_FILE, 'utf8')));
  for (const read of factsIn(await readJson(file))) print(pack, read);
}

await main(process.argv.slice(2)).catch(refuse);
