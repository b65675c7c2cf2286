import { type Facts, factsSchema } from '../../utils/rules/facts.ts';
import { z } from '../../utils/rules/zod.ts';
import { InputError, readJson } from './input.ts';
import { nearIds } from './near-ids.ts';
import { firstFault } from './sentences.ts';

/** One case of a facts file; its facts are checked when they are read. */
export interface FactsCase {
  name: string;
  /** @throws InputError where they are none */
  read(): Facts;
}

const caseSchema = z.looseObject({ id: z.string(), facts: z.unknown() });

function parse(name: string, input: unknown, rules: ReadonlySet<string>): Facts {
  const result = factsSchema.safeParse(input);
  if (!result.success) {
    const { path, sentence } = firstFault(result.error);
    throw new InputError(path ? `${name}: ${path} ${sentence}` : `${name} ${sentence}`);
  }
  const unknown = Object.keys(result.data.done ?? {}).find((id) => !rules.has(id));
  if (unknown !== undefined) {
    const near = nearIds(unknown, [...rules]);
    throw new InputError(
      `${name}: done.${unknown} should be the id of a rule of the pack${near && `, such as ${near}`}`,
    );
  }
  return result.data;
}

/**
 * The cases of a facts file: one facts object, or an array of cases with an id and facts.
 * @param rules the ids that `done` may name
 */
export async function factsCases(file: string, rules: ReadonlySet<string>): Promise<FactsCase[]> {
  const json = await readJson(file);
  if (!Array.isArray(json)) return [{ name: 'The facts', read: () => parse('The facts', json, rules) }];
  return json.map((entry: unknown, index) => {
    const found = caseSchema.safeParse(entry);
    const name = found.success ? `Case ${found.data.id}` : `Case ${index + 1}`;
    return {
      name,
      read() {
        if (!found.success) throw new InputError(`${name} should be an object with an id and facts`);
        return parse(name, found.data.facts, rules);
      },
    };
  });
}
