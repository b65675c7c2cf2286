import { isCountryCode } from '../rules/facts.ts';
import { DECIDED_KINDS, type Pack, type RuleKind } from '../rules/pack.ts';
import { entriesOf, PARTS, quotesOf } from './entries.ts';
import { missingEntries } from './needed.ts';

/** Something wrong with a pack: the entry, and a sentence. */
export interface Fault {
  place: string;
  sentence: string;
}

/** Repeated ids, and ids before which a later one stands. */
function orderOf(place: string, ids: readonly string[]): Fault[] {
  return ids.slice(1).flatMap((id, index) => {
    const before = ids[index] as string;
    if (id === before) return [{ place, sentence: `${id} stands here twice` }];
    return id < before
      ? [{ place, sentence: `${id} should stand before ${before}: the list is sorted` }]
      : [];
  });
}

/** A list each of whose members is said once, in whatever order. */
function repeatedIn(place: string, ids: readonly string[]): Fault[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return repeated.map((id) => ({ place, sentence: `${id} stands here twice` }));
}

/** The parts that share one space of ids: what can be explained by its id alone. */
const NAMED = ['rules', 'doubts', 'fees', 'labels', 'notes'] as const;

function listFaults(pack: Pack): Fault[] {
  const entries = entriesOf(pack);
  const ids = (part: (typeof PARTS)[number]): string[] =>
    entries.filter((entry) => entry.part === part).map(({ id }) => id);
  return [
    ...PARTS.filter((part) => part !== 'siteMap').flatMap((part) => orderOf(part, ids(part))),
    ...Object.entries(pack.groups).flatMap(([group, countries]) => orderOf(`groups ${group}`, countries)),
    ...repeatedIn(
      NAMED.join(', '),
      NAMED.flatMap((part) => [...new Set(ids(part))]),
    ),
    ...pack.doubts.flatMap(({ id, readings }) =>
      repeatedIn(
        `doubts ${id}`,
        readings.map((reading) => reading.id),
      ),
    ),
  ];
}

/** Every text in both languages that stands somewhere in a value, with its path. */
function textsIn(value: unknown, path: string): { path: string; zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [{ path, ...(value as { zh: string; en: string }) }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

const HAN = /\p{Script=Han}/u;

function textFaults(pack: Pack): Fault[] {
  return entriesOf(pack).flatMap(({ part, id, value }) =>
    textsIn(value, '').flatMap(({ path, zh, en }) => [
      ...(HAN.test(zh) ? [] : [{ place: `${part} ${id}`, sentence: `${path}.zh should be Chinese: ${zh}` }]),
      ...(HAN.test(en) ? [{ place: `${part} ${id}`, sentence: `${path}.en should be English: ${en}` }] : []),
    ]),
  );
}

/** Kinds of rule that may have a test without needing one: whether it is done follows from a fact. */
const MAY_BE_TESTED: readonly RuleKind[] = ['diagnosis', 'document', 'step'];

/** What a list of steps, documents and bars can name. */
const ITEMS: readonly RuleKind[] = ['bar', 'document', 'step'];

function ruleFaults({ rules, programmes, doubts }: Pack): Fault[] {
  const items = new Set(rules.filter(({ kind }) => ITEMS.includes(kind)).map(({ id }) => id));
  const readings = new Set(doubts.flatMap((doubt) => doubt.readings.map(({ id }) => `${doubt.id}/${id}`)));
  return rules.flatMap(({ id, kind, programme, test, periods = [], after = [], steps = [] }) => {
    const isDecided = DECIDED_KINDS.some((decided) => decided === kind);
    const sentences = [
      ...(isDecided && !test ? [`a ${kind} should have a test`] : []),
      ...(test && !isDecided && !MAY_BE_TESTED.includes(kind) ? [`a ${kind} should have no test`] : []),
      ...(programmes.some((each) => each.id === programme) ? [] : [`programmes has no ${programme}`]),
      ...[...after, ...steps]
        .filter((item) => item === id || !items.has(item))
        .map((item) => `${item} should be another rule that is a step, a document or a bar`),
      ...periods.flatMap(({ least, most, reading }) => [
        ...(least !== undefined && least > most ? [`a period of at least ${least} and at most ${most}`] : []),
        ...(reading !== undefined && !readings.has(reading) ? [`no doubt has the reading ${reading}`] : []),
      ]),
    ];
    return sentences.map((sentence) => ({ place: `rules ${id}`, sentence }));
  });
}

function doubtFaults({ doubts }: Pack): Fault[] {
  return doubts
    .filter(({ used, readings }) => used !== null && !readings.some(({ id }) => id === used))
    .map(({ id, used }) => ({
      place: `doubts ${id}`,
      sentence: `used should be one of its readings, not ${used}`,
    }));
}

function programmeFaults({ programmes }: Pack): Fault[] {
  const above = new Map(programmes.map((programme) => [programme.id, programme.extends]));
  return programmes.flatMap(({ id, extends: parent }) => {
    const place = `programmes ${id}`;
    if (parent && !above.has(parent))
      return [{ place, sentence: `extends ${parent}, which programmes has not` }];
    const seen = new Set<string>();
    for (let at = parent; at; at = above.get(at)) {
      if (at === id) return [{ place, sentence: 'extends itself in a circle' }];
      if (seen.has(at)) break;
      seen.add(at);
    }
    return [];
  });
}

function sourceFaults(pack: Pack): Fault[] {
  const quotes = quotesOf(pack);
  const known = new Set(pack.sources.map(({ id }) => id));
  const named = new Set(quotes.filter(({ part }) => part !== 'sources').map(({ source }) => source));
  return [
    ...quotes
      .filter(({ source }) => !known.has(source))
      .map(({ part, id, source }) => ({ place: `${part} ${id}`, sentence: `sources has no ${source}` })),
    ...[...known]
      .filter((id) => !named.has(id))
      .map((id) => ({ place: `sources ${id}`, sentence: 'nothing in the pack rests on it' })),
  ];
}

function leftOutFaults(pack: Pack): Fault[] {
  const carried = new Map(
    quotesOf(pack).flatMap(({ part, id, statement }) =>
      statement && part !== 'leftOut' ? [[statement, `${part} ${id}`] as const] : [],
    ),
  );
  return pack.leftOut.flatMap(({ statement }) => {
    const carrier = carried.get(statement);
    return carrier ? [{ place: `leftOut ${statement}`, sentence: `${carrier} carries it` }] : [];
  });
}

function countryFaults({ groups, labels, notes }: Pack): Fault[] {
  const members = Object.entries(groups).flatMap(([group, countries]) =>
    countries
      .filter((code) => !isCountryCode(code))
      .map((code) => ({ place: `groups ${group}`, sentence: `${code} is no ISO 3166-1 code of a country` })),
  );
  const named = Object.entries({ labels, notes }).flatMap(([part, entries]) =>
    entries.flatMap(({ id, countries }) =>
      countries
        .filter((entry) => !isCountryCode(entry) && !Object.hasOwn(groups, entry))
        .map((entry) => ({ place: `${part} ${id}`, sentence: `${entry} is neither a group nor a country` })),
    ),
  );
  return [...members, ...named];
}

/** @returns undefined where the text is no regular expression */
export function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

function formatFaults({ formats }: Pack): Fault[] {
  return formats.flatMap(({ id, pattern, valid, invalid }) => {
    const place = `formats ${id}`;
    const expression = patternOf(pattern);
    if (!expression) return [{ place, sentence: `${pattern} is no regular expression` }];
    return [
      ...valid
        .filter((sample) => !expression.test(sample))
        .map((sample) => ({ place, sentence: `should match its valid sample ${sample}` })),
      ...invalid
        .filter((sample) => expression.test(sample))
        .map((sample) => ({ place, sentence: `should not match its invalid sample ${sample}` })),
    ];
  });
}

const neededFaults = (pack: Pack): Fault[] =>
  missingEntries(pack).map(({ part, id }) => ({
    place: part,
    sentence: `has no ${id}, which evaluation needs`,
  }));

const PROOFS: readonly ((pack: Pack) => Fault[])[] = [
  listFaults,
  textFaults,
  ruleFaults,
  doubtFaults,
  programmeFaults,
  sourceFaults,
  leftOutFaults,
  countryFaults,
  formatFaults,
  neededFaults,
];

/** Everything that is wrong with a pack beyond what its schema refuses; whether its quotes are true is not asked. */
export const packFaults = (pack: Pack): Fault[] => PROOFS.flatMap((proof) => proof(pack));
