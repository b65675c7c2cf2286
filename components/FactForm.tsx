import { useState } from 'preact/hooks';
import { FIELD_GROUPS, FIELDS, type FieldGroup, type FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreView } from '../utils/messaging/protocol.ts';
import type { Drafts } from './draft.ts';
import { FactField } from './FactField.tsx';
import { StoreTitle } from './StoreTitle.tsx';

interface FactFormProps {
  t: Translator;
  store: StoreView;
  drafts: Drafts;
  onFact(path: FieldPath, text: string, isExact: boolean): Promise<FieldProblem | undefined>;
}

const Group = ({ t, store, drafts, onFact, group }: FactFormProps & { group: FieldGroup }) => {
  const { channelId, typed } = store;
  const fields = FIELDS.filter((field) => field.group === group);
  const overOf = (path: FieldPath): string | null => typed[path]?.at ?? null;
  // As the form was opened: what is typed from then on is in its field already.
  const [restored] = useState(
    () => new Map(fields.map(({ path }) => [path, drafts.read(channelId, path, overOf(path))])),
  );
  const known = fields.filter(({ path }) => typed[path]).length;
  return (
    <details class="fold" data-group={group} open={[...restored.values()].some(Boolean)}>
      <summary>
        <span class="name">{t(`group_${group}`)}</span>
        <span class="count">{t('factsKnown', known, fields.length)}</span>
      </summary>
      {fields.map((field) => (
        <FactField
          key={field.path}
          t={t}
          field={field}
          kept={typed[field.path]}
          restored={restored.get(field.path)}
          onTyping={(draft) => drafts.keep(channelId, field.path, overOf(field.path), draft)}
          onFact={(text, isExact) => onFact(field.path, text, isExact)}
        />
      ))}
    </details>
  );
};

/** All facts of a store that a person can type, by what they are for. */
export const FactForm = (props: FactFormProps) => {
  const { t, store } = props;
  return (
    <section class="form">
      <h2>
        {t('headingFacts')} <StoreTitle t={t} store={store} />
      </h2>
      <p class="hint">{t('factsHint')}</p>
      {FIELD_GROUPS.map((group) => (
        <Group key={group} {...props} group={group} />
      ))}
    </section>
  );
};
