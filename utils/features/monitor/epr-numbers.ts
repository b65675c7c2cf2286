import type { KnownPool } from '../../facts/pools.ts';
import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import { EPR_SCHEMES, eprIdentity } from '../../rules/epr.ts';
import { matchesFormat } from '../../rules/formats.ts';
import type { Pack } from '../../rules/pack.ts';
import type { Verdict } from '../judgement.ts';
import { shownTime, sideOf } from '../present.ts';

/** What was found of one thing that is asked. */
export interface CheckView {
  verdict: Verdict;
  text: string;
}

/** An EPR number of a pool, and what can be said of it. */
export interface NumberView {
  title: string;
  number: string;
  filed: string;
  checks: CheckView[];
}

type EprNumber = NonNullable<KnownPool['pool']['epr']>[number];

const HOURS = 'ambiguity.epr-72-hours';

/** A reading of the 72 hours in the pack's words. */
export const readingText = (pack: Pack, id: string, t: Translator): string =>
  pack.doubts.find((doubt) => doubt.id === HOURS)?.readings.find((reading) => reading.id === id)?.text[
    sideOf(t)
  ] ?? id;

/** Of which country and scheme a number is; the name of a known scheme says both. */
export function numberTitle(country: string, scheme: string, t: Translator): string {
  const isKnown = EPR_SCHEMES.some((known) => known === scheme);
  return isKnown
    ? t(`scheme_${scheme as 'DE_LUCID'}`)
    : t('eprTitle', countryName(country, t), t('scheme_OTHER'));
}

/** Only a form that a source states makes a number wrong; others are hints. */
function formatCheck(pack: Pack, scheme: string, number: string, t: Translator): CheckView {
  const format = pack.formats.find(({ id }) => id === scheme);
  if (!format) return { verdict: 'none', text: t('eprFormatNone') };
  const example = format.valid[0] ?? '';
  if (matchesFormat(pack, scheme, number)) return { verdict: 'pass', text: t('eprFormatFits') };
  return format.level === 'error'
    ? { verdict: 'fail', text: t('eprFormatWrong', example) }
    : { verdict: 'caution', text: t('eprFormatOdd', example) };
}

const isOther = (own: KnownPool, other: KnownPool): boolean => other.pool.id !== own.pool.id;

/** Over the pools of every store that is kept. */
function uniquenessCheck(
  own: KnownPool,
  { scheme, number }: EprNumber,
  all: readonly KnownPool[],
  t: Translator,
): CheckView {
  const identity = eprIdentity(scheme, number ?? '');
  const others = all.filter(
    (other) =>
      isOther(own, other) &&
      other.pool.epr?.some((entry) => entry.number && eprIdentity(entry.scheme, entry.number) === identity),
  );
  if (others.length === 0) return { verdict: 'pass', text: t('eprAlone', all.length) };
  const named = others.map(({ pool, stores }) =>
    t('eprSharedPool', pool.id, stores.map(({ name, channelId }) => name || channelId).join(t('comma'))),
  );
  return { verdict: 'fail', text: t('eprSharedWith', named.join(t('semicolon'))) };
}

/** The numbers of a pool as they are kept. */
export const numberViews = (
  own: KnownPool,
  pack: Pack,
  all: readonly KnownPool[],
  t: Translator,
): NumberView[] =>
  (own.pool.epr ?? []).flatMap((entry) => {
    const { country, scheme, number, filedAt } = entry;
    if (!number) return [];
    return [
      {
        title: numberTitle(country, scheme, t),
        number,
        filed: filedAt ? t('eprFiledAt', shownTime(filedAt, t)) : t('eprNotFiled'),
        checks: [formatCheck(pack, scheme, number, t), uniquenessCheck(own, entry, all, t)],
      },
    ];
  });
