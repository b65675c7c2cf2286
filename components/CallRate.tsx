import { provenRate } from '../utils/calls/judge.ts';
import type { CallLog } from '../utils/calls/log.ts';
import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import { CallChart } from './CallChart.tsx';
import { boundsText, findingText, timeFormat } from './call-texts.ts';
import { focusOnce } from './focus.ts';
import { shownCount } from './import-texts.ts';
import { Sign } from './Sign.tsx';
import { UnreadableLines } from './UnreadableLines.tsx';

interface RateProps {
  t: Translator;
  /** What was read, as a sentence names it. */
  name: string;
  log: CallLog;
  onKeep(log: CallLog): void;
}

type LogProps = Pick<RateProps, 't' | 'log'>;

const Measures = ({ t, log }: LogProps) => {
  const minute = timeFormat(log, t);
  const time = timeFormat(log, t, log.hasSeconds ? 'second' : undefined);
  const measures: [MessageKey, string][] = [
    ['callsClockMinute', boundsText(log.clockMinute, t)],
    ['callsSixtySeconds', boundsText(log.sixtySeconds, t)],
    ['callsLimit', shownCount(log.limit, t)],
    ['callsBusiest', minute(log.busiest.start)],
    ['callsCounted', shownCount(log.calls, t)],
    ['callsSpan', t('callsBounds', time(log.from), time(log.to))],
  ];
  return (
    <dl class="measures">
      {measures.map(([key, text]) => (
        <div key={key} data-measure={key}>
          <dt>{t(key)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const OverMinutes = ({ t, log }: LogProps) => {
  const { count, highest } = log.over;
  const minute = timeFormat(log, t);
  if (count === 0) return null;
  return (
    <table class="rows over">
      <caption>
        {t('callsOverMinutes', shownCount(count, t))}{' '}
        {count > highest.length && t('callsHighest', shownCount(highest.length, t))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('callsMinute')}</th>
          <th scope="col" class="number">
            {t('callsCalls')}
          </th>
        </tr>
      </thead>
      <tbody>
        {highest.map(({ start, calls }) => (
          <tr key={start}>
            <td>{minute(start)}</td>
            <td class="number">{shownCount(calls, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How the calls were counted, as far as it matters for this log. */
function notesOf({ hasZone, hasSeconds, isOrdered, unreadable }: CallLog): MessageKey[] {
  return [
    'callsNoteEach',
    'callsNoteTwoMinutes',
    hasZone ? 'callsNoteZone' : 'callsNoteNoZone',
    hasSeconds ? 'callsNoteSeconds' : 'callsNoteNoSeconds',
    ...(unreadable.count === 0
      ? []
      : ([isOrdered ? 'callsNoteBeside' : 'callsNoteDisorder'] satisfies MessageKey[])),
  ];
}

/** What a log says of the call rate: the verdict, both measures, the minutes over the limit, what was not readable. */
export const CallRate = ({ t, name, log, onKeep }: RateProps) => {
  const { verdict, text } = findingText(log, t);
  const rate = provenRate(log);
  return (
    <div class="call-rate" data-verdict={verdict}>
      <h3 tabIndex={-1} ref={focusOnce}>
        {t('callsOf', name)}
      </h3>
      <div class="finding" data-verdict={verdict}>
        <Sign verdict={verdict} />
        <p>
          <strong>{t(verdict === 'unknown' ? 'callsUnsure' : `verdict_${verdict}`)}</strong> {text}
        </p>
      </div>
      <p class="buttons">
        {rate === undefined ? (
          <span class="hint">{t('callsKeepNot')}</span>
        ) : (
          <button type="button" data-do="keep-rate" onClick={() => onKeep(log)}>
            {t('callsKeep', shownCount(rate, t))}
          </button>
        )}
      </p>
      <Measures t={t} log={log} />
      <CallChart t={t} log={log} />
      <OverMinutes t={t} log={log} />
      <UnreadableLines t={t} unreadable={log.unreadable} />
      <ul class="hint">
        {notesOf(log).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </div>
  );
};
