import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { FieldPath } from '../../utils/facts/fields.ts';
import type { FieldProblem } from '../../utils/facts/typed.ts';
import type { Language } from '../../utils/i18n/translate.ts';
import type { EndingView, Overview, StoreView } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { type Hiding, hideOverlay, readHiding } from '../../utils/storage/hiding.ts';

export const overview = signal<Overview | undefined>(undefined);
export const hiding = signal<Hiding | undefined>(undefined);
/** What ends soon, of all stores. */
export const endings = signal<EndingView[] | undefined>(undefined);
export const store = signal<StoreView | undefined>(undefined);
export const fault = signal<string | undefined>(undefined);

/** The store of the tab that the popup was opened over, where its page names one. */
async function storeOfTab(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? channelOf(new URL(tab.url)) : undefined;
}

/** What went wrong is shown where the person looks, never only in a console. */
export async function shown<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    const result = await work;
    fault.value = undefined;
    return result;
  } catch (error) {
    fault.value = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

let loads = 0;

/** The store that the person is at, also while it is still being read. */
let chosen: string | undefined;

/** Of several loads under way only the last one counts, whichever ends first. */
async function load(): Promise<void> {
  loads += 1;
  const own = loads;
  // Shown together, so that nothing moves once it is there.
  const [found, hidden, ending] = await Promise.all([
    send('popup.open', null),
    readHiding(),
    endings.value ?? send('endings.list', null),
  ]);
  const channelId = chosen ?? found.stores[0]?.channelId;
  const view = channelId && (await send('store.view', { channelId }));
  if (own !== loads) return;
  overview.value = found;
  hiding.value = hidden;
  endings.value ??= ending;
  store.value = view || undefined;
}

/** Reads everything anew, staying with the open store. */
export const refresh = async (): Promise<void> => {
  await shown(load());
};

/** A tab that names a store opens that store, known or not; only else the one seen last is shown. */
export const start = async (): Promise<void> => {
  chosen = await storeOfTab().catch(() => undefined);
  await shown(load());
};

export const openStore = async (channelId: string): Promise<void> => {
  chosen = channelId;
  await shown(load());
};

let lists = 0;

/** The list of what ends is read with each answer anew: the last question's counts. */
async function show(answer: Promise<EndingView[]>): Promise<void> {
  lists += 1;
  const own = lists;
  const found = await shown(answer);
  if (found && own === lists) endings.value = found;
}

export const refreshEndings = (): Promise<void> => show(send('endings.list', null));

/** Quiets what ends until its next stage. */
export const seeEnding = ({ daysLeft: _days, ...ending }: EndingView): Promise<void> =>
  show(send('ending.seen', ending));

export const nameStore = async (channelId: string, name: string): Promise<void> => {
  await shown(send('store.name', { channelId, name }));
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
  await refresh();
  return undefined;
}
