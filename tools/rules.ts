import { checkCommand } from './rules/check.ts';
import { diffCommand } from './rules/diff.ts';
import { evaluateCommand } from './rules/evaluate.ts';
import { explainCommand } from './rules/explain.ts';
import { InputError, refuse } from './rules/input.ts';

const COMMANDS: Record<string, (args: readonly string[]) => Promise<void>> = {
  evaluate: evaluateCommand,
  check: checkCommand,
  explain: explainCommand,
  diff: diffCommand,
};

const USAGE = `Usage: npm run -s rules -- evaluate FILE | check [PACK] [--sources DIR] | explain RULE | diff A B [--facts FILE]
  evaluate  facts in, results out, one line of JSON a case; FILE, or - for standard input
  check     proves a pack: its form, its quotes, its texts; the bundled one where none is named
  explain   a rule, fee, label, note, doubt, format or source, or a statement such as A22: what it says and who says so
  diff      what changed from pack A to pack B, and which verdicts of the facts flip`;

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new InputError(USAGE);
  await command(args);
}

await main(process.argv.slice(2)).catch(refuse);
