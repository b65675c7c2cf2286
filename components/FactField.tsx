import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Field } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import { factName, factPlace, shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { TypedView } from '../utils/messaging/protocol.ts';
import { FactInput, unitText } from './FactInput.tsx';

interface FactFieldProps {
  t: Translator;
  field: Field;
  kept: TypedView | undefined;
  onFact(text: string, isExact: boolean): Promise<FieldProblem | undefined>;
}

const problemText = (problem: FieldProblem, t: Translator): string =>
  t(`problem_${problem.problem.replaceAll('-', '_') as 'not_money'}`, 'line' in problem ? problem.line : '');

/** A page rounds what it shows; only a person can say that a number they typed is exact. */
const mayBeRounded = ({ kind }: Field): boolean =>
  kind === 'percent' || kind === 'money' || kind === 'average';

/** One fact to type: kept when the field is left, refused with the reason beside it. */
export const FactField = ({ t, field, kept, onFact }: FactFieldProps) => {
  const draft = useSignal<string | undefined>(undefined);
  const isExact = useSignal<boolean | undefined>(undefined);
  const problem = useSignal<FieldProblem | undefined>(undefined);
  const isBusy = useSignal(false);
  const id = field.path.replace('.', '-');
  const text = draft.value ?? kept?.text ?? '';
  const exact = isExact.value ?? kept?.isExact ?? false;

  const keep = async (sent: string, sentExact: boolean): Promise<void> => {
    isBusy.value = true;
    problem.value = await onFact(sent, sentExact);
    isBusy.value = false;
    if (problem.value || (draft.value ?? sent) !== sent) return;
    draft.value = undefined;
    isExact.value = undefined;
  };

  // A popup that is closed in the middle of typing leaves no field.
  useEffect(() => {
    const keepDraft = (): void => {
      if (draft.value !== undefined) void onFact(draft.value, exact);
    };
    addEventListener('pagehide', keepDraft);
    return () => removeEventListener('pagehide', keepDraft);
  }, [onFact, exact, draft.value]);

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
          onInput={(typed) => {
            draft.value = typed;
          }}
          onKeep={(typed) => void keep(typed, exact)}
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
      {problem.value && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {problemText(problem.value, t)}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {factPlace(field.path, t)}
        {kept && ` · ${t('originTyped', shownTime(kept.at, t))}`}
      </p>
    </div>
  );
};
