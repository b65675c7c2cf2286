import { isFieldPath } from '../../facts/fields.ts';
import { type KeptFacts, winning } from '../../facts/kept.ts';
import type { StatedPool } from '../../facts/pools.ts';
import { countryName } from '../../facts/show.ts';
import type { LogEntry, StoreLog } from '../../facts/store-log.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Pack } from '../../rules/pack.ts';
import { chineseDay } from '../clock.ts';
import { factName, originText, shownTime, sideOf } from '../present.ts';
import { numberTitle } from './epr-numbers.ts';
import { shortValue } from './short.ts';

export interface LogEntryView {
  /** Counted from the first entry that there ever was. */
  place: number;
  /** In China, ISO 8601. */
  day: string;
  what: string;
  from: string;
  to: string;
  origin: string;
}

/** Some of a store's log, the newest first. */
export interface LogView {
  entries: LogEntryView[];
  /** How many entries the filter leaves, of how many that are kept. */
  found: number;
  kept: number;
  /** How many older ones are no longer kept. */
  dropped: number;
}

/** `ticks.merge.step-apply` is of `ticks`, and means the rule `merge.step-apply`. */
const partsOf = (what: string): [kind: string, id: string] => {
  const dot = what.indexOf('.');
  return dot < 0 ? [what, ''] : [what.slice(0, dot), what.slice(dot + 1)];
};

function whatText(what: string, pack: Pack, t: Translator): string {
  if (isFieldPath(what)) return factName(what, t);
  const [kind, id] = partsOf(what);
  const rule = pack.rules.find((entry) => entry.id === id)?.text[sideOf(t)] ?? id;
  switch (kind) {
    case 'ticks':
      return t('logTick', rule);
    case 'notes':
      return t('logNote', rule);
    case 'pools':
      return t('logPool', id);
    case 'colour':
      return t('logColour');
    case 'name':
      return t('storeName');
    default:
      return what;
  }
}

/** All that is stated of a pool, in one line. */
function poolText({ destinations, epr, appliedAt }: Omit<StatedPool, 'at'>, t: Translator): string {
  const numbers = epr?.map(({ country, scheme, number, filedAt }) => {
    const filed = filedAt ? ` (${t('eprFiledAt', shownTime(filedAt, t))})` : '';
    return `${numberTitle(country, scheme, t)} ${number}${filed}`;
  });
  return [
    destinations?.map((code) => countryName(code, t)).join(t('comma')) || t('notKnown'),
    numbers?.join(t('comma')) || t('notKnown'),
    appliedAt ? t('monitorPoolApplied', shownTime(appliedAt, t)) : t('monitorPoolAppliedUnknown'),
  ].join(t('semicolon'));
}

function valueText(what: string, value: unknown, currency: string | undefined, t: Translator): string {
  if (value === null || value === undefined) return t('logNothing');
  if (isFieldPath(what)) return shortValue(what, value, currency, t);
  const [kind] = partsOf(what);
  if (kind === 'pools') return poolText(value as Omit<StatedPool, 'at'>, t);
  return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value);
}

interface Shown {
  pack: Pack;
  facts: KeptFacts;
  t: Translator;
}

function entryView({ at, what, from, to, origin }: LogEntry, place: number, shown: Shown): LogEntryView {
  const { pack, facts, t } = shown;
  const currency = winning('pool.currency', facts['pool.currency'])?.value as string | undefined;
  return {
    place,
    day: chineseDay(Date.parse(at)),
    what: whatText(what, pack, t),
    from: valueText(what, from, currency, t),
    to: valueText(what, to, currency, t),
    origin: originText({ at, origin }, t),
  };
}

const isFound = ({ what, from, to, origin, day }: LogEntryView, text: string): boolean =>
  [what, from, to, origin, day].some((part) => part.toLowerCase().includes(text));

/** The newest entries of a log that say a text anywhere, at most so many. */
export function logView(log: StoreLog, text: string, most: number, shown: Shown): LogView {
  const wanted = text.trim().toLowerCase();
  const found = log.entries
    .map((entry, index) => entryView(entry, log.dropped + index, shown))
    .filter((view) => isFound(view, wanted))
    .toReversed();
  return {
    entries: found.slice(0, most),
    found: found.length,
    kept: log.entries.length,
    dropped: log.dropped,
  };
}
