import { parseArgs } from 'node:util';
import { InputError } from './input.ts';

/** The names a subcommand was called with, and its options that take a value. */
export interface Arguments<Option extends string> {
  names: string[];
  options: Partial<Record<Option, string>>;
}

/** @throws InputError with the usage where an option is not known or lacks its value */
export function parseArguments<Option extends string>(
  args: readonly string[],
  known: readonly Option[],
  usage: string,
): Arguments<Option> {
  const options = Object.fromEntries(known.map((name) => [name, { type: 'string' as const }]));
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { names: positionals, options: values as Arguments<Option>['options'] };
  } catch {
    throw new InputError(usage);
  }
}
