import { effect, signal } from '@preact/signals';
import type { ChangeKind, Compared } from '../../components/audit/History.tsx';
import type { MatrixView, StoresView } from '../../utils/audit/desk.ts';
import { lastOf } from '../../utils/messaging/last.ts';
import { desk } from './desk.ts';
import { audit, shown, t, tab } from './state.ts';

/** So many changes are shown at first, and more with each press. */
const STEP = 50;

export const matrix = signal<MatrixView | undefined>(undefined);
export const stores = signal<StoresView | undefined>(undefined);
export const compared = signal<Compared | undefined>(undefined);
/** The audit that is compared with. */
export const before = signal<string | null>(null);

// Where there is no answer, what stands there stays.
const keepMatrix = lastOf<MatrixView | undefined>((view) => {
  matrix.value = view ?? matrix.peek();
});

const keepStores = lastOf<StoresView | undefined>((view) => {
  stores.value = view ?? stores.peek();
});

const keepCompared = lastOf<Compared | null | undefined>((view) => {
  if (view !== undefined) compared.value = view ?? undefined;
});

export const askStores = (): void => void keepStores(shown(desk.stores(t.value.language)));

async function compare(earlier: string, kind: ChangeKind | null, most: number): Promise<Compared | null> {
  const view = await desk.difference(earlier);
  if (!view) return null;
  return { view, kind, ...(await desk.changes(kind, 0, most)) };
}

/** Compares with another audit than the one before. */
export function compareWith(earlier: string): void {
  before.value = earlier;
  compared.value = undefined;
  void keepCompared(shown(compare(earlier, null, STEP)));
}

function compareAgain(kind: ChangeKind | null, most: number): void {
  if (before.value !== null) void keepCompared(shown(compare(before.value, kind, most)));
}

export const chooseKind = (kind: ChangeKind | null): void => compareAgain(kind, STEP);

export const showMore = (): void =>
  compareAgain(compared.value?.kind ?? null, (compared.value?.lines.length ?? 0) + STEP);

let opened: string | undefined;

/** The audit before the open one, unless another was chosen. */
function loadHistory(): void {
  const view = audit.peek();
  if (!view) return;
  const earlier = view.others.filter(({ startedAt }) => startedAt <= view.entry.startedAt);
  const chosen = earlier.find(({ id }) => id === before.peek()) ?? earlier[0];
  const known = compared.peek();
  if (before.peek() !== chosen?.id) compared.value = undefined;
  before.value = chosen?.id ?? null;
  if (chosen) compareAgain(known?.kind ?? null, Math.max(STEP, known?.lines.length ?? 0));
}

// Each is asked for when it is looked at, and again when the audit is another.
effect(() => {
  const id = audit.value?.entry.id;
  if (id !== opened) {
    opened = id;
    matrix.value = undefined;
    compared.value = undefined;
    before.value = null;
  }
  if (tab.value === 'stores') askStores();
  if (id === undefined) return;
  if (tab.value === 'matrix') void keepMatrix(shown(desk.matrix()));
  if (tab.value === 'history') loadHistory();
});
