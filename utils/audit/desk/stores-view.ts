import type { Translator } from '../../i18n/translate.ts';
import type { Cited } from '../audit.ts';
import type { StoresView } from '../desk.ts';
import { sideOf } from '../export/words.ts';
import { type AuditFigures, sharedFindings, storeTrends } from '../stores.ts';

/** An audit's figures, and what its rules say. */
export interface FiguresKept {
  figures: AuditFigures;
  rules: Record<string, Cited>;
  isReceived: boolean;
}

/** All stores, the user's own before those that were received; shared is what the own ones have in common. */
export function storesView(kept: readonly FiguresKept[], t: Translator): StoresView {
  const trendsOf = (isReceived: boolean) =>
    storeTrends(kept.filter((each) => each.isReceived === isReceived).map(({ figures }) => figures));
  const own = trendsOf(false);
  const texts = new Map(
    kept.toReversed().flatMap(({ rules }) => Object.entries(rules).map(([id, { text }]) => [id, text])),
  );
  return {
    stores: [
      ...own.map((trend) => ({ ...trend, isReceived: false })),
      ...trendsOf(true).map((trend) => ({ ...trend, isReceived: true })),
    ],
    shared: sharedFindings(own).map((finding) => ({
      ...finding,
      text: (finding.rule !== null && texts.get(finding.rule)?.[sideOf(t)]) || ruleless(finding, t),
    })),
  };
}
