import type { ComponentChildren } from 'preact';
import type { FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { EndingView, StoreView } from '../utils/messaging/protocol.ts';
import type { Hiding } from '../utils/storage/hiding.ts';
import { SetAsideLine } from './backup/SetAsideLine.tsx';
import { Endings } from './Endings.tsx';
import { FactForm } from './FactForm.tsx';
import { OverlaySwitch } from './OverlaySwitch.tsx';
import { Page, type PageProps } from './Page.tsx';
import { PageHealths } from './PageHealths.tsx';
import { Programmes } from './Programmes.tsx';
import { StorePicker } from './StorePicker.tsx';
import { Tabs } from './Tabs.tsx';

/** In the order of their tabs. */
export const VIEWS = ['store', 'checklist', 'compare', 'monitor'] as const;
export type View = (typeof VIEWS)[number];

interface PopupProps extends PageProps {
  hiding: Hiding;
  onHide(isHidden: boolean): void;
  endings: readonly EndingView[];
  store: StoreView | undefined;
  view: View;
  /** What is shown of the store in another view than `store`. */
  children: ComponentChildren;
  onView(view: View): void;
  onSeen(ending: EndingView): void;
  onCopy(report: string): Promise<boolean>;
  onStore(channelId: string): void;
  onName(channelId: string, name: string): void;
  onFact(
    channelId: string,
    path: FieldPath,
    text: string,
    isExact: boolean,
  ): Promise<FieldProblem | undefined>;
}

const NoStore = ({ t }: Pick<PopupProps, 't'>) => (
  <section class="empty">
    <h2>{t('noStoreTitle')}</h2>
    <p>{t('noStoreText')}</p>
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

/** What is looked at first: the verdict for each programme, and the facts behind it to type in. */
const StorePage = ({ t, store, onFact }: { store: StoreView } & Pick<PopupProps, 't' | 'onFact'>) => (
  <>
    <Programmes t={t} store={store} />
    <FactForm
      key={store.channelId}
      t={t}
      store={store}
      onFact={(path, text, isExact) => onFact(store.channelId, path, text, isExact)}
    />
  </>
);

/** The popup: what needs a person first, the stores seen, and of the open store one of several views. */
export const Popup = ({
  hiding,
  endings,
  store,
  view,
  children,
  onHide,
  onSeen,
  onCopy,
  onStore,
  onName,
  onView,
  onFact,
  ...ofPage
}: PopupProps) => {
  const { t, overview } = ofPage;
  return (
    <Page {...ofPage} beside={t('brandOther')} links={<ImportLink t={t} channelId={store?.channelId} />}>
      <OverlaySwitch t={t} hiding={hiding} onHide={onHide} />
      {endings.length > 0 && <Endings t={t} overview={overview} endings={endings} onSeen={onSeen} />}
      <SetAsideLine t={t} count={overview.setAside} />
      <PageHealths t={t} healths={overview.healths} onCopy={onCopy} />
      {store ? (
        <>
          <StorePicker t={t} overview={overview} store={store} onStore={onStore} onName={onName} />
          <Tabs
            label={t('popupViews')}
            tabs={VIEWS.map((id) => ({ id, title: t(`view_${id}`) }))}
            open={view}
            onOpen={onView}
          >
            {view === 'store' ? <StorePage t={t} store={store} onFact={onFact} /> : children}
          </Tabs>
        </>
      ) : (
        <NoStore t={t} />
      )}
    </Page>
  );
};
