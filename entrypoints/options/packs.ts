import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '../../utils/messaging/send.ts';
import { originOf, parseSource, type SourceProblem } from '../../utils/packs/sources.ts';
import type { PackPreview, PackSourceView, PacksView } from '../../utils/packs/views.ts';
import { showFault } from './state.ts';

export const packs = signal<PacksView | undefined>(undefined);
export const packPreviews = signal<Readonly<Record<string, PackPreview>>>({});
export const isUpdating = signal(false);

const show = (answer: Promise<PacksView>): Promise<void> =>
  answer.then((view) => {
    packs.value = view;
  }, showFault);

/** Reads anew what is known of the sources. */
export const refreshPacks = (): Promise<void> => show(send('packs.view', null));

export async function updatePacks(): Promise<void> {
  if (isUpdating.value) return;
  isUpdating.value = true;
  await show(send('packs.update', null));
  isUpdating.value = false;
}

/** To be called from a click: only then the browser asks its user. */
const allow = (url: string): Promise<boolean> => browser.permissions.request({ origins: [originOf(url)] });

export async function allowSource(url: string): Promise<void> {
  if (await allow(url).catch(() => false)) await updatePacks();
}

export async function addSource(url: string, key: string): Promise<SourceProblem | null> {
  const source = parseSource(url, key);
  if (typeof source === 'string') return source;
  if (!(await allow(source.url).catch(() => false))) return 'no-access';
  try {
    const { problem } = await send('packs.add', { ...source });
    return problem;
  } catch (error) {
    showFault(error);
    return null;
  } finally {
    await refreshPacks();
  }
}

/** Gives back the access to a host that no other source needs. */
export async function removeSource({ id, url }: PackSourceView): Promise<void> {
  await show(send('packs.remove', { source: id }));
  const isNeeded = packs.value?.sources.some((other) => originOf(other.url) === originOf(url));
  if (!isNeeded) await browser.permissions.remove({ origins: [originOf(url)] }).catch(() => false);
}

export async function previewPack(source: string): Promise<void> {
  try {
    const preview = await send('packs.preview', { source });
    if (preview) packPreviews.value = { ...packPreviews.value, [source]: preview };
    else await refreshPacks();
  } catch (error) {
    showFault(error);
  }
}

/** Puts other rules in force: what was compared with those of before says nothing any more. */
async function putInForce(answer: Promise<PacksView>): Promise<void> {
  await show(answer);
  packPreviews.value = {};
}

export const orderSources = (sources: string[]): Promise<void> =>
  putInForce(send('packs.order', { sources }));

export const takePack = (source: string, version: string): Promise<void> =>
  putInForce(send('packs.take', { source, version }));

export const goBackTo = (at: string | null): Promise<void> => putInForce(send('packs.use', { at }));

export const putOffPack = (source: string, version: string): Promise<void> =>
  show(send('packs.put-off', { source, version }));

export const declinePack = (source: string, version: string): Promise<void> =>
  show(send('packs.decline', { source, version }));
