import { useRef } from 'preact/hooks';
import type { StoresView } from '../../utils/audit/desk.ts';
import { SEVERITIES } from '../../utils/audit/severity.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { FileDrop } from '../FileChoice.tsx';
import { StoreTitle } from '../StoreTitle.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { SeverityMark } from './SeverityMark.tsx';
import { Trend } from './Trend.tsx';
import { auditedStore, countText } from './texts.ts';

type Store = StoresView['stores'][number];
type Shared = StoresView['shared'][number];

/** A colleague's file that is being opened, or why the last one was not. */
export type ReceiveState =
  | { kind: 'idle' }
  | { kind: 'receiving'; name: string; done: number; total: number }
  | { kind: 'cancelled' }
  | { kind: 'refused'; problem: string };

interface StoresProps {
  t: Translator;
  /** The stores that are kept, with their colours. */
  known: readonly StoreSummary[];
  /** `undefined` while they are being read. */
  stores: StoresView | undefined;
  receiving: ReceiveState;
  onOpen(id: string, rule?: string): void;
  onFiles(files: readonly File[]): void;
  onCancelReceive(): void;
}

const DAY_MS = 86_400_000;

/** Days of the calendar that the person goes by. */
const dayOf = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS;

/** How long ago, in days as people count them. */
function ageText(iso: string, t: Translator): string {
  const days = dayOf(new Date(iso)) - dayOf(new Date());
  return new Intl.RelativeTimeFormat(t.tag, { numeric: 'auto' }).format(days, 'day');
}

const Title = ({ t, known, store }: Pick<StoresProps, 't' | 'known'> & { store: Store }) => (
  <StoreTitle t={t} store={auditedStore(known, { ...store.latest, isReceived: store.isReceived })} />
);

const StoreLine = ({ t, known, store, onOpen }: Omit<StoresProps, 'stores'> & { store: Store }) => {
  const { latest, counted, series, isReceived } = store;
  const isRunning = latest.endedAt === null && !isReceived;
  return (
    <li data-store={store.channelId} data-received={isReceived}>
      <button type="button" class="open-store" onClick={() => onOpen(latest.id)}>
        <Title t={t} known={known} store={store} />
        <span class="age">
          {isReceived && <span class="tag">{t('auditReceived')}</span>}
          {isRunning && <span class="tag">{t('auditRunning')}</span>}
          {(!isRunning || counted.endedAt !== null) && ageText(counted.endedAt ?? counted.startedAt, t)}
        </span>
      </button>
      <p class="counts">
        {SEVERITIES.filter((id) => counted.bySeverity[id] > 0).map((id) => (
          <SeverityMark
            key={id}
            severity={id}
            text={t('auditCountOf', t(`severity_${id}`), countText(counted.bySeverity[id], t))}
          />
        ))}
        <span class="hint">{t('auditSeenProducts', countText(counted.products, t))}</span>
      </p>
      <Trend t={t} series={series} />
    </li>
  );
};

const List = ({
  title,
  stores,
  ...props
}: Omit<StoresProps, 'stores'> & { title: string; stores: Store[] }) =>
  stores.length > 0 && (
    <section>
      <h2>{title}</h2>
      <ul class="store-list">
        {stores.map((store) => (
          <StoreLine key={store.latest.id} {...props} store={store} />
        ))}
      </ul>
    </section>
  );

const SharedLine = ({ t, known, stores, shared, onOpen }: StoresProps & { shared: Shared }) => (
  <li>
    <details>
      <summary>
        <SeverityMark severity={shared.severity} text={t(`severity_${shared.severity}`)} />
        <span class="says">{shared.text}</span>
        <span class="hint">
          {t('auditSharedBy', Object.keys(shared.stores).length, countText(shared.count, t))}
        </span>
      </summary>
      <ul>
        {stores?.stores
          .filter(({ channelId, isReceived }) => !isReceived && Object.hasOwn(shared.stores, channelId))
          .map((store) => (
            <li key={store.channelId}>
              <button
                type="button"
                class="link"
                onClick={() => onOpen(store.counted.id, shared.rule ?? undefined)}
              >
                <Title t={t} known={known} store={store} />
              </button>{' '}
              <b>{countText(shared.stores[store.channelId] ?? 0, t)}</b>
            </li>
          ))}
      </ul>
    </details>
  </li>
);

const Receive = ({ t, receiving, onFiles, onCancelReceive }: StoresProps) => {
  const isUnderWay = receiving.kind === 'receiving';
  const wasUnderWay = useRef(false);
  wasUnderWay.current ||= isUnderWay;
  return (
    <section>
      <h2>{t('auditReceive')}</h2>
      {isUnderWay ? (
        <ProgressLine
          t={t}
          label={t('auditReceiving', receiving.name)}
          done={receiving.done}
          total={receiving.total}
          act="cancel-receive"
          onCancel={onCancelReceive}
        />
      ) : (
        <FileDrop
          words={{ choose: t('auditReceiveChoose'), drop: t('auditReceiveDrop') }}
          accept=".json"
          hasFocus={wasUnderWay.current}
          onFiles={onFiles}
        />
      )}
      {receiving.kind === 'refused' && (
        <p class="problem" role="alert">
          {receiving.problem}
        </p>
      )}
      <p role="status">{receiving.kind === 'cancelled' && t('auditReceiveCancelled')}</p>
      <p class="hint">{t('auditReceiveHint')}</p>
    </section>
  );
};

const isShared = ({ stores }: Shared): boolean => Object.keys(stores).length > 1;

/** Every store that was audited, the worst first, what they share, and what colleagues sent. */
export const Stores = (props: StoresProps) => {
  const { t, stores: view } = props;
  if (!view) return <p class="hint loading">{t('viewLoading')}</p>;
  const own = view.stores.filter(({ isReceived }) => !isReceived);
  const received = view.stores.filter(({ isReceived }) => isReceived);
  const shared = view.shared.filter(isShared);
  return (
    <div class="audited-stores">
      {own.length === 0 && (
        <section class="empty">
          <h2>{t('auditStoresNone')}</h2>
          <p>{t('auditStoresNoneText')}</p>
        </section>
      )}
      <List {...props} title={t('auditStoresOwn', own.length)} stores={own} />
      {shared.length > 0 && (
        <section>
          <h2>{t('auditStoresShared')}</h2>
          <ul class="shared">
            {shared.map((each) => (
              <SharedLine key={`${each.severity} ${each.rule ?? each.chip}`} {...props} shared={each} />
            ))}
          </ul>
        </section>
      )}
      <List {...props} title={t('auditStoresReceived', received.length)} stores={received} />
      <Receive {...props} />
    </div>
  );
};
