import { batch, signal } from '@preact/signals';
import { snoozeEnd } from '../../utils/alerts/snooze.ts';
import type { FieldPath } from '../../utils/facts/fields.ts';
import type { StoreColour } from '../../utils/facts/store-colours.ts';
import type { FieldProblem } from '../../utils/facts/typed.ts';
import type { AlertView } from '../../utils/features/alerts.ts';
import { type Language, translator } from '../../utils/i18n/translate.ts';
import { faultText, shownIn } from '../../utils/messaging/fault.ts';
import { lastOf } from '../../utils/messaging/last.ts';
import type { Overview, Payload, StoreView } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { type Hiding, hideOverlay, readHiding } from '../../utils/storage/hiding.ts';
import { readShownAlerts, type ShownAlerts } from '../../utils/storage/shown-alerts.ts';
import { channelOfTab } from './channel.ts';
import { leaveDrafts, takenDraft } from './drafts.ts';
import { keepFrame } from './frame.ts';

export const overview = signal<Overview | undefined>(undefined);
export const hiding = signal<Hiding | undefined>(undefined);
/** What needs a person, of all stores, as it was found at the last look. */
export const alerts = signal<ShownAlerts | undefined>(undefined);
export const store = signal<StoreView | undefined>(undefined);
/** The store of the page in the tab, where it names one. */
export const storeOfTab = signal<string | undefined>(undefined);
export const fault = signal<string | undefined>(undefined);

/** Looks again which store the tab is of. The popup stays with the store that is open: it says that they differ. */
export async function noteTab(): Promise<void> {
  storeOfTab.value = await channelOfTab();
}

/** What went wrong is shown where the person looks, never only in a console. */
export function showFault(error: unknown): void {
  fault.value = faultText(error);
}

export const shown = shownIn(fault);

/** The store that the person is at, also while it is still being read. */
let chosen: string | undefined;

interface Loaded {
  found: Overview;
  view: StoreView | undefined;
  hidden: Hiding;
  lastShown: ShownAlerts | undefined;
}

const keepLoaded = lastOf<Loaded>(({ found, view, hidden, lastShown }) => {
  batch(() => {
    overview.value = found;
    hiding.value = hidden;
    alerts.value ??= lastShown;
    store.value = view;
  });
  keepFrame(found, translator(found.language));
});

async function read(): Promise<Loaded> {
  const opening = send('popup.open', null);
  const viewed = chosen
    ? send('store.view', { channelId: chosen })
    : opening.then(({ stores: [last] }) => last && send('store.view', { channelId: last.channelId }));
  // Shown together, so that nothing moves once it is there.
  const [found, view, hidden, lastShown] = await Promise.all([
    opening,
    viewed,
    readHiding(),
    alerts.value ?? readShownAlerts(),
  ]);
  return { found, view, hidden, lastShown };
}

/** Reads everything anew, staying with the open store. */
export const refresh = async (): Promise<void> => {
  await shown(keepLoaded(read()));
};

/** The popup's own address may name a store, then the tab's; only else the one seen last is shown. */
export const openFirst = async (ofTab: Promise<string | undefined>): Promise<void> => {
  storeOfTab.value = await ofTab;
  chosen = channelOf(new URL(location.href)) ?? storeOfTab.value;
  await refresh();
};

export const openStore = async (channelId: string): Promise<void> => {
  keepTyping();
  chosen = channelId;
  await refresh();
};

/** Has all that can need a person looked through; what is found comes by itself. */
export const look = async (): Promise<void> => {
  // What went wrong elsewhere is not mended by this.
  await send('alerts.look', null).catch(showFault);
};

/** Quiets an alert for so many days; `null`: until its next stage. */
export const snooze = async ({ id, stage }: AlertView, days: number | null): Promise<void> => {
  const until = days === null ? null : snoozeEnd(days, new Date().toISOString());
  await shown(send('alert.snooze', { id, stage, until }));
};

export const nameStore = async (channelId: string, name: string): Promise<boolean> => {
  const answer = await shown(send('store.name', { channelId, name }));
  if (answer === undefined) return false;
  takenDraft(channelId, 'name', name);
  await refresh();
  return true;
};

export const colourStore = async (channelId: string, colour: StoreColour | null): Promise<void> => {
  await shown(send('store.colour', { channelId, colour }));
};

export const addStore = async (store: Payload<'store.add'>): Promise<boolean> => {
  const answer = await shown(send('store.add', store));
  if (answer !== undefined) void openStore(store.channelId);
  return answer !== undefined;
};

export const hide = async (isHidden: boolean): Promise<void> => {
  await shown(hideOverlay(isHidden));
};

export const chooseLanguage = async (language: Language | null): Promise<void> => {
  await shown(send('language.choose', { language }));
};

/** Keeps a typed fact; what comes back says why it was not kept, where it was not. */
export async function typeFact(
  channelId: string,
  path: FieldPath,
  text: string,
  isExact: boolean,
): Promise<FieldProblem | undefined> {
  const answer = await shown(send('fact.type', { channelId, path, text, isExact }));
  if (!answer) return { problem: 'not-kept' };
  if (answer.problem) return answer.problem;
  takenDraft(channelId, path, text);
  await refresh();
  return undefined;
}

/** Keeps what is being typed, each for the store whose form it was typed in, before the popup goes or changes. */
export function keepTyping(): void {
  for (const { channelId, path, draft } of leaveDrafts()) {
    if (path === 'name') void nameStore(channelId, draft.text);
    else void typeFact(channelId, path, draft.text, draft.isExact);
  }
}
