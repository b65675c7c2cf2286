import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Drafts } from '../../components/draft.ts';
import { Popup } from '../../components/Popup.tsx';
import { copyText } from '../../utils/dom/clipboard.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { onHidingChanged } from '../../utils/storage/hiding.ts';
import { onAlertsShown } from '../../utils/storage/shown-alerts.ts';
import { keepDraft, readDraft } from './drafts.ts';
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
  openStore,
  overview,
  refresh,
  snooze,
  start,
  store,
  storeOfTab,
  typeFact,
} from './state.ts';
import { loadedViews, openView, type ViewProps, view } from './views.ts';

const View = (props: ViewProps) => {
  const Loaded = loadedViews.value[view.value];
  return Loaded ? (
    <Loaded key={props.store.channelId} {...props} />
  ) : (
    <p class="hint">{props.t('viewLoading')}</p>
  );
};

const drafts: Drafts = { read: readDraft, keep: keepDraft };

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
      onFact={typeFact}
      view={view.value}
      onView={openView}
    >
      {store.value && <View t={t} overview={overview.value} store={store.value} drafts={drafts} />}
    </Popup>
  );
};

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
document.addEventListener('visibilitychange', () => document.hidden && keepTyping());
void start().then(look);
render(<App />, document.getElementById('app') ?? document.body);
