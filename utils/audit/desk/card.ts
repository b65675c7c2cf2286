import { countryName } from '../../facts/show.ts';
import { factPlace, quoteLanguage, shownTime } from '../../features/present.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { FindingCardView } from '../desk.ts';
import { confidenceText, isPath, nameOf, originOf, sourceText, valueText } from '../export/words.ts';
import type { Finding } from '../findings.ts';
import { groupText } from './choices.ts';
import { findingRow, type Shown } from './row.ts';

function valueViews({ used, judged }: Finding, { audit }: Shown, t: Translator): FindingCardView['values'] {
  return used.flatMap((path) => {
    const fact = judged.facts[path];
    if (!fact) return [];
    const origin = t('origin', originOf(fact, t), shownTime(fact.at, t));
    return [{ name: nameOf(path, t), value: valueText(path, fact, audit, t), origin }];
  });
}

/** A mute that covers the finding no more is not on the card. */
function workOn({ id }: Finding, state: FindingCardView['state'], { mutes, notes, done }: Shown['work']) {
  const mute = mutes[id];
  return {
    mute:
      mute && state === 'muted'
        ? { at: mute.at, name: mute.name, reason: mute.reason, expires: mute.expires }
        : null,
    note: notes[id] ?? null,
    done: done[id] ?? null,
  };
}

/** A finding opened: its proof, its values, and what people said of it. */
export function findingCard(finding: Finding, shown: Shown, t: Translator): FindingCardView {
  const { audit, work } = shown;
  const row = findingRow(finding, shown, t);
  const cited = finding.rule === null ? undefined : audit.rules[finding.rule];
  return {
    ...row,
    rule: finding.rule,
    verdict: finding.verdict,
    confidence: cited ? confidenceText(cited.confidence, t) : '',
    evidence: (cited?.evidence ?? []).map((each) => ({
      quote: each.quote,
      lang: quoteLanguage(each.quote),
      origin: sourceText(each, audit, t),
    })),
    values: valueViews(finding, shown, t),
    missing: finding.missing.map((path) => ({
      name: nameOf(path, t),
      where: isPath(path) ? factPlace(path, t) : '',
    })),
    packVersion: finding.judged.packVersion,
    groups: finding.groups.map((id) => groupText(id, t)),
    countryNames: finding.countries.map((country) => countryName(country, t)),
    ...workOn(finding, row.state, work),
  };
}
