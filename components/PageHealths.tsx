import { lostInWords } from '../utils/features/health.ts';
import { pageName, shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { HealthView } from '../utils/messaging/protocol.ts';
import { CopyReport } from './CopyReport.tsx';

interface PageHealthsProps {
  t: Translator;
  healths: readonly HealthView[];
  onCopy(report: string): Promise<boolean>;
}

const Lost = ({ t, health, onCopy }: Omit<PageHealthsProps, 'healths'> & { health: HealthView }) => {
  const page = pageName(health.page, t);
  const words = { copy: t('noticeCopy'), copied: t('noticeCopied'), notCopied: t('noticeNotCopied') };
  return (
    <li>
      <p>{t('healthLine', page, lostInWords(health.lost, t))}</p>
      <p class="hint">{t('healthSeen', shownTime(health.at, t), health.packVersion)}</p>
      <CopyReport report={health.report} words={words} label={`${words.copy}: ${page}`} copy={onCopy} />
    </li>
  );
};

/** The kinds of page on which something was not found at the last look; nothing where there is none. */
export const PageHealths = ({ t, healths, onCopy }: PageHealthsProps) => {
  const { lost = [], read = [] } = Object.groupBy(healths, (health) =>
    health.lost.length > 0 ? 'lost' : 'read',
  );
  if (lost.length === 0) return null;
  return (
    <section class="healths">
      <details class="fold">
        <summary>
          <span class="name">{t('headingHealth')}</span>
          <span class="count">{lost.length}</span>
          <span class="line">{lost.map((health) => pageName(health.page, t)).join(t('comma'))}</span>
        </summary>
        <section>
          <p class="hint">{t('healthHint')}</p>
          <ul>
            {lost.map((health) => (
              <Lost key={health.page} t={t} health={health} onCopy={onCopy} />
            ))}
          </ul>
          {read.length > 0 && (
            <p class="hint">
              {t('healthAllRead', read.map((health) => pageName(health.page, t)).join(t('comma')))}
            </p>
          )}
        </section>
      </details>
    </section>
  );
};
