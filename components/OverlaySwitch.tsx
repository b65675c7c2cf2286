import type { Translator } from '../utils/i18n/translate.ts';
import type { Hiding } from '../utils/storage/hiding.ts';

interface OverlaySwitchProps {
  t: Translator;
  hiding: Hiding;
  onHide(isHidden: boolean): void;
}

/** Says that the overlay is hidden, and hides or shows it in all tabs. */
export const OverlaySwitch = ({ t, hiding: { isHidden, keys }, onHide }: OverlaySwitchProps) => (
  <div class="overlay-switch" data-verdict={isHidden ? 'caution' : 'none'}>
    <strong role="status">{isHidden && t('overlayHidden')}</strong>
    <button type="button" onClick={() => onHide(!isHidden)}>
      {isHidden && t('overlayShow')}
      {!isHidden && (keys ? t('overlayHideKeys', keys) : t('overlayHide'))}
    </button>
  </div>
);
