import { useSignal } from '@preact/signals';
import type { MessageKey, Text, Translator } from '../../utils/i18n/translate.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import { EPR_SCHEMES } from '../../utils/rules/epr.ts';
import { focusOnce } from '../focus.ts';
import { type NumberDraft, newNumber, OTHER_SCHEME, type PoolDraft, poolIn } from './pool-draft.ts';

/** Keeps a pool, or with `null` forgets it. @returns whether that was done */
export type OnPool = (poolId: string, pool: Payload<'pool.keep'>['pool']) => Promise<boolean>;

interface PoolEditorProps {
  t: Translator;
  /** What it begins with. */
  from: PoolDraft;
  /** It has its ID already, and can be forgotten. */
  isKept?: boolean;
  onPool: OnPool;
  onTyping(draft: PoolDraft): void;
  onDone(): void;
}

interface NumberProps {
  t: Translator;
  draft: NumberDraft;
  onChange(draft: NumberDraft): void;
  onRemove(): void;
}

const NumberFields = ({ t, draft, onChange, onRemove }: NumberProps) => (
  <fieldset class="epr-number">
    <legend>{t('poolNumberLegend')}</legend>
    <label>
      <span>{t('poolScheme')}</span>
      <select
        value={draft.scheme}
        onChange={({ currentTarget }) => onChange({ ...draft, scheme: currentTarget.value })}
      >
        {[...EPR_SCHEMES, OTHER_SCHEME].map((scheme) => (
          <option key={scheme} value={scheme}>
            {t(`scheme_${scheme}` as MessageKey)}
          </option>
        ))}
      </select>
    </label>
    {draft.scheme === OTHER_SCHEME && (
      <label>
        <span>{t('poolCountry')}</span>
        <input
          value={draft.country}
          onInput={({ currentTarget }) => onChange({ ...draft, country: currentTarget.value })}
        />
      </label>
    )}
    <label>
      <span>{t('poolNumber')}</span>
      <input
        value={draft.number}
        maxLength={60}
        autocomplete="off"
        onInput={({ currentTarget }) => onChange({ ...draft, number: currentTarget.value })}
      />
    </label>
    <label>
      <span>{t('poolFiledAt')}</span>
      <input
        type="datetime-local"
        value={draft.filedAt}
        onInput={({ currentTarget }) => onChange({ ...draft, filedAt: currentTarget.value })}
      />
    </label>
    <button type="button" onClick={onRemove}>
      {t('poolNumberRemove')}
    </button>
  </fieldset>
);

/** A pool and its numbers to type; none of it counts before it is saved. */
export const PoolEditor = ({ t, from, isKept = false, onPool, onTyping, onDone }: PoolEditorProps) => {
  const draft = useSignal(from);
  const problem = useSignal<Text | undefined>(undefined);
  const isLeaving = useSignal(false);
  const change = (part: Partial<PoolDraft>): void => {
    draft.value = { ...draft.value, ...part };
    onTyping(draft.value);
  };
  const { id, destinations, appliedAt, numbers } = draft.value;

  const keep = async (pool: Payload<'pool.keep'>['pool']): Promise<void> => {
    problem.value = (await onPool(id.trim(), pool)) ? undefined : { key: 'problem_not_kept' };
    if (!problem.value) onDone();
  };
  const save = async (): Promise<void> => {
    const stated = poolIn(draft.value);
    if ('problem' in stated) problem.value = stated.problem;
    else await keep(stated.pool);
  };

  return (
    <form
      class="pool-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {!isKept && (
        <label>
          <span>{t('entry_pool')}</span>
          <input
            ref={focusOnce}
            value={id}
            maxLength={60}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ id: currentTarget.value })}
          />
        </label>
      )}
      <label>
        <span>{t('poolDestinations')}</span>
        <input
          ref={isKept ? focusOnce : null}
          value={destinations}
          placeholder="DE, FR, ES"
          autocomplete="off"
          onInput={({ currentTarget }) => change({ destinations: currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('poolAppliedAt')}</span>
        <input
          type="datetime-local"
          value={appliedAt}
          onInput={({ currentTarget }) => change({ appliedAt: currentTarget.value })}
        />
      </label>
      {numbers.map((number, index) => (
        <NumberFields
          key={number.key}
          t={t}
          draft={number}
          onChange={(next) => change({ numbers: numbers.with(index, next) })}
          onRemove={() => change({ numbers: numbers.toSpliced(index, 1) })}
        />
      ))}
      {problem.value && (
        <p class="problem" role="alert">
          {t(problem.value)}
        </p>
      )}
      <div class="actions">
        <button type="button" onClick={() => change({ numbers: [...numbers, newNumber()] })}>
          {t('poolNumberAdd')}
        </button>
        <button type="submit" class="primary">
          {t('poolSave')}
        </button>
        <button type="button" onClick={onDone}>
          {t('poolCancel')}
        </button>
        {isKept && (
          <button
            type="button"
            onClick={() => {
              if (isLeaving.value) void keep(null);
              isLeaving.value = !isLeaving.value;
            }}
          >
            {isLeaving.value ? t('poolForgetSure', id) : t('poolForget')}
          </button>
        )}
      </div>
    </form>
  );
};
