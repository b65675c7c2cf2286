import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { withChosen } from '../../components/audit/choices.ts';
import type { FindingLines } from '../../components/audit/FindingList.tsx';
import type { CardPart } from '../../components/audit/Findings.tsx';
import type { AuditView, FindingCardView, FindingRow, FindingsAsked } from '../../utils/audit/desk.ts';
import { desk } from './desk.ts';
import { said } from './page.ts';
import { audit, shown } from './state.ts';

/** So many lines are asked for at once. */
const BLOCK = 100;

type Blocks = ReadonlyMap<number, readonly FindingRow[]>;

const WORST_FIRST: FindingsAsked = { filter: {}, sort: 'worst', descending: false };

/** It stays as the person left it, whichever store's audit is opened. */
export const asked = signal<FindingsAsked>(WORST_FIRST);
/** The audit that is open, or was last, with what is asked for among its choices. */
export const view = signal<AuditView | undefined>(undefined);
/** Where the person is in the list. */
export const place = signal(0);
/** Grows whenever that place is to be scrolled to. */
export const shownAt = signal(0);
/** What of the finding at that place is open. */
export const part = signal<CardPart | null>(null);
export const card = signal<FindingCardView | undefined>(undefined);

const loaded = signal<{ count: number; blocks: Blocks } | undefined>(undefined);

export const lines = computed((): FindingLines | undefined => {
  const known = loaded.value;
  return (
    known && {
      count: known.count,
      at: (line) => known.blocks.get(Math.floor(line / BLOCK))?.[line % BLOCK],
    }
  );
});

/** The finding that the person is at, wherever it comes to stand. */
let current: string | undefined;
let visible = { from: 0, to: BLOCK };
/** Of several choices under way only the last one counts. */
let choices = 0;
/** So often the person has moved. */
let moves = 0;
let isChoosing = false;
const underWay = new Set<number>();

const blocksOf = ({ from, to }: typeof visible): number[] => {
  const first = Math.floor(from / BLOCK);
  const count = Math.max(0, Math.ceil(to / BLOCK) - first);
  return Array.from({ length: count }, (_, index) => first + index);
};

const readBlock = (block: number): Promise<FindingRow[]> => desk.lines(block * BLOCK, (block + 1) * BLOCK);

async function addBlock(block: number): Promise<void> {
  const own = choices;
  underWay.add(block);
  const rows = await shown(readBlock(block));
  underWay.delete(block);
  const known = loaded.value;
  if (!rows || !known || own !== choices) return;
  loaded.value = { ...known, blocks: new Map(known.blocks).set(block, rows) };
}

/** Has the lines that can be seen loaded. */
export function see(from: number, to: number): void {
  visible = { from, to };
  const known = loaded.value;
  if (!known || isChoosing) return;
  for (const block of blocksOf({ from, to: Math.min(to, known.count) })) {
    if (!known.blocks.has(block) && !underWay.has(block)) void addBlock(block);
  }
}

/** The lines that are asked for, at once with what is seen of them: what stood there stays until then. */
async function chosen(): Promise<{ count: number; at: number; blocks: Blocks }> {
  const count = await desk.select(asked.value);
  const found = current === undefined ? 0 : await desk.placeOf(current);
  const at = found >= 0 ? found : Math.min(place.value, Math.max(0, count - 1));
  const wanted = new Set([...blocksOf(visible), ...blocksOf({ from: at, to: at + 1 })]);
  const blocks = await Promise.all(
    [...wanted]
      .filter((block) => block * BLOCK < count)
      .map(async (block) => [block, await readBlock(block)] as const),
  );
  return { count, at, blocks: new Map(blocks) };
}

/** @param isOther other lines are wanted than before, and the person is to be where they go on */
async function choose(isOther: boolean): Promise<void> {
  choices += 1;
  const [own, moved] = [choices, moves];
  isChoosing = true;
  underWay.clear();
  const next = await shown(chosen());
  if (own !== choices) return;
  // Where the person is now was not looked up.
  if (moved !== moves) return choose(isOther);
  isChoosing = false;
  if (!next) return;
  batch(() => {
    loaded.value = { count: next.count, blocks: next.blocks };
    place.value = next.at;
    if (isOther) shownAt.value += 1;
  });
  current = lines.value?.at(next.at)?.id;
  see(visible.from, visible.to);
  if (part.value !== null) void readCard();
}

async function readCard(): Promise<void> {
  const id = current;
  const view = id === undefined ? undefined : await shown(desk.card(id));
  if (id === current) card.value = view;
}

async function rowAt(line: number): Promise<FindingRow | undefined> {
  const block = Math.floor(line / BLOCK);
  if (!lines.value?.at(line)) await addBlock(block);
  return lines.value?.at(line);
}

async function goTo(to: number): Promise<void> {
  const last = (loaded.value?.count ?? 0) - 1;
  const next = Math.max(0, Math.min(to, last));
  moves += 1;
  batch(() => {
    place.value = next;
    shownAt.value += 1;
    said.value = '';
  });
  const row = await rowAt(next);
  if (place.value !== next) return;
  current = row?.id;
  if (part.value !== null) await readCard();
}

/** Goes to a line; an open card becomes that finding's. */
export async function move(to: number): Promise<void> {
  if (part.value !== null) part.value = 'card';
  await goTo(to);
}

/** Opens a part of a line's finding; `null`: closes it. */
export async function openPart(line: number, wanted: CardPart | null): Promise<void> {
  part.value = wanted;
  if (wanted === null) card.value = undefined;
  else if (line !== place.value || !card.value) await goTo(line);
}

export function ask(wanted: FindingsAsked): void {
  batch(() => {
    asked.value = wanted;
    part.value = null;
    said.value = '';
  });
  void choose(true);
}

/** Shows the findings of a filter, whatever was looked for before. */
export const askFor = (filter: FindingsAsked['filter']): void => ask({ ...WORST_FIRST, filter });

let opened: string | undefined;

effect(() => {
  const next = audit.value;
  if (!next) return;
  view.value = withChosen(next, asked.peek(), view.peek() ?? next);
  const isOther = next.entry.id !== opened;
  opened = next.entry.id;
  if (isOther) {
    batch(() => {
      loaded.value = undefined;
      place.value = 0;
      part.value = null;
      card.value = undefined;
    });
    current = undefined;
  }
  void untracked(() => choose(isOther));
});
