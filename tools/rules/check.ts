import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Fault, packFaults } from '../../utils/packs/faults.ts';
import { type Pack, packSchema } from '../../utils/rules/pack.ts';
import { parseArguments } from './arguments.ts';
import { BUNDLED_PACK, InputError, readText } from './input.ts';
import { checkQuotes, type QuotesChecked } from './quotes.ts';
import { firstFault } from './sentences.ts';

const USAGE = 'Usage: npm run -s rules -- check [PACK] [--sources DIR]';

const SOURCES = fileURLToPath(new URL('../../test/contract/sources', import.meta.url));

function parsePack(text: string): Pack | Fault {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { place: 'the file', sentence: `should be JSON: ${(error as Error).message}` };
  }
  const result = packSchema.safeParse(json);
  if (result.success) return result.data;
  const { path, sentence } = firstFault(result.error);
  return { place: path || 'the file', sentence };
}

/** The first line that is not as a program would write it. */
function formFaults(pack: Pack, text: string): Fault[] {
  const formatted = `${JSON.stringify(pack, null, 2)}\n`;
  if (formatted === text) return [];
  const [lines, expected] = [text.split('\n'), formatted.split('\n')];
  const at = lines.findIndex((line, index) => line !== expected[index]);
  if (at < 0) return [{ place: 'the file', sentence: 'should end with a line break' }];
  const wanted = expected[at];
  const sentence =
    wanted === undefined
      ? 'should not be there: the pack has ended'
      : `should be ${JSON.stringify(wanted)}, as a program writes it with the keys in the schema's order`;
  return [{ place: `line ${at + 1}`, sentence }];
}

const counted = (count: number, singular: string): string => `${count} ${singular}${count === 1 ? '' : 's'}`;

function summary(pack: Pack, { atTheirLine, somewhere }: QuotesChecked): string {
  const { rules, doubts, fees, labels, notes, formats, sources, leftOut } = pack;
  const parts = Object.entries({ rule: rules, doubt: doubts, fee: fees, label: labels, note: notes })
    .map(([name, entries]) => counted(entries.length, name))
    .concat(counted(formats.length, 'format'), counted(sources.length, 'source'));
  return `Pack ${pack.version} is sound: ${parts.join(', ')}, ${leftOut.length} statements left out; ${atTheirLine} quotes found in their lines, ${somewhere} in their sources.`;
}

const print = ({ place, sentence }: Fault): void => console.log(`${place}: ${sentence}`);

/** Proves a pack: prints each fault and exits with 1, or says what was proved. */
export async function checkCommand(args: readonly string[]): Promise<void> {
  const { names, options } = parseArguments(args, ['sources'], USAGE);
  const [file = BUNDLED_PACK, ...rest] = names;
  const folder = options.sources ?? SOURCES;
  if (rest.length > 0) throw new InputError(USAGE);
  if (!existsSync(folder)) throw new InputError(`${folder}, the folder of sources, should exist`);
  const text = readText(file);
  const pack = parsePack(text);
  if ('sentence' in pack) {
    print(pack);
    process.exitCode = 1;
    return;
  }
  const quotes = checkQuotes(pack, folder);
  const faults = [...formFaults(pack, text), ...packFaults(pack), ...quotes.faults];
  faults.forEach(print);
  for (const { source, quotes: count } of quotes.unchecked) {
    console.log(`sources ${source}: not at hand, ${counted(count, 'quote')} not checked`);
  }
  console.log(
    faults.length > 0 ? `Pack ${pack.version}: ${counted(faults.length, 'fault')}.` : summary(pack, quotes),
  );
  if (faults.length > 0) process.exitCode = 1;
}
