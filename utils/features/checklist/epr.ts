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

function filingLines(subject: Subject, t: Translator): string[] {
  return eprFilings(subject.facts.pools ?? []).map(({ pool, country, readings }) =>
    [
      t(
        'eprFiled',
        pool,
        countryName(country, t),
        t(`eprFiled_${readings['at-least-72-hours-before']}`),
        t(`eprFiled_${readings['within-the-last-72-hours']}`),
      ),
      ...fileBy(subject, pool, t),
    ].join(' · '),
  );
}

const bindingLines = ({ pack, facts }: Subject, t: Translator): string[] =>
  eprBindings(pack, facts.pools ?? []).map(({ pool, country, status }) =>
    t('eprBound', pool, countryName(country, t), t(`eprBound_${status}`)),
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
