import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import { eprBindings, eprFilings } from '../../rules/epr.ts';
import { isKnown } from '../../rules/facts.ts';
import type { Rule } from '../../rules/pack.ts';
import { HOUR_MS, isoOf } from '../clock.ts';
import type { Subject } from '../judgement.ts';
import { shownTime } from '../present.ts';

const HOURS_BEFORE = 72;

function fileBy({ facts }: Subject, id: string, t: Translator): string[] {
  const appliedAt = facts.pools?.find((pool) => pool.id === id)?.appliedAt;
  if (!isKnown(appliedAt)) return [];
  return [t('eprFileBy', shownTime(isoOf(Date.parse(appliedAt) - HOURS_BEFORE * HOUR_MS), t))];
}

/** Pools are stated by a person. */
function stated({ store }: Subject, id: string, text: string, t: Translator): string {
  const at = store?.pools[id]?.at;
  return at ? t('eprStated', text, t('originTyped', shownTime(at, t))) : text;
}

function filingLines(subject: Subject, t: Translator): string[] {
  return eprFilings(subject.facts.pools ?? []).map(({ pool, country, readings }) => {
    const filed = t(
      'eprFiled',
      pool,
      countryName(country, t),
      t(`eprFiled_${readings['at-least-72-hours-before']}`),
      t(`eprFiled_${readings['within-the-last-72-hours']}`),
    );
    return [stated(subject, pool, filed, t), ...fileBy(subject, pool, t)].join(' · ');
  });
}

const bindingLines = (subject: Subject, t: Translator): string[] =>
  eprBindings(subject.pack, subject.facts.pools ?? []).map(({ pool, country, status }) =>
    stated(subject, pool, t('eprBound', pool, countryName(country, t), t(`eprBound_${status}`)), t),
  );

/** What is known of the EPR numbers of each pool in each country that asks for one, as far as an item is about it. */
export function eprLines(subject: Subject, { test }: Rule, t: Translator): string[] {
  switch (test?.fact) {
    case 'pools.epr':
      return bindingLines(subject, t);
    case 'pools.eprFiled':
      return filingLines(subject, t);
    default:
      return [];
  }
}
