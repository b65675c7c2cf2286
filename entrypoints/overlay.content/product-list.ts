import { STRIP_TAG } from '../../utils/dom/strip.ts';
import type { RowReading, RowSource } from '../../utils/dom/strips.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import { LONGEST_TITLE, type RowsSeen } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { channelOf, pageKindOf } from '../../utils/site/pages.ts';
import { type ProductRow, readProductRow } from '../../utils/site/product-row.ts';

const pageUrl = (): URL => new URL(location.href);

const seen = (): RowsSeen => ({
  channelId: channelOf(pageUrl()) ?? null,
  readAt: new Date().toISOString(),
});

type ProductListSource = Omit<RowSource<ProductRow>, 'afterBatch'> & {
  /** The card of a chip, for what its row shows now. */
  explain(button: HTMLElement): Promise<CardView>;
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

    read(row: Element): RowReading<ProductRow> | undefined {
      const reading = readProductRow(row, map);
      return reading && { key: reading.product.productId, row: reading.product, cell: reading.cell };
    },

    async judge(rows) {
      const { label, chips, rows: places } = await send('rows.judge', { ...seen(), rows: [...rows] });
      return places.map((own) => ({ label, chips: own.flatMap((place) => chips[place] ?? []) }));
    },

    async explain(button) {
      const root = button.getRootNode();
      const host = root instanceof ShadowRoot ? root.host : undefined;
      const row = host?.closest(rowSelector() ?? STRIP_TAG);
      const reading = row ? readProductRow(row, map) : undefined;
      if (!reading) throw new Error('The row of this chip is no longer in the page');
      const title = reading.title.slice(0, LONGEST_TITLE);
      const chip = button.dataset.mlChip as ChipId;
      return send('chip.explain', { ...seen(), row: reading.product, title, chip });
    },
  };
}
