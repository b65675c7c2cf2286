import { useRef } from 'preact/hooks';
import type { CallLog as Log } from '../utils/calls/log.ts';
import type { CallLogState } from '../utils/calls/state.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import { CallRate } from './CallRate.tsx';
import { refusalText } from './call-texts.ts';
import { FileDrop } from './FileChoice.tsx';
import { focusOnce } from './focus.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { UnreadableLines } from './UnreadableLines.tsx';

interface CallLogProps {
  t: Translator;
  state: CallLogState;
  /** The same in a tab. */
  place: string;
  onFiles(files: readonly File[]): void;
  onText(text: string): void;
  onCancel(): void;
  /** The person keeps the rate that the log proves: `provenRate` of it. */
  onKeep(log: Log, file: string | undefined): void;
}

/** What is pasted stays where it is until the person takes it out. */
const Paste = ({ t, onText }: Pick<CallLogProps, 't' | 'onText'>) => {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="paste">
      <label for="call-log-text">{t('callsPaste')}</label>
      <textarea id="call-log-text" rows={4} spellcheck={false} ref={area} />
      <p class="buttons">
        <button type="button" data-do="count-calls" onClick={() => onText(area.current?.value ?? '')}>
          {t('callsCount')}
        </button>
      </p>
    </div>
  );
};

const Outcome = ({ t, state, onCancel, onKeep }: Omit<CallLogProps, 'onFiles' | 'onText' | 'place'>) => {
  if (state.kind === 'start') {
    return (
      <>
        {state.note && (
          <p role="status" tabIndex={-1} ref={focusOnce}>
            {t(state.note)}
          </p>
        )}
        {state.fault && <p role="alert">{state.fault}</p>}
      </>
    );
  }
  const name = state.file ?? t('callsPasted');
  switch (state.kind) {
    case 'reading':
      return <ImportProgress t={t} stage={{ ...state, file: name }} onCancel={onCancel} />;
    case 'refused':
      return (
        <div class="finding" data-verdict="fail" role="alert">
          <p tabIndex={-1} ref={focusOnce}>
            <strong>{t('callsRefused', name)}</strong> {refusalText(state.refused, t)}
          </p>
          {state.refused.unreadable && <UnreadableLines t={t} unreadable={state.refused.unreadable} />}
        </div>
      );
    case 'read':
      return <CallRate t={t} name={name} log={state.log} onKeep={(log) => onKeep(log, state.file)} />;
  }
};

/** Calls per minute from a log: choose, drop or paste it, and see what it says of the limit. */
export const CallLog = ({ t, state, place, onFiles, onText, ...ofOutcome }: CallLogProps) => (
  <section class="calls" aria-label={t('callsTitle')} data-state={state.kind}>
    <p class="hint">
      {t('callsHint')}{' '}
      <a href={place} target="_blank" rel="noreferrer">
        {t('callsInTab')}
      </a>
    </p>
    <FileDrop
      words={{ choose: t('callsChoose'), drop: t('callsDrop') }}
      accept=".log,.txt,.csv,.tsv,.json,.jsonl,.ndjson"
      onFiles={onFiles}
    />
    <Paste t={t} onText={onText} />
    <Outcome t={t} state={state} {...ofOutcome} />
  </section>
);
