import type { AuditView, FilterChoice, FindingsAsked, StoresView } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { storeTitle } from '../StoreChoice.tsx';
import { auditedStore, countText } from './texts.ts';

/** What can be chosen of the findings that an audit has. */
export const CHOSEN = ['rule', 'programme', 'country', 'group'] as const;

/**
 * An audit that also has what is chosen among its choices: another store may have no finding of it.
 * @param before the audit among whose choices it was chosen
 */
export function withChosen(view: AuditView, { filter }: FindingsAsked, before: AuditView): AuditView {
  const choices = { ...view.choices };
  for (const name of CHOSEN) {
    const isChosen = ({ id }: FilterChoice): boolean => id === filter[name];
    const chosen = before.choices[name].find(isChosen);
    if (chosen && !choices[name].some(isChosen)) choices[name] = [...choices[name], { ...chosen, count: 0 }];
  }
  return { ...view, choices };
}

interface StoreOptions {
  t: Translator;
  /** The stores that are kept, by the names that the person gave them. */
  known: readonly StoreSummary[];
  /** `undefined` until they are asked for. */
  stores: StoresView | undefined;
  view: Pick<AuditView, 'entry' | 'summary'>;
}

/** The stores that have an audit, each by its latest one; the open one's by that. */
export function storeOptions({ t, known, stores, view }: StoreOptions): { id: string; text: string }[] {
  const { entry, summary } = view;
  const open = { ...entry, count: summary.findings };
  const latest = (stores?.stores ?? []).map(({ latest: figures, isReceived }) => {
    const isOpen = figures.channelId === entry.channelId && isReceived === entry.isReceived;
    const count = Object.values(figures.bySeverity).reduce((sum, each) => sum + each, 0);
    return isOpen ? open : { ...figures, isReceived, count };
  });
  return (latest.includes(open) ? latest : [open, ...latest]).map(({ id, count, ...audit }) => {
    const title = storeTitle(auditedStore(known, audit), t);
    const whose = audit.isReceived ? [title, t('auditReceived')].join(t('comma')) : title;
    return { id, text: t('auditCountOf', whose, countText(count, t)) };
  });
}
