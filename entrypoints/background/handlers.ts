import { fieldOf } from '../../utils/facts/fields.ts';
import { withKept, withoutKept } from '../../utils/facts/kept.ts';
import type { ProductRecord } from '../../utils/facts/product-record.ts';
import { newStore, type StoreRecord } from '../../utils/facts/store-record.ts';
import { parseTyped } from '../../utils/facts/typed.ts';
import { guardViews } from '../../utils/features/guards.ts';
import { featureOf } from '../../utils/features/index.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import { type CardView, cardView } from '../../utils/features/present.ts';
import { judge } from '../../utils/features/run.ts';
import { stripsFor } from '../../utils/features/strips.ts';
import { idOf, subjectOf } from '../../utils/features/subject.ts';
import { teachView } from '../../utils/features/teach.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { PageRow, StoreView } from '../../utils/messaging/protocol.ts';
import type { Handlers } from '../../utils/messaging/serve.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { PRODUCT_ID } from '../../utils/site/pages.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { isStorageFull } from '../../utils/storage/full.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { SET_ASIDE } from '../../utils/storage/set-aside.ts';
import { chooseLanguage, chosenLanguage, currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { look, snoozeAlert } from './alerts.ts';
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
import { currentPack } from './current-pack.ts';
import { dismissNotice, listHealths, noteHealth } from './health.ts';
import { countImported, keepImported } from './import.ts';
import { answerCheck, keepCalls, keepPool, viewLog, viewMonitor } from './monitor.ts';
import { previewPack } from './pack-preview.ts';
import {
  addPackSource,
  declinePack,
  goBackTo,
  orderPackSources,
  packNews,
  putOffPack,
  removePackSource,
  takePack,
  updatePacks,
  viewPacks,
} from './packs.ts';
import { keepPage } from './page-read.ts';
import { typeProduct, viewPanel } from './panels.ts';
import { currentSiteMap, forgetTaught, keepTaught, listTaught } from './site-map.ts';
import { addStore, colourStore, nameStore, summaryOf } from './stores.ts';
import { injectViews } from './views.ts';

/** A store's "last seen" is written at most this often; one that lies ahead is of a clock that was set back since. */
const SEEN_EVERY_MS = 60_000;

const stores = async (): Promise<Stores> => new Stores(await openRecords());

/** What is kept of the products that rows are about. */
const productsOf = async (
  channelId: string | null,
  rows: readonly PageRow[],
): Promise<Map<string, ProductRecord>> => {
  if (channelId === null) return new Map();
  const productIds = rows.map(idOf).filter((id) => PRODUCT_ID.test(id));
  return new Products(await openRecords()).get(channelId, productIds);
};

const now = (): string => new Date().toISOString();

async function noteSeen(channelId: string): Promise<StoreRecord | undefined> {
  const kept = await stores();
  const record = await kept.get(channelId);
  if (record && Math.abs(Date.now() - Date.parse(record.lastSeen)) < SEEN_EVERY_MS) return record;
  try {
    await kept.change(channelId, now(), (store) => ({ ...store, lastSeen: now() }));
  } catch (error) {
    // What is known is judged also where nothing more can be kept.
    if (!isStorageFull(error)) throw error;
  }
  return kept.get(channelId);
}

interface Shown {
  pack: Pack;
  record: StoreRecord | undefined;
  t: Translator;
}

/** The programmes and the fee are the store's own; labels and reach need a product. */
const STORE_CHIPS: readonly ChipId[] = ['semi', 'full', 'merge', 'fee'];

function storeCards({ pack, record, t }: Shown): CardView[] {
  const subject = subjectOf(pack, record, undefined, now());
  return STORE_CHIPS.map((chip) =>
    cardView(chip, judge(featureOf('product-list', chip), subject), subject, undefined, t),
  );
}

function storeView(shown: Shown & { record: StoreRecord }): StoreView {
  return {
    ...summaryOf(shown.record),
    typed: Object.fromEntries(
      Object.entries(shown.record.facts).flatMap(([path, kept]) => {
        const typed = kept.find(({ origin }) => origin.kind === 'typed');
        return typed ? [[path, { text: typed.text, isExact: typed.isExact ?? false, at: typed.at }]] : [];
      }),
    ),
    programmes: storeCards(shown),
  };
}

/** The answer to every message of the protocol. */
export const handlers: Handlers = {
  'overlay.start': async () => ({ siteMap: await currentSiteMap() }),

  'pause.text': async () => (await currentTranslator())('pausedForCheck'),

  'views.load': injectViews,

  'rows.judge': async ({ page, channelId, readAt, rows }) => {
    const record = channelId === null ? undefined : await noteSeen(channelId);
    const products = await productsOf(channelId, rows);
    return stripsFor(await currentPack(), record, page, rows, readAt, await currentTranslator(), products);
  },

  'chip.explain': async ({ page, channelId, readAt, row, title, chip }) => {
    const record = channelId === null ? undefined : await (await stores()).get(channelId);
    const products = await productsOf(channelId, [row]);
    const subject = subjectOf(await currentPack(), record, row, readAt, products.get(idOf(row)), page);
    const judgement = judge(featureOf(page, chip), subject);
    return cardView(chip, judgement, subject, title, await currentTranslator());
  },

  'page.read': async (seen) => {
    if (await keepPage(seen)) await announceChange();
    return null;
  },

  'guards.view': async ({ page, channelId }) => {
    const record = channelId === null ? undefined : await (await stores()).get(channelId);
    const subject = subjectOf(await currentPack(), record, undefined, now());
    return guardViews(subject, page, await currentTranslator());
  },

  'panel.view': viewPanel,

  'product.type': typeProduct,

  'teach.view': async ({ step, ...place }) => teachView(place, step, await currentTranslator()),

  'taught.keep': keepTaught,

  'taught.list': listTaught,

  'taught.forget': forgetTaught,

  'page.health': noteHealth,

  'health.dismiss': dismissNotice,

  'popup.open': async () => ({
    language: (await currentTranslator()).language,
    chosenLanguage: await chosenLanguage(),
    packVersion: (await currentPack()).version,
    packs: await packNews(),
    stores: (await (await stores()).all()).map(summaryOf),
    healths: await listHealths(),
    setAside: (await (await openRecords()).keys(SET_ASIDE)).length,
  }),

  'store.view': async ({ channelId }) => {
    const record = (await (await stores()).get(channelId)) ?? newStore(channelId, now());
    return storeView({ pack: await currentPack(), record, t: await currentTranslator() });
  },

  'compare.view': viewCompare,

  'store.add': addStore,

  'store.colour': colourStore,

  'store.name': nameStore,

  'fact.type': async ({ channelId, path, text, isExact }) => {
    const typed = parseTyped(fieldOf(path), text, isExact);
    if ('problem' in typed) return { problem: typed };
    const { value } = typed;
    await (await stores()).change(channelId, now(), (store) => ({
      ...store,
      facts:
        value === undefined
          ? withoutKept(store.facts, path, 'typed')
          : withKept(store.facts, path, { value, text, isExact, at: now(), origin: { kind: 'typed' } }),
    }));
    await announceChange();
    return { problem: null };
  },

  'products.import': keepImported,

  'products.imported': countImported,

  'alerts.look': async () => {
    await look();
    return null;
  },

  'alert.snooze': snoozeAlert,

  'checklist.view': viewChecklist,

  'checklist.tick': tickItem,
  'backup.open': openBackup,

  'records.read': readRecords,

  'records.restore': restoreRecords,

  'records.delete': deleteRecords,

  'stores.measure': measureStores,

  'store.delete': deleteStore,

  'set-aside.list': listSetAside,

  'set-aside.delete': deleteSetAside,

  'checklist.note': noteItem,

  'monitor.view': viewMonitor,

  'log.view': viewLog,

  'pool.keep': keepPool,

  'triage.answer': answerCheck,

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

  'language.choose': async ({ language }) => {
    await chooseLanguage(language);
    await announceChange();
    return null;
  },
};
