import type { RowReading, RowSource } from '../../utils/dom/strips.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import { LONGEST_TITLE, type PageRow } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { placeIn, readEntry, rowSelectorOf } from '../../utils/site/lists.ts';
import type { PageKind } from '../../utils/site/pages.ts';
import { readProductRow } from '../../utils/site/product-row.ts';
import { hasProductHeader, isUnderOtherHeader } from '../../utils/site/product-tables.ts';
import { now, type Page, type PageWatch } from './page.ts';

/** A row of a store's page: the same row seen where no store is named is judged apart. */
export interface SeenRow {
  page: PageKind;
  channelId: string | null;
  row: PageRow;
}

type PageRows = Omit<RowSource<SeenRow>, 'afterBatch' | 'beforeBatch'> & {
  /** The card of a chip, for what its row was judged as. @throws where the row shows something else by now */
  explain(chip: ChipId, judged: SeenRow, row: Element): Promise<CardView>;
};

interface TitledRow extends RowReading<PageRow> {
  title: string;
}

function readRow(row: Element, { kind, map }: Page, { productList }: SiteMap): TitledRow | undefined {
  if (kind === 'product-list') {
    const reading = readProductRow(row, productList);
    if (!reading) return undefined;
    const { product, cell, title } = reading;
    return { key: product.productId, row: product, cell, title };
  }
  const entry = map?.lists?.entries && readEntry(row, map.lists.entries);
  return entry && { key: entry.key, row: entry, cell: placeIn(row, entry.key), title: '' };
}

/** The rows of whatever page this is, as the strips and the card need them. */
export function pageRows(siteMap: SiteMap, watch: PageWatch): PageRows {
  const { productList } = siteMap;
  /** Where one table's header names products, the others on the page list something else. */
  let isHeaderKnown = false;
  return {
    rowSelector() {
      const { kind, map } = watch.page;
      isHeaderKnown = kind === 'product-list' && hasProductHeader(document, productList);
      const { strategies } = productList.row;
      if (kind === 'product-list') return strategies.find((strategy) => document.querySelector(strategy));
      return map?.lists?.entries && rowSelectorOf(document, map.lists.entries);
    },

    read(row) {
      const { kind, channelId } = watch.page;
      if (isHeaderKnown && isUnderOtherHeader(row, productList)) return undefined;
      const reading = readRow(row, watch.page, siteMap);
      return kind && reading && { ...reading, row: { page: kind, channelId, row: reading.row } };
    },

    async judge(rows) {
      // All rows of one batch are read on one page.
      const [{ page: kind, channelId } = { page: 'product-list' as const, channelId: null }] = rows;
      const asked = { page: kind, channelId, readAt: now(), rows: rows.map(({ row }) => row) };
      const { label, chips, rows: places } = await send('rows.judge', asked);
      return places.map((own) => ({ label, chips: own.flatMap((place) => chips[place] ?? []) }));
    },

    async explain(chip, judged, row) {
      const reading = readRow(row, watch.page, siteMap);
      if (!reading || JSON.stringify(reading.row) !== JSON.stringify(judged.row))
        throw new Error('The row shows something else now');
      const title = reading.title.slice(0, LONGEST_TITLE);
      return send('chip.explain', { ...judged, readAt: now(), title, chip });
    },
  };
}
