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
  const figuresOf = (isReceived: boolean) =>
    kept.filter((each) => each.isReceived === isReceived).map(({ figures }) => figures);
  const own = storeTrends(figuresOf(false));
  // To one that was sent nothing comes any more, ended or not.
  const received = storeTrends(figuresOf(true), () => true);
  // Of a rule that several audits quote it is the newest text.
  const rules = Object.assign({}, ...kept.map((each) => each.rules).toReversed()) as Audit['rules'];
  return {
    stores: [
      ...own.map((trend) => ({ ...trend, isReceived: false })),
      ...received.map((trend) => ({ ...trend, isReceived: true })),
    ],
    shared: sharedFindings(own).map((finding) => ({
      ...finding,
      text: topicText(finding, rules, t),
    })),
  };
}
