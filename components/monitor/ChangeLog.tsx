import type { LogEntryView, LogView } from '../../utils/features/monitor/log.ts';
import type { Translator } from '../../utils/i18n/translate.ts';

interface ChangeLogProps {
  t: Translator;
  log: LogView;
  text: string;
  onSearch(text: string): void;
  onMore(): void;
}

const Entry = ({ t, entry: { what, from, to, origin } }: { t: Translator; entry: LogEntryView }) => (
  <li>
    <p>
      <b>{what}</b> <span class="from">{from}</span> <span aria-hidden="true">→</span>
      <span class="sr-only">{t('logBecame')}</span> <span class="to">{to}</span>
    </p>
    <p class="hint">{origin}</p>
  </li>
);

/** Everything that changed of a store, the newest first, day by day. */
export const ChangeLog = ({ t, log, text, onSearch, onMore }: ChangeLogProps) => {
  const { entries, found, kept, dropped } = log;
  return (
    <details class="fold" id="monitor-log">
      <summary>
        <span class="name">{t('monitor_log')}</span>
        <span class="count">{kept + dropped}</span>
        <span class="line">{t('monitorLogLine')}</span>
      </summary>
      <section class="log">
        <label>
          <span>{t('logSearch')}</span>
          <input type="search" value={text} onInput={({ currentTarget }) => onSearch(currentTarget.value)} />
        </label>
        <p class="hint" role="status">
          {t('logFound', found, kept)} {dropped > 0 && t('logDropped', dropped)}
        </p>
        {[...Map.groupBy(entries, ({ day }) => day)].map(([day, own]) => (
          <div key={day}>
            <h4>{day}</h4>
            <ul>
              {own.map((entry) => (
                <Entry key={entry.place} t={t} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
        {found > entries.length && (
          <button type="button" onClick={onMore}>
            {t('logMore', found - entries.length)}
          </button>
        )}
      </section>
    </details>
  );
};
