import { signal } from '@preact/signals';
import { CHECKLIST_PATHS, type ChecklistPath } from '../../../utils/features/checklist/paths.ts';
import type { ChecklistView } from '../../../utils/features/checklist/view.ts';
import { lastOf } from '../../../utils/messaging/last.ts';
import { send } from '../../../utils/messaging/send.ts';
import { onChangeAnnounced } from '../../../utils/storage/edition.ts';
import { remember } from '../../../utils/storage/typing.ts';
import { showFault } from '../state.ts';
import { inOrder } from './in-order.ts';
import { draftNote, keepLeftDrafts } from './notes.ts';

/** The popup closes with every press elsewhere, and opens again on the path where it was left. */
const LAST = 'checklistPath';

const last = CHECKLIST_PATHS.find((known) => known === localStorage.getItem(LAST));

export const path = signal<ChecklistPath>(last ?? 'semi');
export const checklist = signal<ChecklistView | undefined>(undefined);

const keepChecklist = lastOf<ChecklistView>((view) => {
  checklist.value = view;
});

let open: string | undefined;

async function load(): Promise<void> {
  if (open === undefined) return;
  await keepChecklist(send('checklist.view', { channelId: open, path: path.value })).catch(showFault);
}

/** Shows a store's checklist, and nothing of another store meanwhile. */
export function openChecklist(channelId: string): void {
  if (open !== channelId) checklist.value = undefined;
  open = channelId;
  void keepLeftDrafts(showFault).then(load);
}

export function choosePath(wanted: ChecklistPath): void {
  path.value = wanted;
  remember(LAST, wanted);
  checklist.value = undefined;
  void load();
}

export const tick = (channelId: string, rule: string, isDone: boolean | null): void => {
  void inOrder(() => send('checklist.tick', { channelId, rule, isDone }), showFault);
};

export const note = (channelId: string, rule: string, text: string): void =>
  draftNote(channelId, rule, text, showFault);

onChangeAnnounced(() => void load());
