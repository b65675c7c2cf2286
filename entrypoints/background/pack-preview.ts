import { productFactsOf } from '../../utils/facts/product-record.ts';
import { factsOf } from '../../utils/facts/store-record.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { bundledPack } from '../../utils/packs/bundled.ts';
import { type EntryChange, packDifference } from '../../utils/packs/difference.ts';
import { entriesOf } from '../../utils/packs/entries.ts';
import {
  type Charges,
  chargesUnder,
  isOtherRate,
  saleFlips,
  storeFeeFlips,
} from '../../utils/packs/fee-impact.ts';
import { productFlips, storeFlips, touchesProducts } from '../../utils/packs/impact.ts';
import { layersWith, stateOf } from '../../utils/packs/kept.ts';
import { layered } from '../../utils/packs/layers.ts';
import type { PackChangeView } from '../../utils/packs/views.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Packs } from '../../utils/storage/packs.ts';
import { Products } from '../../utils/storage/products.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack, sourcesOf } from './current-pack.ts';

type Preview = NonNullable<Answer<'packs.preview'>>;

/** All are counted, so many are shown. */
const MOST_SHOWN = 100;

const LONGEST_VALUE = 300;

const shown = (value: unknown): string | null =>
  value === undefined
    ? null
    : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_VALUE);

function changeViews(changes: readonly EntryChange[], before: Pack, after: Pack): PackChangeView[] {
  const values = new Map(
    [...entriesOf(before), ...entriesOf(after)].map(({ part, id, value }) => [`${part} ${id}`, value]),
  );
  return changes.map(({ part, id, kind, fields }) => {
    const { text } = (values.get(`${part} ${id}`) ?? {}) as { text?: { zh: string; en: string } };
    return {
      part,
      id,
      kind,
      text: text ? { zh: text.zh, en: text.en } : null,
      fields: fields.map(({ path, before: old, after: next }) => ({
        path,
        before: shown(old),
        after: shown(next),
      })),
    };
  });
}

/** Reads records some at a time: in between the background answers others. */
async function impactOf(
  before: Pack,
  after: Pack,
  changes: readonly EntryChange[],
): Promise<Pick<Preview, 'stores' | 'products' | 'flipped' | 'looked'>> {
  const records = await openRecords();
  const all = await new Stores(records).all();
  const charged = new Map<string, Charges>();
  const stores = all.flatMap((record) => {
    const { channelId, name } = record;
    const facts = factsOf(record);
    const charges = chargesUnder(before, after, facts);
    if (isOtherRate(charges)) charged.set(channelId, charges);
    const flips = [...storeFlips(before, after, facts), ...storeFeeFlips(charges, facts)];
    return flips.length > 0 ? [{ channelId, name, flips }] : [];
  });
  const products: Preview['products'] = [];
  const looked = { stores: all.length, products: 0 };
  let flipped = 0;
  if (touchesProducts(changes) || charged.size > 0) {
    const flipsOf = productFlips(before, after);
    for await (const { channelId, product } of new Products(records).all()) {
      looked.products += 1;
      const facts = productFactsOf(product);
      const charges = charged.get(channelId);
      const flips = [...flipsOf(facts), ...(charges ? saleFlips(charges, facts) : [])];
      if (flips.length === 0) continue;
      flipped += 1;
      if (products.length < MOST_SHOWN) products.push({ channelId, productId: product.productId, flips });
    }
  }
  return {
    stores: stores.slice(0, MOST_SHOWN),
    products,
    flipped: { stores: stores.length, products: flipped },
    looked,
  };
}

/** What taking what waits of a source would change: rule by rule, and of all that is kept. */
export async function previewPack({ source }: Payload<'packs.preview'>): Promise<Answer<'packs.preview'>> {
  const [kept, bundled, before] = await Promise.all([
    new Packs(await openRecords()).get(),
    bundledPack(),
    currentPack(),
  ]);
  const { waiting } = stateOf(kept, source);
  if (!waiting) return null;
  const layers = layersWith(kept, await sourcesOf(kept), source, waiting.publication);
  const { pack: after } = layered(bundled, layers);
  const changes = packDifference(before, after);
  return {
    version: waiting.publication.version,
    changes: changeViews(changes, before, after),
    ...(await impactOf(before, after, changes)),
  };
}
