import { signal } from '@preact/signals';
import type { PatchStage } from '../../components/SiteMap.tsx';
import { saveFile } from '../../utils/dom/save.ts';
import type { TaughtView } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { LARGEST_PATCH, patchFile, readPatch } from '../../utils/site/patch.ts';
import type { Taught } from '../../utils/site/taught.ts';
import { shownFault } from './state.ts';

const NAME = 'managedlens-site-map.json';

export const taught = signal<readonly TaughtView[]>([]);
export const patch = signal<PatchStage>({ kind: 'start' });

/** Reads anew what was taught. */
export async function refreshTaught(): Promise<void> {
  taught.value = await send('taught.list', null);
}

async function keep(added: readonly Taught[], then: PatchStage): Promise<void> {
  const { isKept } = await send('taught.keep', { taught: [...added] });
  patch.value = isKept ? then : { kind: 'full' };
  await refreshTaught();
}

export const forget = shownFault(async (one: Taught) => {
  await send('taught.forget', one);
  patch.value = { kind: 'deleted', taught: one };
  await refreshTaught();
});

export const undoForget = shownFault(async () => {
  if (patch.value.kind === 'deleted') await keep([patch.value.taught], { kind: 'start' });
});

export const exportTaught = (): void =>
  saveFile(new Blob([patchFile(taught.value)], { type: 'application/json' }), NAME);

/** Reads a file for the preview. Nothing of it is kept. */
export const openPatch = shownFault(async (file: File) => {
  const isTooLarge = file.size > LARGEST_PATCH;
  const [text, { siteMap }] = await Promise.all([isTooLarge ? '' : file.text(), send('overlay.start', null)]);
  const read = isTooLarge ? { refused: 'too-large' as const } : readPatch(text, taught.value, siteMap);
  patch.value =
    'refused' in read
      ? { kind: 'refused', file: file.name, problem: read.refused }
      : { kind: 'preview', file: file.name, preview: read };
});

export const keepPatch = shownFault(async () => {
  if (patch.value.kind !== 'preview') return;
  const { added } = patch.value.preview;
  await keep(added, { kind: 'kept', count: added.length });
});

export const discardPatch = (): void => {
  patch.value = { kind: 'start' };
};
