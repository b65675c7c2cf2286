import type { FailureGroupView, StepView } from '../../utils/features/monitor/failures.ts';
import type { AnsweredStep } from '../../utils/features/triage.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { CopyReport } from '../CopyReport.tsx';
import { Lines } from '../Lines.tsx';
import { Grounds, Reason } from '../Reasons.tsx';

export interface FailureEvents {
  /** `null`: the check was not made. */
  onAnswer(check: AnsweredStep, isDone: boolean | null): void;
  onCopy(sheet: string): Promise<boolean>;
  onSave(sheet: string, name: string): void;
}

const ANSWERS = [
  ['yes', true],
  ['no', false],
  ['monitorNotChecked', null],
] as const;

interface AnswerProps extends Pick<FailureEvents, 'onAnswer'> {
  t: Translator;
  group: string;
}

const Answer = ({
  t,
  group,
  about,
  question: { check, answer },
  onAnswer,
}: AnswerProps & { about: string; question: NonNullable<StepView['question']> }) => (
  <fieldset class="answer">
    <legend class="sr-only">{about}</legend>
    {ANSWERS.map(([word, isDone]) => (
      <label key={word}>
        <input
          type="radio"
          name={`${group} ${check}`}
          checked={answer === isDone}
          onChange={() => onAnswer(check, isDone)}
        />
        {t(word)}
      </label>
    ))}
  </fieldset>
);

const Step = ({ step: { reason, seen, question }, ...props }: AnswerProps & { step: StepView }) => (
  <Reason reason={reason}>
    <Lines lines={seen} name="note" />
    {question && <Answer about={reason.text} question={question} {...props} />}
    <Grounds reason={reason} source={props.t('guardSource')} />
  </Reason>
);

const Sheet = ({ t, group, onCopy, onSave }: FailureEvents & { t: Translator; group: FailureGroupView }) => {
  const words = { copy: t('sheetCopy'), copied: t('noticeCopied'), notCopied: t('noticeNotCopied') };
  return (
    <div class="sheet">
      <h4>{t('monitorSheet')}</h4>
      <p class="hint">{t('monitorSheetHint')}</p>
      <CopyReport report={group.sheet} words={words} label={`${words.copy}: ${group.name}`} copy={onCopy} />
      <button
        type="button"
        aria-label={`${t('sheetSave')}: ${group.name}`}
        onClick={() => onSave(group.sheet, group.sheetName)}
      >
        {t('sheetSave')}
      </button>
      <details>
        <summary aria-label={`${t('sheetShow')}: ${group.name}`}>{t('sheetShow')}</summary>
        <pre>{group.sheet}</pre>
      </details>
    </div>
  );
};

const Group = ({ t, group, ...events }: FailureEvents & { t: Translator; group: FailureGroupView }) => (
  <details class="fold" data-failure={group.type}>
    <summary>
      <span class="name">{group.name}</span>
      <span class="count">{group.count}</span>
    </summary>
    <section>
      <ul class="rows">
        {group.rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      <h4>{t('monitorTriage')}</h4>
      <ol class="reasons">
        {group.steps.map((step) => (
          <Step key={step.reason.id} t={t} group={group.type} step={step} onAnswer={events.onAnswer} />
        ))}
      </ol>
      <Sheet t={t} group={group} {...events} />
    </section>
  </details>
);

/** The failures by type, each with the way through it and the sheet for a ticket. */
export const Failures = ({
  groups,
  ...rest
}: FailureEvents & { t: Translator; groups: readonly FailureGroupView[] }) => (
  <div class="groups">
    {groups.map((group) => (
      <Group key={group.type} group={group} {...rest} />
    ))}
  </div>
);
