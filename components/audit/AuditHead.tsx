import type { AuditView } from '../../utils/audit/desk.ts';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { StoreTitle } from '../StoreTitle.tsx';
import { coverageText } from './coverage.ts';
import { ExportLine, ExportMenu, type ExportProps } from './ExportMenu.tsx';

export interface AuditHeadProps extends ExportProps {
  t: Translator;
  /** `undefined`: the store has no audit yet. */
  view: AuditView | undefined;
  /** The store of the page in the tab, where it is another than the audit's. */
  otherStore: StoreSummary | undefined;
  onStart(): void;
  onEnd(isEnded: boolean): void;
  onStore(channelId: string): void;
}

const WrongStore = ({
  t,
  otherStore,
  onStore,
}: Pick<AuditHeadProps, 't' | 'onStore'> & { otherStore: StoreSummary }) => (
  <div class="wrong-store" role="alert">
    <p>
      <b>{t('auditWrongStore')}</b> {t('auditWrongStoreIs')} <StoreTitle t={t} store={otherStore} />
    </p>
    <button type="button" onClick={() => onStore(otherStore.channelId)}>
      {t('storeOfTabGo')}
    </button>
  </div>
);

function stateText({ entry: { startedAt, endedAt, isReceived } }: AuditView, t: Translator): string {
  if (isReceived) return t('auditReceivedOf', shownTime(startedAt, t));
  return endedAt === null
    ? t('auditCollecting', shownTime(startedAt, t))
    : t('auditEnded', shownTime(endedAt, t));
}

const Acts = ({
  t,
  view,
  onStart,
  onEnd,
}: Pick<AuditHeadProps, 't' | 'onStart' | 'onEnd'> & { view: AuditView }) => {
  const { endedAt, isReceived } = view.entry;
  if (isReceived) return null;
  return endedAt === null ? (
    <button type="button" data-do="end" onClick={() => onEnd(true)}>
      {t('auditEnd')}
    </button>
  ) : (
    <>
      <button type="button" class="primary" data-do="start" onClick={onStart}>
        {t('auditStartNew')}
      </button>
      <button type="button" data-do="go-on" onClick={() => onEnd(false)}>
        {t('auditGoOn')}
      </button>
    </>
  );
};

/** In a tab there is room for the list and a finding side by side. */
const TabLink = ({ t, view: { entry } }: { t: Translator; view: AuditView }) => (
  <a
    class="in-tab"
    href={`/sidepanel.html?${new URLSearchParams({ channelId: entry.channelId, audit: entry.id })}`}
    target="_blank"
    rel="noreferrer"
    title={t('auditInTab')}
  >
    <span class="sr-only">{t('auditInTab')}</span>
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M5 2H2v8h8V7M7 2h3v3M10 2 5.5 6.5" />
    </svg>
  </a>
);

/** Which audit it is, how far it is, and what can be done with it as a whole. */
export const AuditHead = (props: AuditHeadProps) => {
  const { t, view, otherStore } = props;
  const isCollecting = view?.entry.endedAt === null && !view.entry.isReceived;
  return (
    <section class="audit-head" data-collecting={isCollecting}>
      {otherStore && <WrongStore {...props} otherStore={otherStore} />}
      {view && (
        <>
          <p class="state">
            <span class="dot" aria-hidden="true" />
            <b>{stateText(view, t)}</b>
            <TabLink t={t} view={view} />
          </p>
          <p class="coverage">{coverageText(view.summary.coverage, t)}</p>
          {view.entry.fault && (
            <p class="problem" role="alert">
              {t('auditFull')}
            </p>
          )}
          <div class="acts">
            <Acts {...props} view={view} />
            <ExportMenu {...props} />
          </div>
          <ExportLine {...props} />
        </>
      )}
    </section>
  );
};
