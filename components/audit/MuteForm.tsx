import { useSignal } from '@preact/signals';
import type { Translator } from '../../utils/i18n/translate.ts';
import { focusOnce } from '../focus.ts';
import type { FindingDrafts, TypedMute } from './FindingWork.tsx';

interface MuteFormProps {
  t: Translator;
  finding: string;
  hasName: boolean;
  drafts: FindingDrafts;
  onMute(mute: TypedMute): void;
  onCancel(): void;
}

const USUAL_DAYS = 30;

/** A day from now in the person's own zone, as a field for days takes it. */
function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Why a finding is to be quiet, and until when: a mute never lasts for ever. */
export const MuteForm = ({ t, finding, hasName, drafts, onMute, onCancel }: MuteFormProps) => {
  const draft = useSignal(drafts.read(finding));
  const isTried = useSignal(false);
  const { reason = '', expires = dayFromNow(USUAL_DAYS) } = draft.value;
  const type = (typed: { reason?: string; expires?: string }): void => {
    draft.value = { ...drafts.read(finding), ...typed };
    drafts.keep(finding, draft.value);
  };
  const isReasonMissing = reason.trim() === '';
  const isDayWrong = expires < dayFromNow(0);
  return (
    <form
      class="mute-form"
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        isTried.value = true;
        if (hasName && !isReasonMissing && !isDayWrong) onMute({ reason: reason.trim(), lastDay: expires });
      }}
    >
      <label>
        <span>{t('auditMuteReason')}</span>
        <input
          value={reason}
          required
          maxLength={500}
          ref={focusOnce}
          aria-invalid={isTried.value && isReasonMissing}
          onInput={({ currentTarget }) => type({ reason: currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('auditMuteUntil')}</span>
        <input
          type="date"
          required
          min={dayFromNow(0)}
          value={expires}
          aria-invalid={isTried.value && isDayWrong}
          onInput={({ currentTarget }) => type({ expires: currentTarget.value })}
        />
      </label>
      {isTried.value && (
        <p class="problem" role="alert">
          {[
            !hasName && t('auditNeedsName'),
            isReasonMissing && t('auditNeedsReason'),
            isDayWrong && t('auditNeedsDay'),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <p class="hint">{t('auditMuteHint')}</p>
      <div class="buttons">
        <button type="submit" class="primary">
          {t('auditMute')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
};
