import { useState } from 'preact/hooks';
import { FIELD_GROUPS, FIELDS, type FieldGroup } from '../utils/facts/fields.ts';
import type { StoreView } from '../utils/messaging/protocol.ts';
import { StoreField, type StoreFields } from './StoreField.tsx';
import { StoreTitle } from './StoreTitle.tsx';

interface FactFormProps extends StoreFields {
  store: StoreView;
}

const Group = ({ group, ...ofStore }: FactFormProps & { group: FieldGroup }) => {
  const { t, store, drafts } = ofStore;
  const { channelId, typed } = store;
  const fields = FIELDS.filter((field) => field.group === group);
  const [isOpen] = useState(() =>
    fields.some(({ path }) => drafts.read(channelId, path, typed[path]?.at ?? null)),
  );
  const known = fields.filter(({ path }) => typed[path]).length;
  return (
    <details class="fold" data-group={group} open={isOpen}>
      <summary>
        <span class="name">{t(`group_${group}`)}</span>
        <span class="count">{t('factsKnown', known, fields.length)}</span>
      </summary>
      {fields.map(({ path }) => (
        <StoreField key={path} {...ofStore} path={path} />
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
