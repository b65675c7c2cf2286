import type { ComponentChildren } from 'preact';
import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import type { Hiding } from '../utils/storage/hiding.ts';
import { Alerts, type AlertsProps } from './Alerts.tsx';
import { SetAsideLine } from './backup/SetAsideLine.tsx';
import type { Drafts } from './draft.ts';
import { OverlaySwitch } from './OverlaySwitch.tsx';
import { Page, type PageProps } from './Page.tsx';
import { PageHealths } from './PageHealths.tsx';
import { StoreAdd, type StoreAddProps } from './StoreAdd.tsx';
import type { StoreEditProps } from './StoreEdit.tsx';
import { StorePicker } from './StorePicker.tsx';
import { StoreTitle } from './StoreTitle.tsx';
import { Tabs } from './Tabs.tsx';

/** In the order of their tabs. */
export const VIEWS = ['store', 'checklist', 'compare', 'monitor'] as const;
export type View = (typeof VIEWS)[number];

interface PopupProps extends PageProps, Pick<StoreEditProps, 'onName' | 'onColour'> {
  hiding: Hiding;
  onHide(isHidden: boolean): void;
  alerts: AlertsProps['alerts'];
  store: StoreSummary | undefined;
  /** The store of the page in the tab, where it names one. */
  storeOfTab: string | undefined;
  drafts: Drafts;
  newStore: StoreAddProps['newStore'];
  view: View;
  /** What the view shows of the store. */
  children: ComponentChildren;
  onView(view: View): void;
  onSnooze: AlertsProps['onSnooze'];
  onAlert: AlertsProps['onOpen'];
  onCopy(report: string): Promise<boolean>;
  onStore(channelId: string): void;
  onAdd: StoreAddProps['onAdd'];
  onAudit(channelId: string): void;
}

const NoStore = (props: Omit<StoreAddProps, 'stores'>) => (
  <section class="empty">
    <h2>{props.t('noStoreTitle')}</h2>
    <p>{props.t('noStoreText')}</p>
    <StoreAdd stores={[]} {...props} />
  </section>
);

/** A page of its own: a popup closes as soon as a file is being chosen. */
const ImportLink = ({ t, channelId }: { t: Translator; channelId: string | undefined }) => (
  <p class="import-link">
    <a href={`/options.html${channelId ? `?channelId=${channelId}` : ''}`} target="_blank" rel="noreferrer">
      {t('importLink')}
    </a>
  </p>
);

/** The popup: what needs a person first, the stores seen, and of the open store one of several views. */
export const Popup = ({
  hiding,
  alerts,
  store,
  storeOfTab,
  drafts,
  newStore,
  view,
  children,
  onHide,
  onSnooze,
  onAlert,
  onCopy,
  onStore,
  onName,
  onColour,
  onAdd,
  onAudit,
  onView,
  ...ofPage
}: PopupProps) => {
  const { t, overview } = ofPage;
  return (
    <Page
      {...ofPage}
      beside={store ? <StoreTitle t={t} store={store} /> : t('brandOther')}
      links={<ImportLink t={t} channelId={store?.channelId} />}
    >
      <OverlaySwitch t={t} hiding={hiding} onHide={onHide} />
      <Alerts t={t} overview={overview} alerts={alerts} onSnooze={onSnooze} onOpen={onAlert} />
      <SetAsideLine t={t} count={overview.setAside} />
      <PageHealths t={t} healths={overview.healths} onCopy={onCopy} />
      {store ? (
        <>
          <StorePicker
            t={t}
            overview={overview}
            store={store}
            storeOfTab={storeOfTab}
            drafts={drafts}
            newStore={newStore}
            onStore={onStore}
            onName={onName}
            onColour={onColour}
            onAdd={onAdd}
            onAudit={onAudit}
          />
          <Tabs
            label={t('popupViews')}
            tabs={VIEWS.map((id) => ({ id, title: t(`view_${id}`) }))}
            open={view}
            onOpen={onView}
          >
            {children}
          </Tabs>
        </>
      ) : (
        <NoStore t={t} newStore={newStore} onAdd={onAdd} />
      )}
    </Page>
  );
};
