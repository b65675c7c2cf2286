import { type KeptFacts, withKept, withoutKept } from '../../utils/facts/kept.ts';
import {
  parseTypedProduct,
  TYPED_PRODUCT_PATHS,
  type TypedProductPath,
} from '../../utils/facts/product-fields.ts';
import { newProduct } from '../../utils/facts/product-record.ts';
import { panelView } from '../../utils/features/panels/index.ts';
import { knownMarks } from '../../utils/features/panels/publish.ts';
import { subjectOf } from '../../utils/features/subject.ts';
import { keyOf } from '../../utils/i18n/translate.ts';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { currentPack } from './current-pack.ts';
import { withProductPage } from './page-read.ts';
import { currentSiteMap } from './site-map.ts';
import { keptStore } from './stores.ts';

type Seen = Payload<'panel.view'>;

/** A field that stands on the page and is empty now says no more what it said before. */
const withoutEmptied = (facts: KeptFacts, { page, places, readings }: Seen, { pages }: SiteMap): KeptFacts =>
  (pages[page]?.fields ?? [])
    .filter(({ fact }) => places[fact] !== undefined && !readings.some((reading) => reading.fact === fact))
    .reduce((kept, { fact }) => withoutKept(kept, fact, 'read', page), facts);

interface TypedText {
  path: TypedProductPath;
  text: string;
  currency: string | null;
  at: string;
  marks: readonly string[];
}

/** The facts with what was typed, or why it can't be taken. */
function withTyped(
  facts: KeptFacts,
  { path, text, currency, at, marks }: TypedText,
): { facts: KeptFacts } | { problem: string } {
  const typed = parseTypedProduct(path, text, { currency: currency ?? undefined, marks });
  if ('problem' in typed) return typed;
  const { value } = typed;
  const origin = { kind: 'typed' as const };
  if (value === undefined) return { facts: withoutKept(facts, path, 'typed') };
  const kept = withKept(facts, path, { value, text, isExact: true, at, origin });
  if (path !== 'product.unitCost' || currency === null) return { facts: kept };
  const inCurrency = { value: currency, text: currency, at, origin };
  return { facts: withKept(kept, 'product.unitCostCurrency', inCurrency) };
}

/** The panel of a page, by what is kept and what the page shows now. */
export async function viewPanel(seen: Seen): Promise<Answer<'panel.view'>> {
  const { page, channelId, productId, readAt } = seen;
  const [pack, siteMap, records] = await Promise.all([currentPack(), currentSiteMap(), openRecords()]);
  const record = await keptStore(channelId);
  const known =
    channelId !== null && productId !== null
      ? (await new Products(records).get(channelId, [productId])).get(productId)
      : undefined;
  const product = known ?? newProduct(productId ?? '');
  const shown = withProductPage(withoutEmptied(product.facts, seen, siteMap), seen, siteMap);
  const facts = TYPED_PRODUCT_PATHS.reduce((kept, path) => {
    const text = seen.typed[path];
    if (text === undefined) return kept;
    const typed = withTyped(kept, { path, text, currency: null, at: readAt, marks: knownMarks(pack) });
    return 'facts' in typed ? typed.facts : kept;
  }, shown);
  const subject = subjectOf(pack, record, { productId: productId ?? '' }, readAt, { ...product, facts });
  return panelView(page, subject, seen, await currentTranslator());
}

/** Keeps what its seller typed of a product; of a listing that has no ID yet, only says whether it can be taken. */
export async function typeProduct(typed: Payload<'product.type'>): Promise<Answer<'product.type'>> {
  const { channelId, productId, path, text, currency } = typed;
  const marks = knownMarks(await currentPack());
  const at = new Date().toISOString();
  const taken = withTyped({}, { path, text, currency, at, marks });
  if ('problem' in taken) {
    const t = await currentTranslator();
    return { problem: t(keyOf('problem', taken.problem)) };
  }
  if (channelId === null || productId === null) return { problem: null };
  await new Products(await openRecords()).changeMany(channelId, [productId], (product) => {
    const next = withTyped(product.facts, { path, text, currency, at, marks });
    return 'facts' in next ? { ...product, facts: next.facts } : product;
  });
  await announceChange();
  return { problem: null };
}
