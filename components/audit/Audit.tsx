import type { ComponentChildren } from 'preact';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { addressOf } from '../../utils/site/pages.ts';
import { Page, type PageProps } from '../Page.tsx';
import { StoreTitle } from '../StoreTitle.tsx';
import { Tabs } from '../Tabs.tsx';
import { AuditHead, type AuditHeadProps } from './AuditHead.tsx';

/** In the order of their tabs. */
export const AUDIT_TABS = ['findings', 'matrix', 'summary', 'history', 'stores'] as const;
export type AuditTab = (typeof AUDIT_TABS)[number];

interface AuditProps extends PageProps, AuditHeadProps {
  store: StoreSummary | undefined;
  tab: AuditTab;
  children: ComponentChildren;
  onTab(tab: AuditTab): void;
}

/** Where a store's rows are collected from: a link, as the user opens every page. */
const ListLink = ({ t, store }: { t: Translator; store: StoreSummary }) => (
  <a class="button" href={addressOf('product-list', store.channelId)} target="_blank" rel="noreferrer">
    {t('auditOpenList')}
  </a>
);

const NoStore = ({ t }: { t: Translator }) => (
  <section class="empty">
    <h2>{t('auditNoStore')}</h2>
    <p>{t('auditNoStoreText')}</p>
  </section>
);

const NoAudit = ({ t, store, onStart }: { t: Translator; store: StoreSummary; onStart(): void }) => (
  <section class="empty">
    <h2>{t('auditNone')}</h2>
    <ol>
      <li>{t('auditStep1')}</li>
      <li>{t('auditStep2')}</li>
      <li>{t('auditStep3')}</li>
    </ol>
    <div class="buttons">
      <button type="button" class="primary" data-do="start" onClick={onStart}>
        {t('auditStart')}
      </button>
      <ListLink t={t} store={store} />
    </div>
  </section>
);

const NothingSeen = ({ t, store }: { t: Translator; store: StoreSummary }) => (
  <section class="empty">
    <h2>{t('auditNothingSeen')}</h2>
    <p>{t('auditNothingSeenText')}</p>
    <ListLink t={t} store={store} />
  </section>
);

/** Of a store that was not audited, and of an audit that saw nothing, only the page of all stores has anything to say. */
const Opened = ({ t, store, view, tab, children, onStart }: AuditProps): ComponentChildren => {
  if (tab === 'stores') return children;
  if (!store) return <NoStore t={t} />;
  if (!view) return <NoAudit t={t} store={store} onStart={onStart} />;
  const { coverage, findings } = view.summary;
  const hasSeen = coverage.products + findings > 0;
  return hasSeen || tab === 'history' ? children : <NothingSeen t={t} store={store} />;
};

/** The audit's panel: how far it is, and of what it found one of several views. */
export const Audit = (props: AuditProps) => {
  const { t, store, tab, onTab } = props;
  return (
    <Page {...props} beside={store ? <StoreTitle t={t} store={store} /> : t('brandOther')}>
      <AuditHead {...props} />
      <Tabs
        label={t('auditViews')}
        tabs={AUDIT_TABS.map((id) => ({ id, title: t(`auditTab_${id}`) }))}
        open={tab}
        onOpen={onTab}
      >
        <Opened {...props} />
      </Tabs>
    </Page>
  );
};
