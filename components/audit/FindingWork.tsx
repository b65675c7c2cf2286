import { useSignal } from '@preact/signals';
import type { FindingCardView, FindingRow } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { LONGEST_NOTE } from '../../utils/messaging/limits.ts';
import { focusOnce } from '../focus.ts';
import type { CardPart } from './Findings.tsx';
import { MuteForm } from './MuteForm.tsx';
import { dayText } from './texts.ts';

/** What is being typed of a finding, and was not kept yet. */
export interface FindingDraft {
  note?: string;
  reason?: string;
  /** A day. */
  expires?: string;
}

/** Where what is being typed of findings outlives the panel. */
export interface FindingDrafts {
  read(finding: string): FindingDraft;
  keep(finding: string, draft: FindingDraft): void;
}

/** A mute as it is typed; its last day is the last on which it holds. */
export interface TypedMute {
  reason: string;
  lastDay: string;
}

export interface FindingWorkProps {
  t: Translator;
  card: FindingCardView;
  part: CardPart;
  /** Whose words they are; remembered. */
  name: string;
  drafts: FindingDrafts;
  onPart(part: CardPart): void;
  onName(name: string): void;
  /** `null`: it is muted no more. */
  onMute(finding: string, mute: TypedMute | null): void;
  onNote(finding: string, text: string): void;
  onDone(row: FindingRow, isDone: boolean): void;
}

interface SaidBeforeProps extends Pick<FindingWorkProps, 't' | 'card'> {
  /** Without it, it is only read. */
  onMute?: FindingWorkProps['onMute'] | undefined;
}

const Name = ({ t, name, part, onName }: Pick<FindingWorkProps, 't' | 'name' | 'part' | 'onName'>) => (
  <label class="name-field">
    <span>{t('auditName')}</span>
    <input
      value={name}
      autocomplete="name"
      ref={part === 'name' ? focusOnce : null}
      aria-describedby={name === '' ? 'audit-name-hint' : undefined}
      onInput={({ currentTarget }) => onName(currentTarget.value)}
    />
    {name === '' && (
      <small class="hint" id="audit-name-hint">
        {t('auditNameHint')}
      </small>
    )}
  </label>
);

/** The last day of a mute, in the person's own zone: it holds until the first moment after it. */
const lastDayText = (expires: string, t: Translator): string =>
  dayText(new Date(Date.parse(expires) - 1).toISOString(), t);

const Muted = ({ t, card: { id, mute }, onMute }: SaidBeforeProps) =>
  mute && (
    <p class="said-before" data-work="mute">
      <span>
        <b>{t('auditState_muted')}</b> {t('auditMutedBy', mute.name, lastDayText(mute.expires, t))}
        <br />
        <bdi>{mute.reason}</bdi>
      </span>
      {onMute && (
        <button type="button" data-do="unmute" onClick={() => onMute(id, null)}>
          {t('auditUnmute')}
        </button>
      )}
    </p>
  );

const NoteForm = ({ t, card, part, drafts, onNote }: FindingWorkProps) => {
  const kept = card.note?.text ?? '';
  const draft = useSignal(drafts.read(card.id).note);
  const text = draft.value ?? kept;
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNote(card.id, text);
      }}
    >
      <label>
        <span>{t('auditColumn_note')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST_NOTE}
          value={text}
          ref={part === 'note' ? focusOnce : null}
          onInput={({ currentTarget: { value } }) => {
            draft.value = value;
            const { note: _before, ...others } = drafts.read(card.id);
            drafts.keep(card.id, value === kept ? others : { ...others, note: value });
          }}
        />
      </label>
      <button type="submit">{t('auditNoteKeep')}</button>
    </form>
  );
};

/** What was said of a finding, and by whom. */
export const SaidBefore = ({ t, card, onMute }: SaidBeforeProps) => (
  <>
    <Muted t={t} card={card} onMute={onMute} />
    {card.done && (
      <p class="said-before" data-work="done">
        {t(
          card.state === 'again' ? 'auditDoneBefore' : 'auditDoneBy',
          card.done.name,
          dayText(card.done.at, t),
        )}
      </p>
    )}
    {card.note && (
      <p class="said-before" data-work="note">
        <span>
          <bdi>{card.note.text}</bdi>
          <small class="hint"> {t('auditSaidBy', card.note.name, dayText(card.note.at, t))}</small>
        </span>
      </p>
    )}
  </>
);

/** What people say of a finding: muted for a time, noted, done. */
export const FindingWork = (props: FindingWorkProps) => {
  const { t, card, part, name, drafts, onPart, onName, onMute, onDone } = props;
  const isNoting = part === 'note' || drafts.read(card.id).note !== undefined;
  const isDone = card.state === 'done';
  return (
    <section class="work" aria-label={t('auditColumn_state')}>
      <SaidBefore t={t} card={card} onMute={onMute} />
      <div class="buttons">
        <button type="button" data-do="done" onClick={() => onDone(card, !isDone)}>
          {t(isDone ? 'auditNotDone' : 'auditMarkDone')}
        </button>
        <button type="button" data-do="mute" aria-expanded={part === 'mute'} onClick={() => onPart('mute')}>
          {t(card.mute ? 'auditMuteAgain' : 'auditMute')}
        </button>
        <button type="button" data-do="note" aria-expanded={isNoting} onClick={() => onPart('note')}>
          {t('auditColumn_note')}
        </button>
      </div>
      {(part !== 'card' || isNoting) && <Name t={t} name={name} part={part} onName={onName} />}
      {part === 'mute' && (
        <MuteForm
          t={t}
          finding={card.id}
          hasName={name.trim() !== ''}
          drafts={drafts}
          onMute={(mute) => onMute(card.id, mute)}
          onCancel={() => onPart('card')}
        />
      )}
      {isNoting && <NoteForm {...props} />}
    </section>
  );
};
