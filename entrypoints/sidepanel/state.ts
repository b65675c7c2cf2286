import { batch, computed, signal } from '@preact/signals';
import type { AuditTab } from '../../components/audit/Audit.tsx';
import type { AuditEntry, AuditView } from '../../utils/audit/desk.ts';
import { type Language, translator } from '../../utils/i18n/translate.ts';
import { shownIn } from '../../utils/messaging/fault.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { desk } from './desk.ts';

export const overview = signal<Overview | undefined>(undefined);
export const fault = signal<string | undefined>(undefined);
export const tab = signal<AuditTab>('findings');
/** The store that the panel is at; it stays where the person goes to another page. */
export const channelId = signal<string | undefined>(undefined);
/** The open audit; `undefined` where the store has none. */
export const audit = signal<AuditView | undefined>(undefined);

export const t = computed(() => translator(overview.value?.language ?? 'en'));

export const shown = shownIn(fault);

/** The audit that was opened by hand; else the store's own latest is. */
let wanted: string | undefined;

function entryIn(entries: readonly AuditEntry[]): AuditEntry | undefined {
  const chosen = entries.find(({ id }) => id === wanted);
  return chosen ?? entries.find((entry) => !entry.isReceived && entry.channelId === channelId.value);
}

async function read(): Promise<void> {
  const [found, entries] = await Promise.all([send('popup.open', null), desk.audits()]);
  channelId.value ??= found.stores[0]?.channelId;
  const entry = entryIn(entries);
  const view = entry && (await desk.open(entry.id, found.language));
  batch(() => {
    overview.value = found;
    audit.value = view;
  });
}

let reading: Promise<void> | undefined;
let isStale = false;

/** Reads everything anew. However often it is asked for meanwhile, it is read once more afterwards, and no oftener. */
export async function refresh(): Promise<void> {
  isStale = true;
  reading ??= (async () => {
    while (isStale) {
      isStale = false;
      await shown(read());
    }
    reading = undefined;
  })();
  await reading;
}

/** Shows the audit of a store that is named, or else its own latest. */
export async function openStore(wish: string | undefined, id?: string): Promise<void> {
  wanted = id;
  channelId.value = wish;
  await refresh();
}

/** Shows an audit, one's own or received. */
export async function openAudit(id: string): Promise<void> {
  const entry = (await shown(desk.audits()))?.find((each) => each.id === id);
  if (!entry) return;
  wanted = id;
  channelId.value = entry.channelId;
  await refresh();
}

export async function startAudit(): Promise<void> {
  if (channelId.value === undefined) return;
  wanted = undefined;
  await shown(send('audit.start', { channelId: channelId.value }));
  await refresh();
}

/** Ends the open audit, or goes on with it. */
export async function endAudit(isEnded: boolean): Promise<void> {
  const id = audit.value?.entry.id;
  if (id !== undefined) await shown(send('audit.end', { id, isEnded }));
  await refresh();
}

export async function deleteAudit(id: string): Promise<void> {
  await shown(send('audit.delete', { id }));
  await refresh();
}

export async function chooseLanguage(language: Language | null): Promise<void> {
  await shown(send('language.choose', { language }));
}
