import type { Translator } from '../../i18n/translate.ts';
import type { Audit } from '../audit.ts';
import type { StoresView } from '../desk.ts';
import { topicText } from '../export/words.ts';
import { type AuditFigures, sharedFindings, storeTrends } from '../stores.ts';

/** An audit's figures, and what its rules say. */
export interface KeptFigures {
  figures: AuditFigures;
  rules: Audit['rules'];
  isReceived: boolean;
}

/**
 * All stores, the user's own before those that were received; shared is what the own ones have in common.
 * @param kept the newest first
 */
export function storesView(kept: readonly KeptFigures[], t: Translator): StoresView {
  const trendsOf = (isReceived: boolean) =>
    storeTrends(kept.filter((each) => each.isReceived === isReceived).map(({ figures }) => figures));
  const own = trendsOf(false);
  // Of a rule that several audits quote it is the newest text.
  const rules = Object.assign({}, ...kept.map((each) => each.rules).toReversed()) as Audit['rules'];
  return {
    stores: [
      ...own.map((trend) => ({ ...trend, isReceived: false })),
      ...trendsOf(true).map((trend) => ({ ...trend, isReceived: true })),
    ],
    shared: sharedFindings(own).map((finding) => ({
      ...finding,
      text: topicText(finding, rules, t),
    })),
  };
}
