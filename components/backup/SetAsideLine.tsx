import type { Translator } from '../../utils/i18n/translate.ts';

/** Said in the popup when something could not be read: what goes on, and where it is named. */
export const SetAsideLine = ({ t, count }: { t: Translator; count: number }) =>
  count === 0 ? null : (
    <p class="set-aside-line" data-verdict="caution" role="status">
      {t('setAsideLine', count)}{' '}
      <a href="/options.html#backup" target="_blank" rel="noreferrer">
        {t('setAsideLink')}
      </a>
    </p>
  );
