import type { ProductRecord } from '../../utils/facts/product-record.ts';
import type { StoreRecord } from '../../utils/facts/store-record.ts';
import { featureOf } from '../../utils/features/index.ts';
import { type CardView, cardView } from '../../utils/features/present.ts';
import { judge } from '../../utils/features/run.ts';
import { stripsFor } from '../../utils/features/strips.ts';
import { idOf, subjectOf } from '../../utils/features/subject.ts';
import type { PageRow, Payload, StripsAnswer } from '../../utils/messaging/protocol.ts';
import { PRODUCT_ID } from '../../utils/site/pages.ts';
import { isStorageFull } from '../../utils/storage/full.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';
import { keptStore } from './stores.ts';

/** A store's "last seen" is written at most this often; one that lies ahead is of a clock that was set back since. */
const SEEN_EVERY_MS = 60_000;

/** What is kept of the products that rows are about. */
async function productsOf(
  channelId: string | null,
  rows: readonly PageRow[],
): Promise<Map<string, ProductRecord>> {
  if (channelId === null) return new Map();
  const productIds = rows.map(idOf).filter((id) => PRODUCT_ID.test(id));
  return new Products(await openRecords()).get(channelId, productIds);
}

async function noteSeen(channelId: string): Promise<StoreRecord | undefined> {
  const kept = new Stores(await openRecords());
  const record = await kept.get(channelId);
  if (record && Math.abs(Date.now() - Date.parse(record.lastSeen)) < SEEN_EVERY_MS) return record;
  const now = new Date().toISOString();
  try {
    await kept.change(channelId, now, (store) => ({ ...store, lastSeen: now }));
  } catch (error) {
    // What is known is judged also where nothing more can be kept.
    if (!isStorageFull(error)) throw error;
  }
  return kept.get(channelId);
}

/** The strips of a page's rows; that its store was seen is noted. */
export async function judgeRows({
  page,
  channelId,
  readAt,
  rows,
}: Payload<'rows.judge'>): Promise<StripsAnswer> {
  const record = channelId === null ? undefined : await noteSeen(channelId);
  const products = await productsOf(channelId, rows);
  return stripsFor(await currentPack(), record, page, rows, readAt, await currentTranslator(), products);
}

/** The card of a row's chip. */
export async function explainChip({
  page,
  channelId,
  readAt,
  row,
  title,
  chip,
}: Payload<'chip.explain'>): Promise<CardView> {
  const record = await keptStore(channelId);
  const products = await productsOf(channelId, [row]);
  const subject = subjectOf(await currentPack(), record, row, readAt, products.get(idOf(row)), page);
  const judgement = judge(featureOf(page, chip), subject);
  return cardView(chip, judgement, subject, title, await currentTranslator());
}
