import type { AuditEntry } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { storeIn } from '../StoreChoice.tsx';

/** A number as people write it. */
export const countText = (count: number, t: Translator): string => new Intl.NumberFormat(t.tag).format(count);

/** The day of a moment, in the person's own zone. */
export const dayText = (iso: string, t: Translator): string =>
  new Intl.DateTimeFormat(t.tag, { dateStyle: 'medium' }).format(new Date(iso));

/** On which page of the list a product stood, as far as that is known. */
export function placeText(
  { page, position }: { page: number | null; position: number | null },
  t: Translator,
): string {
  if (page === null) return t('auditPlaceUnknown');
  return position === null ? t('auditPlacePage', page) : t('auditPlace', page, position);
}

/** What an audit is called in a list of the same store's. */
export const auditText = ({ startedAt, endedAt, products }: AuditEntry, t: Translator): string =>
  t(endedAt === null ? 'auditEntryRunning' : 'auditEntry', dayText(startedAt, t), countText(products, t));

/** Whose an audit is: a received one's store is called as its sender calls it, and bears no colour of one's own. */
export function auditedStore(
  known: readonly StoreSummary[],
  { channelId, name, isReceived }: Pick<AuditEntry, 'channelId' | 'name' | 'isReceived'>,
): StoreSummary {
  const store = storeIn(known, channelId);
  return isReceived ? { ...store, name, colour: null } : store;
}
