import { type Change, packDifference, verdictFlips } from '../../utils/packs/difference.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { parseArguments } from './arguments.ts';
import { factsCases } from './facts-file.ts';
import { InputError, readPack } from './input.ts';

const USAGE = 'Usage: npm run -s rules -- diff A B [--facts FILE]';

const shown = (value: unknown): string =>
  value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The old value and the new one; of lists what is gone and what is new. */
function shownChange({ path, before, after }: Change): string {
  const place = path && ` ${path}`;
  if (!Array.isArray(before ?? after)) return `${place}: ${shown(before)} -> ${shown(after)}`;
  const [old, now] = [listOf(before), listOf(after)];
  const gone = old.filter((member) => !now.includes(member)).map((member) => `-${member}`);
  const fresh = now.filter((member) => !old.includes(member)).map((member) => `+${member}`);
  return `${place}: ${[...gone, ...fresh].join(' ') || 'in another order'}`;
}

const SIGNS = { added: '+', removed: '-', changed: '~' };

function printEntries(before: Pack, after: Pack): string {
  const changes = packDifference(before, after);
  for (const { part, id, kind, fields } of changes) {
    if (kind !== 'changed') console.log(`${SIGNS[kind]} ${part} ${id}`);
    for (const field of fields) console.log(`${SIGNS[kind]} ${part} ${id}${shownChange(field)}`);
  }
  const count = (kind: keyof typeof SIGNS): string =>
    `${changes.filter((change) => change.kind === kind).length} ${kind}`;
  return `${before.version} -> ${after.version}: ${count('added')}, ${count('removed')}, ${count('changed')}`;
}

async function printFlips(before: Pack, after: Pack, file: string): Promise<string> {
  const rules = new Set([...before.rules, ...after.rules].map(({ id }) => id));
  const cases = await factsCases(file, rules);
  const flips = verdictFlips(
    before,
    after,
    cases.map(({ read }) => read()),
  );
  for (const [index, changes] of flips.entries()) {
    for (const change of changes) console.log(`${cases[index]?.name}:${shownChange(change)}`);
  }
  return `; of ${cases.length} facts, ${flips.filter(({ length }) => length > 0).length} with another result`;
}

/** Prints what changed between two packs, and the results of facts that flip. */
export async function diffCommand(args: readonly string[]): Promise<void> {
  const { names, options } = parseArguments(args, ['facts'], USAGE);
  const [old, now, ...rest] = names;
  if (!old || !now || rest.length > 0) throw new InputError(USAGE);
  const before = await readPack(old);
  const after = await readPack(now);
  const entries = printEntries(before, after);
  const flips = options.facts ? await printFlips(before, after, options.facts) : '';
  console.log(`${entries}${flips}.`);
}
