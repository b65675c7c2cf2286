import type { StripView } from '../../utils/dom/strip.ts';
import type { RowReading, RowSource } from '../../utils/dom/strips.ts';
import type { Wake } from '../../utils/dom/wake.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import { LONGEST_TITLE } from '../../utils/messaging/limits.ts';
import type { PageRow } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { type Entry, placeIn, readEntry, rowSelectorOf } from '../../utils/site/lists.ts';
import type { PageKind } from '../../utils/site/pages.ts';
import { contentOf, readProductRow } from '../../utils/site/product-row.ts';
import { hasProductHeader, isUnderOtherHeader } from '../../utils/site/product-tables.ts';
import { now, type Page, type PageWatch } from './page.ts';

/** A row of a store's page: the same row seen where no store is named is judged apart. */
export interface SeenRow {
  page: PageKind;
  channelId: string | null;
  row: PageRow;
}

/** A row as it was read, with its product's name. */
export interface ReadRow extends RowReading<SeenRow> {
  title: string;
}

type PageRows = Omit<RowSource<SeenRow>, 'afterBatch' | 'read'> & {
  read(row: Element): ReadRow | undefined;
  /** The card of a chip, for what its row was judged as. @throws where the row shows something else by now */
  explain(chip: ChipId, judged: SeenRow, row: Element): Promise<CardView>;
};

interface TitledRow extends RowReading<PageRow> {
  title: string;
}

const MOST_REMEMBERED = 5000;

/** Since when rows have said what they say, also where the page draws them anew; the oldest are forgotten first. */
class FirstSeen {
  readonly #since = new Map<string, string>();

  of(entry: Entry): string {
    const text = JSON.stringify(entry);
    const since = this.#since.get(text) ?? now();
    this.#since.set(text, since);
    const [oldest] = this.#since.keys();
    if (this.#since.size > MOST_REMEMBERED && oldest !== undefined) this.#since.delete(oldest);
    return since;
  }
}

function readRow(
  row: Element,
  { kind, map, around }: Page,
  { productList }: SiteMap,
  firstSeen: FirstSeen,
): TitledRow | undefined {
  if (kind === 'product-list') {
    const reading = readProductRow(row, productList);
    if (!reading) return undefined;
    const { product, cell, title } = reading;
    return { key: product.productId, row: product, cell, title };
  }
  const own = map?.lists?.entries && readEntry(row, map.lists.entries);
  if (!own) return undefined;
  const entry = { key: own.key, values: { ...own.values, ...around } };
  const seen = { ...entry, seenAt: firstSeen.of(entry) };
  return { key: own.key, row: seen, cell: contentOf(placeIn(row, own.key), productList), title: '' };
}

/**
 * The rows of whatever page this is, as the strips and the card need them.
 * @param wake told when the answers are no longer right
 */
export function pageRows(siteMap: SiteMap, watch: PageWatch, wake: Wake): PageRows {
  const firstSeen = new FirstSeen();
  let around = '{}';
  /** Where one table's header names products, the others on the page list something else. */
  let isHeaderKnown = false;
  return {
    beforeBatch() {
      const before = around;
      around = JSON.stringify(watch.look().around);
      return around !== before;
    },

    rowSelector() {
      const { kind, map } = watch.page;
      const { productList } = siteMap;
      isHeaderKnown = kind === 'product-list' && hasProductHeader(document, productList);
      const { strategies } = productList.row;
      if (kind === 'product-list') return strategies.find((strategy) => document.querySelector(strategy));
      return map?.lists?.entries && rowSelectorOf(document, map.lists.entries);
    },

    read(row) {
      const { kind, channelId } = watch.page;
      if (isHeaderKnown && isUnderOtherHeader(row, siteMap.productList)) return undefined;
      const reading = readRow(row, watch.page, siteMap, firstSeen);
      return kind && reading && { ...reading, row: { page: kind, channelId, row: reading.row } };
    },

    async judge(rows) {
      // All rows of one batch are read on one page.
      const [{ page: kind, channelId } = { page: 'product-list' as const, channelId: null }] = rows;
      const asked = { page: kind, channelId, readAt: now(), rows: rows.map(({ row }) => row) };
      const { label, chips, rows: places, until } = await send('rows.judge', asked);
      if (until) wake.at(until);
      // Rows that say the same share one view: a long list keeps few.
      const views = new Map<string, StripView>();
      return places.map((own) => {
        const view = views.get(own.join()) ?? { label, chips: own.flatMap((place) => chips[place] ?? []) };
        views.set(own.join(), view);
        return view;
      });
    },

    async explain(chip, judged, row) {
      const reading = readRow(row, watch.page, siteMap, firstSeen);
      if (!reading || JSON.stringify(reading.row) !== JSON.stringify(judged.row))
        throw new Error('The row shows something else now');
      const title = reading.title.slice(0, LONGEST_TITLE);
      return send('chip.explain', { ...judged, readAt: now(), title, chip });
    },
  };
}
