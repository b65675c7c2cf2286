import type { RowReading, RowSource } from '../../utils/dom/strips.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import { LONGEST_TITLE } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { channelOf, pageKindOf } from '../../utils/site/pages.ts';
import { type ProductRow, readProductRow } from '../../utils/site/product-row.ts';

let page = new URL(location.href);

/** Asked for every row, and parsed once for an address. */
function pageUrl(): URL {
  if (page.href !== location.href) page = new URL(location.href);
  return page;
}

/** A product of a store: the same product seen where no store is named is judged apart. */
export interface StoreRow {
  channelId: string | null;
  product: ProductRow;
}

const currentStore = (): string | null => channelOf(pageUrl()) ?? null;

/** Another page, or another store's: what tells them apart in an address. */
export const placeOf = (url: URL): string => `${pageKindOf(url) ?? ''} ${channelOf(url) ?? ''}`;

const now = (): string => new Date().toISOString();

type ProductListSource = Omit<RowSource<StoreRow>, 'afterBatch'> & {
  /** The card of a chip, for what its row was judged as. @throws where the row shows another product by now */
  explain(chip: ChipId, judged: StoreRow, row: Element): Promise<CardView>;
};

/** The product list as the strips and the card need it. */
export function productListSource(siteMap: SiteMap): ProductListSource {
  const map = siteMap.productList;

  const rowSelector = (): string | undefined => {
    if (pageKindOf(pageUrl()) !== 'product-list') return undefined;
    return map.row.strategies.find((strategy) => document.querySelector(strategy));
  };

  return {
    rowSelector,

    read(row: Element): RowReading<StoreRow> | undefined {
      const reading = readProductRow(row, map);
      if (!reading) return undefined;
      const { product, cell } = reading;
      return { key: product.productId, row: { channelId: currentStore(), product }, cell };
    },

    async judge(rows) {
      // All rows of one batch are read at one address.
      const channelId = rows[0]?.channelId ?? null;
      const products = rows.map(({ product }) => product);
      const {
        label,
        chips,
        rows: places,
      } = await send('rows.judge', { channelId, readAt: now(), rows: products });
      return places.map((own) => ({ label, chips: own.flatMap((place) => chips[place] ?? []) }));
    },

    async explain(chip, { channelId, product }, row) {
      const reading = readProductRow(row, map);
      if (reading?.product.productId !== product.productId)
        throw new Error('The row shows another product now');
      const title = reading.title.slice(0, LONGEST_TITLE);
      return send('chip.explain', { channelId, readAt: now(), row: product, title, chip });
    },
  };
}
