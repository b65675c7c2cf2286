import { useSignal } from '@preact/signals';
import type { AlertPlace, AlertView } from '../utils/features/alerts.ts';
import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import type { Overview } from '../utils/messaging/protocol.ts';
import type { ShownAlerts } from '../utils/storage/shown-alerts.ts';
import { VerdictWord } from './Sign.tsx';
import { storeIn } from './StoreChoice.tsx';
import { StoreTitle } from './StoreTitle.tsx';

export interface AlertsProps {
  t: Translator;
  overview: Overview;
  /** Not known until somebody has looked. */
  alerts: ShownAlerts | undefined;
  /** @param days how long; `null`: until its next stage */
  onSnooze(alert: AlertView, days: number | null): void;
  onOpen(view: Exclude<AlertPlace, 'import'>, channelId: string): void;
}

type RowProps = Pick<AlertsProps, 't' | 'onOpen' | 'onSnooze'> & { alert: AlertView };

const SNOOZES: readonly [days: number | null, key: MessageKey][] = [
  [1, 'alertSnooze_1'],
  [3, 'alertSnooze_3'],
  [7, 'alertSnooze_7'],
  [null, 'alertSnooze_stage'],
];

/** The row goes with its button, and the focus would be lost with it. */
function focusNext(button: HTMLButtonElement): void {
  const rows = [...(button.closest('.alerts')?.querySelectorAll('li') ?? [])];
  const place = rows.findIndex((row) => row.contains(button));
  const next = rows[place + 1] ?? rows[place - 1];
  (next ?? button.closest('details'))?.querySelector<HTMLElement>('.snooze, summary')?.focus();
}

/** Where it is dealt with: a view of its store, or the page for files. */
const Deal = ({ t, alert: { place, channelId, title }, onOpen }: RowProps) => {
  if (!place || channelId === null) return null;
  const words = t(`alertOpen_${place}`);
  const label = `${words}: ${title}`;
  return place === 'import' ? (
    <a href={`/options.html?channelId=${channelId}`} target="_blank" rel="noreferrer" aria-label={label}>
      {words}
    </a>
  ) : (
    <button type="button" class="link" aria-label={label} onClick={() => onOpen(place, channelId)}>
      {words}
    </button>
  );
};

const Row = (props: RowProps) => {
  const { t, alert, onSnooze } = props;
  const isChoosing = useSignal(false);
  const label = t('alertSnoozeLabel', alert.title);
  return (
    <li data-kind={alert.kind} data-stage={alert.stage}>
      <div>
        <VerdictWord verdict={alert.verdict} word={alert.word} /> <bdi>{alert.title}</bdi>
        <p class="hint">{alert.line}</p>
        <p class="todo">
          {alert.todo} <Deal {...props} />
        </p>
      </div>
      <button
        type="button"
        class="snooze"
        aria-label={label}
        aria-expanded={isChoosing.value}
        onClick={() => {
          isChoosing.value = !isChoosing.value;
        }}
      >
        {t('alertSnooze')}
      </button>
      {isChoosing.value && (
        <fieldset class="snoozes" aria-label={label}>
          {SNOOZES.map(([days, key]) => (
            <button
              key={key}
              type="button"
              onClick={({ currentTarget }) => {
                focusNext(currentTarget);
                onSnooze(alert, days);
              }}
            >
              {t(key)}
            </button>
          ))}
          <span class="hint">{t('alertSnoozeHint')}</span>
        </fieldset>
      )}
    </li>
  );
};

const GroupTitle = ({
  t,
  overview,
  channelId,
}: Omit<AlertsProps, 'alerts'> & { channelId: string | null }) => (
  <h3>
    {channelId === null ? (
      t('alertsOfExtension')
    ) : (
      <StoreTitle t={t} store={storeIn(overview.stores, channelId)} />
    )}
  </h3>
);

const countText = (alerts: ShownAlerts | undefined, t: Translator): string => {
  if (!alerts) return t('alertsSearching');
  return alerts.count > 0 ? String(alerts.count) : t('alertsNone');
};

/** The stores and what they need, those with the most urgent first. */
const Groups = ({ alerts: { alerts, count }, ...props }: AlertsProps & { alerts: ShownAlerts }) => (
  <div class="scroll">
    {[...Map.groupBy(alerts, ({ channelId }) => channelId)].map(([channelId, own]) => (
      <div key={channelId}>
        <GroupTitle {...props} channelId={channelId} />
        <ul>
          {own.map((alert) => (
            <Row key={`${alert.id} ${alert.stage}`} {...props} alert={alert} />
          ))}
        </ul>
      </div>
    ))}
    {count > alerts.length && <p class="hint">{props.t('alertsMore', count - alerts.length)}</p>}
  </div>
);

/** What has a date or a bar and needs a person: one line where there is nothing, or nobody has looked yet. */
export const Alerts = (props: AlertsProps) => {
  const { t, alerts } = props;
  // A list that comes late pushes nothing away: it stays folded until a person unfolds it.
  const isThere = useSignal(alerts !== undefined);
  return (
    <section class="alerts">
      <details open={isThere.value}>
        <summary>
          <h2>{t('headingAlerts')}</h2>
          <span class="count">{countText(alerts, t)}</span>
        </summary>
        {alerts && alerts.count > 0 && <Groups {...props} alerts={alerts} />}
      </details>
    </section>
  );
};
