import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Drafts } from '../../components/draft.ts';
import { Popup } from '../../components/Popup.tsx';
import { isNewStore } from '../../components/StoreAdd.tsx';
import type { StoreFields } from '../../components/StoreField.tsx';
import { StorePage } from '../../components/StorePage.tsx';
import { copyText } from '../../utils/dom/clipboard.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { onHidingChanged } from '../../utils/storage/hiding.ts';
import { onAlertsShown } from '../../utils/storage/shown-alerts.ts';
import { openPanel } from './audit.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { formDraft } from './form-draft.ts';
import {
  addStore,
  alerts,
  chooseLanguage,
  colourStore,
  fault,
  hide,
  hiding,
  keepTyping,
  look,
  nameStore,
  noteTab,
  openFirst,
  openStore,
  overview,
  refresh,
  snooze,
  store,
  storeOfTab,
  typeFact,
} from './state.ts';
import { loadedViews, openView, type ViewProps, view } from './views.ts';

const drafts: Drafts = { read: readDraft, keep: keepDraft };
const newStore = formDraft('new-store', isNewStore);

const View = ({ t, overview: found }: Pick<ViewProps, 't' | 'overview'>) => {
  const opened = store.value;
  const Loaded = loadedViews.value[view.value];
  if (opened && view.value === 'store') {
    const onFact: StoreFields['onFact'] = (...fact) => typeFact(opened.channelId, ...fact);
    return <StorePage t={t} store={opened} drafts={drafts} onFact={onFact} />;
  }
  return opened && Loaded ? (
    <Loaded key={opened.channelId} t={t} overview={found} store={opened} drafts={drafts} />
  ) : (
    <p class="hint loading">{t('viewLoading')}</p>
  );
};

const App = () => {
  if (!overview.value || !hiding.value) return fault.value ? <p role="alert">{fault.value}</p> : null;
  const t = translator(overview.value.language);
  document.documentElement.lang = t.tag;
  return (
    <Popup
      t={t}
      overview={overview.value}
      hiding={hiding.value}
      alerts={alerts.value}
      store={store.value}
      storeOfTab={storeOfTab.value}
      drafts={drafts}
      newStore={newStore}
      fault={fault.value}
      onLanguage={chooseLanguage}
      onCopy={copyText}
      onHide={hide}
      onSnooze={(alert, days) => void snooze(alert, days)}
      onAlert={(wanted, channelId) => {
        openView(wanted);
        void openStore(channelId);
      }}
      onStore={openStore}
      onName={nameStore}
      onColour={colourStore}
      onAdd={addStore}
      onAudit={openPanel}
      view={view.value}
      onView={openView}
    >
      <View t={t} overview={overview.value} />
    </Popup>
  );
};

/**
 * Draws the popup once all that it shows first has been read; until then what stands there stays.
 * @param ofTab the store of the page in the tab
 */
export async function start(root: HTMLElement, ofTab: Promise<string | undefined>): Promise<void> {
  onChangeAnnounced(() => {
    void refresh();
    void noteTab();
  });
  onAlertsShown((shown) => {
    alerts.value = shown;
  });
  onHidingChanged(() => void refresh());
  browser.tabs.onActivated.addListener(() => void noteTab());
  addEventListener('pagehide', keepTyping);
  await openFirst(ofTab);
  root.replaceChildren();
  render(<App />, root);
  await look();
}
