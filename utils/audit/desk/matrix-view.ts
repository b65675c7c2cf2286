import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Audit } from '../audit.ts';
import type { MatrixView } from '../desk.ts';
import { sideOf } from '../export/words.ts';
import { matrixOf } from '../matrix.ts';

/** The matrix with names; of what the table does not cover, where most products are sold first. */
export function matrixView(audit: Audit, t: Translator): MatrixView {
  const { labels, countries, cells, notCovered } = matrixOf(audit);
  const named = (id: string): { id: string; name: string } => ({ id, name: countryName(id, t) });
  return {
    labels: labels.map((id) => ({ id, text: audit.rules[id]?.text[sideOf(t)] ?? id })),
    countries: countries.map(named),
    cells: labels.map((label) => countries.map((country) => cells[label]?.[country] ?? null)),
    notCovered: Object.entries(notCovered)
      .map(([id, count]) => ({ ...named(id), count }))
      .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id)),
  };
}
