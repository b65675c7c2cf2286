const DEFAULT_DELAY_MS = 400;
const DEFAULT_RERENDER_MS = 3000;

/** As the evidence has the pages, or the same data in pages that nobody has seen. */
export type LayoutName = 'evidence' | 'redesigned';

const ODD_LISTS = ['text', 'recycled', 'virtual', 'streaming', 'framed', 'two'] as const;

/** A product list made in a way that no evidence has. */
export type OddList = (typeof ODD_LISTS)[number];

/** What the product list can call by other words than the evidence has. */
const RENAMABLE = ['id', 'name', 'price'] as const;

export type Renamed = (typeof RENAMABLE)[number];

/** What the `standin-` parameters of the address ask for. */
export interface Settings {
  readonly hostile: boolean;
  readonly dark: boolean;
  /** How long a load takes. */
  readonly delay: number;
  /** How often the rows' figures move; 0 is never. */
  readonly rerender: number;
  readonly pageSize: number;
  /** So many listings in the place of the store's own; all on one page unless its size is asked for too. */
  readonly rows: number | undefined;
  readonly layout: LayoutName;
  readonly list: OddList | undefined;
  readonly renamed: readonly Renamed[];
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}

function pageSizeOf(text: string | null): number {
  if (text === '200') return 200;
  return text === '500' ? 500 : 100;
}

export function readSettings(query: URLSearchParams): Settings {
  const rows = wholeNumber(query.get('standin-rows'), 0) || undefined;
  return {
    hostile: query.get('standin-hostile') === '1',
    dark: query.get('standin-dark') === '1',
    delay: wholeNumber(query.get('standin-delay'), DEFAULT_DELAY_MS),
    rerender: wholeNumber(query.get('standin-rerender'), DEFAULT_RERENDER_MS),
    rows,
    pageSize: query.has('standin-pagesize') ? pageSizeOf(query.get('standin-pagesize')) : (rows ?? 100),
    layout: query.get('standin-layout') === 'redesigned' ? 'redesigned' : 'evidence',
    list: ODD_LISTS.find((list) => list === query.get('standin-list')),
    renamed: RENAMABLE.filter((name) => query.get('standin-rename')?.split(',').includes(name)),
  };
}
