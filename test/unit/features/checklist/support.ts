import type { StoreRecord } from '../../../../utils/facts/store-record.ts';
import type { ChecklistPath } from '../../../../utils/features/checklist/paths.ts';
import {
  type ChecklistView,
  checklistView,
  type ItemView,
} from '../../../../utils/features/checklist/view.ts';
import { subjectOf } from '../../../../utils/features/subject.ts';
import { type Language, translator } from '../../../../utils/i18n/translate.ts';
import { AT, pack, storeWith } from '../support.ts';

export const DAY = AT.slice(0, 10);

/** A store with facts that were typed, and what was ticked. */
export const storeOf = (
  facts: Parameters<typeof storeWith>[0],
  ticks: Record<string, boolean> = {},
): StoreRecord => ({
  ...storeWith(facts),
  ticks: Object.fromEntries(Object.entries(ticks).map(([rule, isDone]) => [rule, { isDone, at: AT }])),
});

export const viewOf = (
  path: ChecklistPath,
  record: StoreRecord,
  language: Language = 'en',
  now = AT,
): ChecklistView => checklistView(subjectOf(pack, record, undefined, now), path, translator(language));

export const itemsOf = (view: ChecklistView): ItemView[] => view.parts.flatMap(({ items }) => items);

/** One item of a checklist. */
export function item(path: ChecklistPath, id: string, record: StoreRecord, language?: Language): ItemView {
  const found = itemsOf(viewOf(path, record, language)).find((each) => each.id === id);
  if (!found) throw new Error(`${path} has no ${id}`);
  return found;
}
