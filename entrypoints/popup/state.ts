import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { FieldPath } from '../../utils/facts/fields.ts';
import type { FieldProblem } from '../../utils/facts/typed.ts';
import type { Language } from '../../utils/i18n/translate.ts';
import type { Overview, StoreView } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { channelOf } from '../../utils/site/pages.ts';

export const overview = signal<Overview | undefined>(undefined);
export const store = signal<StoreView | undefined>(undefined);
export const fault = signal<string | undefined>(undefined);

/** The store of the tab that the popup was opened over, where its page names one. */
async function storeOfTab(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? channelOf(new URL(tab.url)) : undefined;
}

/** What went wrong is shown where the person looks, never only in a console. */
async function shown<T>(work: Promise<T>): Promise<T | undefined> {
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

/** Of several loads under way only the last one counts, whichever ends first. */
async function load(channelId: string | undefined): Promise<void> {
  loads += 1;
  const own = loads;
  const found = await send('popup.open', null);
  const chosen = found.stores.find((entry) => entry.channelId === channelId) ?? found.stores[0];
  const view = chosen && (await send('store.view', { channelId: chosen.channelId }));
  if (own !== loads) return;
  overview.value = found;
  store.value = view;
}

/** Reads everything anew, staying with the open store. */
export const refresh = (): Promise<void> => shown(load(store.value?.channelId)).then(() => undefined);

export const start = async (): Promise<void> => {
  await shown(load(await storeOfTab().catch(() => undefined)));
};

export const openStore = async (channelId: string): Promise<void> => {
  await shown(load(channelId));
};

export const nameStore = async (channelId: string, name: string): Promise<void> => {
  await shown(send('store.name', { channelId, name }));
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
