import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import type { Notifying } from '../utils/storage/notifying.ts';

export interface NotificationsProps {
  t: Translator;
  /** `denied`: the browser was asked just now, and did not allow it. */
  notifying: Notifying | 'denied';
  onNotify(isWanted: boolean): void;
}

const STATES: Record<NotificationsProps['notifying'], MessageKey> = {
  denied: 'notifyDenied',
  off: 'notifyOff',
  on: 'notifyOn',
  taken: 'notifyTaken',
};

/** Whether the browser notifies of alerts: off until a person turns it on. */
export const Notifications = ({ t, notifying, onNotify }: NotificationsProps) => {
  const isOn = notifying === 'on';
  const isRefused = notifying === 'denied' || notifying === 'taken';
  return (
    <section class="setting" id="alerts" aria-labelledby="notify-title">
      <h2 id="notify-title">{t('headingAlerts')}</h2>
      <p class="hint">{t('notifyHint')}</p>
      <p class="buttons">
        <button type="button" onClick={() => onNotify(!isOn)}>
          {t(isOn ? 'notifyTurnOff' : 'notifyTurnOn')}
        </button>
      </p>
      <p class={isRefused ? 'problem' : 'hint'} role="status">
        {t(STATES[notifying])}
      </p>
    </section>
  );
};
