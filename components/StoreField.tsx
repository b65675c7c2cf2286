import { type FieldPath, fieldOf } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreView } from '../utils/messaging/protocol.ts';
import { type Drafts, useRestored } from './draft.ts';
import { FactField } from './FactField.tsx';

/** What it takes to type the facts of a store. */
export interface StoreFields {
  t: Translator;
  store: Pick<StoreView, 'channelId' | 'typed'>;
  drafts: Drafts;
  onFact(path: FieldPath, text: string, isExact: boolean): Promise<FieldProblem | undefined>;
}

/** One fact of a store to type; what is typed outlives the popup. */
export const StoreField = ({
  t,
  store: { channelId, typed },
  drafts,
  onFact,
  path,
}: StoreFields & { path: FieldPath }) => {
  const kept = typed[path];
  const over = kept?.at ?? null;
  return (
    <FactField
      t={t}
      field={fieldOf(path)}
      kept={kept}
      restored={useRestored(drafts, channelId, path, over)}
      onTyping={(draft) => drafts.keep(channelId, path, over, draft)}
      onFact={(text, isExact) => onFact(path, text, isExact)}
    />
  );
};
