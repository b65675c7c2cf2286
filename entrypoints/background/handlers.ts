import { teachView } from '../../utils/features/teach.ts';
import type { Handlers } from '../../utils/messaging/serve.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { look, snoozeAlert } from './alerts.ts';
import {
  collectRows,
  deleteAudit,
  endAudit,
  finishFinding,
  muteFinding,
  noteFinding,
  startAudit,
} from './audit.ts';
import {
  deleteRecords,
  deleteSetAside,
  deleteStore,
  listSetAside,
  measureStores,
  openBackup,
  readRecords,
  restoreRecords,
} from './backup.ts';
import { noteItem, tickItem, viewChecklist } from './checklist.ts';
import { viewCompare } from './compare.ts';
import { viewGuards } from './guards.ts';
import { dismissNotice, noteHealth } from './health.ts';
import { countImported, keepImported } from './import.ts';
import { keepCalls, keepPool, viewLog, viewMonitor } from './monitor.ts';
import { previewPack } from './pack-preview.ts';
import {
  addPackSource,
  declinePack,
  goBackTo,
  orderPackSources,
  putOffPack,
  removePackSource,
  takePack,
  updatePacks,
  viewPacks,
} from './packs.ts';
import { notePage } from './page-read.ts';
import { typeProduct, viewPanel } from './panels.ts';
import { changeLanguage, openPopup } from './popup.ts';
import { explainChip, judgeRows } from './rows.ts';
import { currentSiteMap, forgetTaught, keepTaught, listTaught } from './site-map.ts';
import { addStore, colourStore, nameStore, typeFact, viewStore } from './stores.ts';
import { injectViews } from './views.ts';

/** The answer to every message of the protocol. */
export const handlers: Handlers = {
  'overlay.start': async () => ({ siteMap: await currentSiteMap() }),

  'pause.text': async () => (await currentTranslator())('pausedForCheck'),

  'views.load': injectViews,

  'rows.judge': judgeRows,

  'chip.explain': explainChip,

  'page.read': notePage,

  'guards.view': viewGuards,

  'panel.view': viewPanel,

  'product.type': typeProduct,

  'teach.view': async ({ step, ...place }) => teachView(place, step, await currentTranslator()),

  'taught.keep': keepTaught,

  'taught.list': listTaught,

  'taught.forget': forgetTaught,

  'page.health': noteHealth,

  'health.dismiss': dismissNotice,

  'popup.open': openPopup,

  'store.view': viewStore,

  'compare.view': viewCompare,

  'store.add': addStore,

  'store.colour': colourStore,

  'store.name': nameStore,

  'fact.type': typeFact,

  'products.import': keepImported,

  'products.imported': countImported,

  'alerts.look': look,

  'alert.snooze': snoozeAlert,

  'checklist.view': viewChecklist,

  'checklist.tick': tickItem,

  'checklist.note': noteItem,

  'backup.open': openBackup,

  'records.read': readRecords,

  'records.restore': restoreRecords,

  'records.delete': deleteRecords,

  'stores.measure': measureStores,

  'store.delete': deleteStore,

  'set-aside.list': listSetAside,

  'set-aside.delete': deleteSetAside,

  'monitor.view': viewMonitor,

  'log.view': viewLog,

  'pool.keep': keepPool,

  'calls.keep': keepCalls,

  'packs.view': viewPacks,

  'packs.update': updatePacks,

  'packs.add': addPackSource,

  'packs.remove': removePackSource,

  'packs.order': orderPackSources,

  'packs.preview': previewPack,

  'packs.take': takePack,

  'packs.put-off': putOffPack,

  'packs.decline': declinePack,

  'packs.use': goBackTo,

  'audit.start': startAudit,

  'audit.end': endAudit,

  'audit.delete': deleteAudit,

  'audit.rows': collectRows,

  'finding.mute': muteFinding,

  'finding.note': noteFinding,

  'finding.done': finishFinding,

  'language.choose': changeLanguage,
};
