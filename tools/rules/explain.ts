import { type Entry, entriesOf, type Part, type Quoted, quotesOf } from '../../utils/packs/entries.ts';
import { doubtsOn } from '../../utils/rules/doubts.ts';
import type { Doubt, Evidence, Pack, Proven, Rule } from '../../utils/rules/pack.ts';
import { InputError, readPack } from './input.ts';
import { nearIds } from './near-ids.ts';
import { evidenceLines, periodLine, sourceName, testLine, textLines } from './sentence-lines.ts';

const USAGE = 'Usage: npm run -s rules -- explain RULE   (an id of the pack, or of a statement such as A22)';

const EXPLAINED: readonly Part[] = ['rules', 'doubts', 'fees', 'labels', 'notes', 'formats', 'sources'];

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function doubtLines(pack: Pack, { id, kind, number, topic, readings, used, why }: Doubt): string[] {
  return [
    `${kind} ${number}, ${id}`,
    ...textLines(topic),
    ...readings.flatMap((reading) => [
      `reading ${reading.id}${reading.id === used ? ', which is used' : ''}`,
      ...indent([...textLines(reading.text), ...evidenceLines(pack, reading.evidence)]),
    ]),
    used === null ? 'no reading is preferred, all are shown' : `used ${used}`,
    ...indent(textLines(why)),
  ];
}

const doubtsBeside = (pack: Pack, evidence: readonly Evidence[]): string[] =>
  doubtsOn(pack, evidence).flatMap((doubt) => ['', ...indent(doubtLines(pack, doubt))]);

const provenLines = (
  pack: Pack,
  { text, confidence, evidence }: Proven,
  own: readonly string[],
): string[] => [
  ...textLines(text),
  ...own,
  `confidence ${confidence}`,
  ...evidenceLines(pack, evidence),
  ...doubtsBeside(pack, evidence),
];

function ruleLines(pack: Pack, rule: Rule): string[] {
  const title = pack.programmes.find(({ id }) => id === rule.programme)?.title;
  return provenLines(pack, rule, [
    `${rule.kind} of ${rule.programme}${title ? ` (${title.zh}, ${title.en})` : ''}`,
    ...(rule.test ? [testLine(rule.kind, rule.test)] : []),
    ...(rule.periods ?? []).map(periodLine),
  ]);
}

const carriersLine = (quotes: readonly Quoted[]): string =>
  `carried by ${[...new Set(quotes.map(({ id }) => id))].join(', ')}`;

function sourceLines(pack: Pack, id: string): string[] {
  const quotes = quotesOf(pack).filter(({ source, part }) => source === id && part !== 'sources');
  const dated = pack.sources.find((source) => source.id === id)?.dated;
  return [
    sourceName(pack, id),
    ...(dated ? [`dated by line ${dated.line} (${dated.statement}): ${dated.quote}`] : []),
    carriersLine(quotes),
  ];
}

/** Labels, fees and formats have a few plain fields of their own. */
const fieldLines = (value: object): string[] =>
  Object.entries(value)
    .filter(([name]) => !['id', 'text', 'confidence', 'evidence'].includes(name))
    .map(([name, field]) => `${name} ${typeof field === 'string' ? field : JSON.stringify(field)}`);

function explainEntry(pack: Pack, { part, id, value }: Entry): string[] {
  switch (part) {
    case 'rules':
      return ruleLines(pack, value as Rule);
    case 'doubts':
      return doubtLines(pack, value as Doubt);
    case 'sources':
      return sourceLines(pack, id);
    case 'formats':
      return fieldLines(value);
    default:
      return provenLines(pack, value as Proven, fieldLines(value));
  }
}

/** What carries a statement of a source, or why nothing does. */
function explainStatement(pack: Pack, id: string): string[] {
  const quotes = quotesOf(pack).filter(({ statement }) => statement === id);
  const [first] = quotes;
  if (!first) return [];
  const leftOut = pack.leftOut.find(({ statement }) => statement === id);
  const { source, line, quote } = first;
  return [
    `statement ${id}`,
    ...indent([
      ...evidenceLines(pack, [{ source, line, quote }]),
      leftOut ? `left out: ${leftOut.reason}` : carriersLine(quotes),
    ]),
  ];
}

/**
 * Everything a pack says of an id: of an entry, or of a statement of a source.
 * @throws InputError where it is neither, with the ids that are near
 */
export function explain(pack: Pack, id: string): string {
  const entries = entriesOf(pack).filter(({ part }) => EXPLAINED.includes(part));
  const found = entries.filter((entry) => entry.id === id);
  const lines = found.flatMap((entry) => [`${entry.part} ${id}`, ...indent(explainEntry(pack, entry))]);
  const all = lines.length > 0 ? lines : explainStatement(pack, id);
  if (all.length > 0) return all.map((line) => line.trimEnd()).join('\n');
  const near = nearIds(
    id,
    entries.map((entry) => entry.id),
  );
  throw new InputError(
    `${id} should be an id of the pack or of a statement${near && `; near it are ${near}`}`,
  );
}

/** Prints what the bundled pack says of an id. */
export async function explainCommand([id, ...rest]: readonly string[]): Promise<void> {
  if (!id || rest.length > 0) throw new InputError(USAGE);
  console.log(explain(await readPack(), id));
}
