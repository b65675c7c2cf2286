import { signal } from '@preact/signals';
import { statedFacts } from '../../utils/facts/imported.ts';
import type { Stage, StageOf } from '../../utils/import/stage.ts';
import { countImported, keepProducts } from './keep.ts';
import { readFile } from './read.ts';
import { fault, showFault, store } from './state.ts';

export const stage = signal<Stage>({ kind: 'start', isBack: false });

/** Of the work under way; there is one piece of work at a time. */
let controller = new AbortController();

function begin(next: Stage): AbortSignal {
  controller.abort();
  controller = new AbortController();
  fault.value = undefined;
  stage.value = next;
  return controller.signal;
}

/** How many products these rows replace is told when it is known; the person need not wait for it. */
async function countReplaced(channelId: string, preview: StageOf<'preview'>): Promise<void> {
  const { signal: own } = controller;
  const replaced = await countImported(channelId, preview.stating, own).catch(() => 'uncounted' as const);
  if (!own.aborted) stage.value = { ...preview, replaced };
}

/** Reads a file for the preview. Nothing of it is kept. */
export async function openFile(file: File): Promise<void> {
  const channelId = store.value?.channelId;
  if (!channelId || stage.value.kind !== 'start') return;
  const { name } = file;
  const own = begin({ kind: 'reading', file: name, done: 0, total: file.size });
  try {
    const summary = await readFile(file, own, (done, total) => {
      if (!own.aborted) stage.value = { kind: 'reading', file: name, done, total };
    });
    if (own.aborted) return;
    if ('refused' in summary) {
      stage.value = { kind: 'start', isBack: true, refused: { file: name, problem: summary.refused } };
      return;
    }
    const stating = summary.good.filter((product) => statedFacts(product).length > 0);
    const preview = { kind: 'preview', file: name, summary, stating, replaced: 'counting' } as const;
    stage.value = preview;
    void countReplaced(channelId, preview);
  } catch (error) {
    if (own.aborted) return;
    stage.value = { kind: 'start', isBack: true };
    showFault(error);
  }
}

/** Takes one file; of several none, as it is not known which was meant. */
export function openFiles(files: readonly File[]): void {
  const [file, second] = files;
  if (stage.value.kind !== 'start' || !file) return;
  if (second) stage.value = { kind: 'start', isBack: true, note: { key: 'importOneFile' } };
  else void openFile(file);
}

/** Keeps what the preview shows. */
export async function keep(): Promise<void> {
  const preview = stage.value;
  const channelId = store.value?.channelId;
  if (preview.kind !== 'preview' || !channelId) return;
  const { file, stating, summary } = preview;
  const total = stating.length;
  const own = begin({ kind: 'keeping', file, done: 0, total });
  const result = await keepProducts(channelId, file, stating, own, (done) => {
    stage.value = { kind: 'keeping', file, done, total };
  });
  if (result.fault !== undefined) showFault(result.fault);
  const bad = [...summary.bad, ...result.bad].sort((one, other) => one.line - other.line);
  stage.value = { kind: 'kept', file, kept: result.kept, total: total - result.bad.length, bad };
}

/** Stops reading at once, and keeping after the piece under way. */
export function cancel(): void {
  const { kind } = stage.value;
  if (kind === 'reading') {
    const { file } = stage.value as StageOf<'reading'>;
    begin({ kind: 'start', isBack: true, note: { key: 'importCancelled', args: [file] } });
  }
  if (kind === 'keeping') controller.abort();
}

export function discard(): void {
  if (stage.value.kind !== 'preview') return;
  begin({ kind: 'start', isBack: true, note: { key: 'importDiscarded', args: [stage.value.file] } });
}

export const startAgain = (): void => void begin({ kind: 'start', isBack: true });
