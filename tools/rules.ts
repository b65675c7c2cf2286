import { checkCommand } from './rules/check.ts';
import { diffCommand } from './rules/diff.ts';
import { evaluateCommand } from './rules/evaluate.ts';
import { explainCommand } from './rules/explain.ts';
import { InputError, refuse } from './rules/input.ts';
import { keygenCommand } from './rules/keygen.ts';
import { signCommand } from './rules/sign.ts';
import { verifyCommand } from './rules/verify.ts';

const COMMANDS: Record<string, (args: readonly string[]) => Promise<void>> = {
  evaluate: evaluateCommand,
  check: checkCommand,
  explain: explainCommand,
  diff: diffCommand,
  keygen: keygenCommand,
  sign: signCommand,
  verify: verifyCommand,
};

const USAGE = `Usage: npm run -s rules -- evaluate FILE | check [PACK] [--sources DIR] | explain RULE | diff A B [--facts FILE]
         | keygen FILE | sign PACK --key FILE --out FILE | verify FILE --key PUBLIC_KEY
  evaluate  facts in, results out, one line of JSON a case; FILE, or - for standard input
  check     proves a pack: its form, its quotes, its texts; the bundled one where none is named
  explain   a rule, fee, label, note, doubt, format or source, or a statement such as A22: what it says and who says so
  diff      what changed from pack A to pack B, and which verdicts of the facts flip
  keygen    a new key to sign packs with: the private one into FILE, the public one printed
  sign      a pack, whole or partial, as it is served
  verify    proves a signed pack as the extension does`;

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new InputError(USAGE);
  await command(args);
}

await main(process.argv.slice(2)).catch(refuse);
