import type { Place } from '../../utils/features/checklist/view.ts';
import type { Translator } from '../../utils/i18n/translate.ts';

/** Where something is done: a link where the address is known, else the way through the menus. */
export const Places = ({ t, places }: { t: Translator; places: readonly Place[] }) => (
  <>
    {places.map(({ text, href }) => (
      <p class="place" key={text}>
        {href ? (
          <a href={href} target="_blank" rel="noreferrer">
            {t('checklistWhere', text)}
          </a>
        ) : (
          t('checklistWhere', text)
        )}
      </p>
    ))}
  </>
);
