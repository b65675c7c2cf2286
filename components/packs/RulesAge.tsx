import { daysSince } from '../../utils/features/packs.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { PackNews } from '../../utils/packs/views.ts';

/** How old the rules are, which of their sources bear no date, and whether newer rules wait. */
export const RulesAge = ({ t, packs: { date, undated, waiting } }: { t: Translator; packs: PackNews }) => (
  <div class="rules-age">
    {waiting > 0 && (
      <p>
        <a href="/options.html#packs" target="_blank" rel="noreferrer">
          {t('packsWaiting', waiting)}
        </a>
      </p>
    )}
    {undated.length > 0 ? (
      <details>
        <summary>{t('packsAgeUndated', date, daysSince(date, Date.now()), undated.length)}</summary>
        <ul>
          {undated.map((title) => (
            <li key={title}>{t('packsUndated', title)}</li>
          ))}
        </ul>
      </details>
    ) : (
      <p>{t('packsAge', date, daysSince(date, Date.now()))}</p>
    )}
  </div>
);
