import { evaluate } from '../../utils/rules/evaluate.ts';
import { type FactsCase, factsCases } from './facts-file.ts';
import { InputError, readPack, refuse } from './input.ts';

const USAGE = 'Usage: npm run -s rules -- evaluate FILE   (FILE, or - for standard input)';

/** Prints one line of JSON for each case of a file: its results, or why its facts are none. */
export async function evaluateCommand([file, ...rest]: readonly string[]): Promise<void> {
  if (!file || rest.length > 0) throw new InputError(USAGE);
  const pack = await readPack();
  const result = ({ read }: FactsCase): unknown => {
    try {
      return evaluate(pack, read());
    } catch (error) {
      refuse(error);
      return { error: (error as InputError).message };
    }
  };
  for (const each of await factsCases(file, new Set(pack.rules.map(({ id }) => id)))) {
    console.log(JSON.stringify(result(each)));
  }
}
