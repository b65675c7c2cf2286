import type { Translator } from '../../i18n/translate.ts';
import type { Verdict } from '../judgement.ts';
import type { ItemState } from './items.ts';
import type { ItemView } from './view.ts';

/** How far a path is gone, at a glance. */
export interface ProgressView {
  summary: string;
  next: { id: string; text: string } | null;
  /** How many items there are of each state, done ones first. */
  segments: { state: ItemState; word: string; verdict: Verdict; count: number }[];
}

const ORDER: readonly ItemState[] = ['done', 'waiting', 'open', 'unknown', 'failed', 'blocked'];

/** What the seller can do something about; before them, nothing that waits or is held up needs a look. */
const ACTIONABLE: readonly ItemState[] = ['failed', 'open', 'unknown'];

/** What does not apply, or is decided for each product, is not counted. */
export function progressOf(items: readonly ItemView[], t: Translator): ProgressView {
  const counted = items.filter(({ state }) => ORDER.includes(state));
  const segments = ORDER.flatMap((state) => {
    const [first, ...others] = counted.filter((item) => item.state === state);
    return first ? [{ state, word: first.stateWord, verdict: first.verdict, count: others.length + 1 }] : [];
  });
  const of = (state: ItemState): number => segments.find((each) => each.state === state)?.count ?? 0;
  const next =
    counted.find(({ state }) => ACTIONABLE.includes(state)) ?? counted.find(({ state }) => state !== 'done');
  const summary =
    of('done') === counted.length
      ? t('progressAll', counted.length)
      : t('progress', of('done'), counted.length, of('waiting'));
  return { summary, next: next ? { id: next.id, text: next.text } : null, segments };
}
