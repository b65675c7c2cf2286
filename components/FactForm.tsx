import { FIELD_GROUPS, FIELDS, type FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreView } from '../utils/messaging/protocol.ts';
import { FactField } from './FactField.tsx';

interface FactFormProps {
  t: Translator;
  store: StoreView;
  onFact(path: FieldPath, text: string, isExact: boolean): Promise<FieldProblem | undefined>;
}

/** All facts of a store that a person can type, by what they are for. */
export const FactForm = ({ t, store, onFact }: FactFormProps) => (
  <section class="form">
    <h2>{t('headingFacts')}</h2>
    <p class="hint">{t('factsHint')}</p>
    {FIELD_GROUPS.map((group) => {
      const fields = FIELDS.filter((field) => field.group === group);
      const known = fields.filter(({ path }) => store.typed[path]).length;
      return (
        <details class="fold" key={group} data-group={group}>
          <summary>
            <span class="name">{t(`group_${group}`)}</span>
            <span class="count">{t('factsKnown', known, fields.length)}</span>
          </summary>
          {fields.map((field) => (
            <FactField
              key={field.path}
              t={t}
              field={field}
              kept={store.typed[field.path]}
              onFact={(text, isExact) => onFact(field.path, text, isExact)}
            />
          ))}
        </details>
      );
    })}
  </section>
);
