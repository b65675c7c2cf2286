import { countryName } from '../../facts/show.ts';
import { isMessageKey, type Translator } from '../../i18n/translate.ts';
import type { Audit } from '../audit.ts';
import type { AuditView, FilterChoice } from '../desk.ts';
import { programmeText, sideOf } from '../export/words.ts';
import type { Finding } from '../findings.ts';

/** The name of a group of countries; a pack may have others than are known here. */
export function groupText(id: string, t: Translator): string {
  const key = `countryGroup_${id}`;
  return isMessageKey(key) ? t(key) : id;
}

function choicesBy(
  findings: readonly Finding[],
  idsOf: (finding: Finding) => readonly (string | null)[],
  textOf: (id: string) => string,
  t: Translator,
): FilterChoice[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    for (const id of idsOf(finding)) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(t.tag);
  return [...counts]
    .map(([id, count]) => ({ id, text: textOf(id), count }))
    .sort((a, b) => b.count - a.count || compare(a.text, b.text));
}

/** What the findings can be filtered by: the most findings first. */
export function filterChoices(
  findings: readonly Finding[],
  { rules }: Audit,
  t: Translator,
): AuditView['choices'] {
  return {
    rule: choicesBy(
      findings,
      ({ rule }) => [rule],
      (id) => rules[id]?.text[sideOf(t)] ?? id,
      t,
    ),
    programme: choicesBy(
      findings,
      ({ programme }) => [programme],
      (id) => programmeText(id, t),
      t,
    ),
    country: choicesBy(
      findings,
      ({ countries }) => countries,
      (id) => countryName(id, t),
      t,
    ),
    group: choicesBy(
      findings,
      ({ groups }) => groups,
      (id) => groupText(id, t),
      t,
    ),
  };
}
