import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Field } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import { factName, factPlace, shownTime } from '../utils/features/present.ts';
import { keyOf, type Translator } from '../utils/i18n/translate.ts';
import type { TypedView } from '../utils/messaging/protocol.ts';
import type { Draft, RestoredDraft } from './draft.ts';
import { FactInput, unitText } from './FactInput.tsx';
import { Unkept } from './Unkept.tsx';

interface FactFieldProps {
  t: Translator;
  field: Field;
  kept: TypedView | undefined;
  /** What was typed before and not taken. */
  restored: RestoredDraft | undefined;
  onTyping(draft: Draft): void;
  onFact(text: string, isExact: boolean): Promise<FieldProblem | undefined>;
}

const problemText = (problem: FieldProblem, t: Translator): string =>
  t(keyOf('problem', problem.problem), 'line' in problem ? problem.line : '');

/** A page rounds what it shows; only a person can say that a number they typed is exact. */
const mayBeRounded = ({ kind }: Field): boolean =>
  kind === 'percent' || kind === 'money' || kind === 'average';

/** One fact to type: kept when the field is left, refused with the reason beside it. */
export const FactField = ({ t, field, kept, restored, onTyping, onFact }: FactFieldProps) => {
  const draft = useSignal<string | undefined>(undefined);
  const isExact = useSignal<boolean | undefined>(undefined);
  const isRestored = useSignal(true);
  const problem = useSignal<FieldProblem | undefined>(undefined);
  const isBusy = useSignal(false);
  const id = field.path.replace('.', '-');
  const before = isRestored.value ? restored : undefined;
  const text = draft.value ?? before?.text ?? kept?.text ?? '';
  const exact = isExact.value ?? before?.isExact ?? kept?.isExact ?? false;

  const keep = async (sent: string, sentExact: boolean): Promise<void> => {
    isBusy.value = true;
    problem.value = await onFact(sent, sentExact);
    isBusy.value = false;
    if (problem.value || (draft.value ?? sent) !== sent) return;
    draft.value = undefined;
    isExact.value = undefined;
    isRestored.value = false;
  };

  // Reads no signal, and so it runs once.
  useSignalEffect(() => {
    if (restored?.isLeft) void keep(restored.text, restored.isExact);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft goes over what is kept, also what is kept after it was begun
  useEffect(() => {
    if (draft.value !== undefined) onTyping({ text: draft.value, isExact: exact });
  }, [kept?.at]);

  return (
    <div class="field" data-field={field.path} aria-busy={isBusy.value}>
      <label for={id}>{factName(field.path, t)}</label>
      <div class="entry">
        <FactInput
          t={t}
          id={id}
          field={field}
          text={text}
          isRefused={problem.value !== undefined}
          onInput={(typed, isUnfinished) => {
            draft.value = typed;
            if (!isUnfinished) onTyping({ text: typed, isExact: exact });
          }}
          onKeep={(typed, isUnfinished) => {
            if (isUnfinished) problem.value = { problem: 'not-a-day' };
            else if (draft.value !== undefined) void keep(typed, exact);
          }}
        />
        <span class="unit">{unitText(field, t)}</span>
      </div>
      {mayBeRounded(field) && (
        <label class="exact">
          <input
            type="checkbox"
            checked={exact}
            aria-label={`${factName(field.path, t)}: ${t('isExact')}`}
            onChange={({ currentTarget }) => {
              isExact.value = currentTarget.checked;
              if (text !== '') void keep(text, currentTarget.checked);
            }}
          />
          {t('isExact')}
        </label>
      )}
      {before && !before.isLeft && draft.value === undefined && !problem.value && (
        <Unkept t={t} onKeep={() => void keep(text, exact)}>
          {kept && t('stillKept', kept.text)}
        </Unkept>
      )}
      {problem.value && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {problemText(problem.value, t)} {kept && t('stillKept', kept.text)}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {factPlace(field.path, t)}
        {kept && ` · ${t('originTyped', shownTime(kept.at, t))}`}
      </p>
    </div>
  );
};
