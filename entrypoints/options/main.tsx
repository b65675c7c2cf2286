import { render } from 'preact';
import { Options } from '../../components/Options.tsx';
import { translator } from '../../utils/i18n/translate.ts';
import { onChangeAnnounced, onSiteMapAnnounced } from '../../utils/storage/edition.ts';
import { onHidingChanged } from '../../utils/storage/hiding.ts';
import { onNotifyingChanged } from '../../utils/storage/notifying.ts';
import { cancel, discard, keep, openFiles, stage, startAgain } from './importing.ts';
import { deleted, deleteSetAside, deleteStore, refreshKept, saveSetAside, setAside, sizes } from './kept.ts';
import { notify, notifying, refreshNotifying } from './notifying.ts';
import {
  addSource,
  allowSource,
  declinePack,
  goBackTo,
  isUpdating,
  orderSources,
  packPreviews,
  packs,
  previewPack,
  putOffPack,
  refreshPacks,
  removeSource,
  takePack,
  updatePacks,
} from './packs.ts';
import { discardBackup, keepBackup, openBackup, restore } from './restore.ts';
import { saveBackup, saving } from './save-backup.ts';
import {
  discardPatch,
  exportTaught,
  forget,
  keepPatch,
  openPatch,
  patch,
  refreshTaught,
  taught,
  undoForget,
} from './site-map.ts';
import {
  changeKeys,
  chooseLanguage,
  chooseStore,
  fault,
  hiding,
  overview,
  refresh,
  showFault,
  store,
  stores,
} from './state.ts';
import { downloadTemplate } from './template.ts';

const App = () => {
  if (!overview.value || !hiding.value) return fault.value ? <p role="alert">{fault.value}</p> : null;
  const t = translator(overview.value.language);
  document.documentElement.lang = t.tag;
  document.title = `${t('options')} · ${t('brand')}`;
  return (
    <Options
      t={t}
      overview={overview.value}
      fault={fault.value}
      hiding={hiding.value}
      onKeys={(keys) => void changeKeys(keys)}
      notifying={notifying.value}
      onNotify={(isWanted) => void notify(isWanted).catch(showFault)}
      stores={stores.value}
      store={store.value}
      stage={stage.value}
      onLanguage={(language) => void chooseLanguage(language)}
      onStore={chooseStore}
      onTemplate={(format) => void downloadTemplate(format, t.language).catch(showFault)}
      onFiles={openFiles}
      onCancel={cancel}
      onKeep={() => void keep()}
      onDiscard={discard}
      onAgain={startAgain}
      packs={packs.value}
      packPreviews={packPreviews.value}
      isUpdating={isUpdating.value}
      onUpdate={() => void updatePacks()}
      onAddSource={addSource}
      onAllow={(url) => void allowSource(url)}
      onRemove={(source) => void removeSource(source)}
      onOrder={(order) => void orderSources(order)}
      onPreview={(source) => void previewPack(source)}
      onTake={(source, version) => void takePack(source, version)}
      onPutOff={(source, version) => void putOffPack(source, version)}
      onDecline={(source, version) => void declinePack(source, version)}
      onUse={(at) => void goBackTo(at)}
      taught={taught.value}
      patch={patch.value}
      onForget={forget}
      onUndo={undoForget}
      onExport={exportTaught}
      onPatch={openPatch}
      onKeepPatch={keepPatch}
      onDiscardPatch={discardPatch}
      backup={{
        isWanted: location.hash === '#backup',
        saving: saving.value,
        restore: restore.value,
        sizes: sizes.value,
        deleted: deleted.value,
        setAside: setAside.value,
        onSave: (channelId) => void saveBackup(channelId),
        onFile: (file) => void openBackup(file),
        onRestore: (isReplacing) => void keepBackup(isReplacing),
        onDiscard: discardBackup,
        onDelete: deleteStore,
        onSaveAside: saveSetAside,
        onDeleteAside: deleteSetAside,
      }}
    />
  );
};

// A file that is dropped beside its place would be opened by the browser in the place of this page.
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
// An import or restore under way would stop with the page.
addEventListener('beforeunload', (event) => {
  if (stage.value.kind === 'keeping' || restore.value.kind === 'restoring') event.preventDefault();
});
onChangeAnnounced(() => {
  void refresh();
  void refreshKept().catch(showFault);
  void refreshPacks();
});
onSiteMapAnnounced(() => void refreshTaught().catch(showFault));
onHidingChanged(() => void refresh());
onNotifyingChanged(() => void refreshNotifying().catch(showFault));
void refresh();
void refreshTaught().catch(showFault);
void refreshNotifying().catch(showFault);
void refreshKept().catch(showFault);
void refreshPacks();
render(<App />, document.getElementById('app') ?? document.body);
