import { LONGEST_READING, MOST_ENTRIES } from '../../utils/messaging/limits.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { saysEmpty } from '../../utils/site/health.ts';
import { type Reading, readLabelled } from '../../utils/site/labelled.ts';
import { type Entry, type ListMap, readList } from '../../utils/site/lists.ts';
import { now, type Page } from './page.ts';

/** What a page says of a store and of products. */
export interface PageReading {
  readings: Reading[];
  lists: Record<string, Entry[]>;
}

const isShort = (text: string): boolean => text.length <= LONGEST_READING;

const isShortEntry = ({ key, values }: Entry): boolean => [key, ...Object.values(values)].every(isShort);

/** The rows of a list with what the page says once for all of them; one that is not there at all has none. */
function entriesOf(list: ListMap, { around }: Page, { everyPage }: SiteMap): Entry[] | undefined {
  const isBoard = list.about === 'failure';
  const entries = readList(document, list)
    .map(({ key, values }) => ({ key, values: isBoard ? { ...values, ...around } : values }))
    .filter(isShortEntry)
    .slice(0, MOST_ENTRIES);
  // That a board is empty is news; that it is not there yet is none.
  return entries.length > 0 || (isBoard && saysEmpty(document.body, everyPage.empty)) ? entries : undefined;
}

/** The rows of the page's list with strips are judged; kept is what the site map says they are about. */
export function readPage(page: Page, siteMap: SiteMap): PageReading {
  const { map } = page;
  const lists = Object.entries(map?.lists ?? {}).filter(([name, { about }]) => name !== 'entries' || about);
  return {
    readings: map ? readLabelled(document.body, map).filter(({ text }) => isShort(text)) : [],
    lists: Object.fromEntries(
      lists.flatMap(([name, list]) => {
        const entries = entriesOf(list, page, siteMap);
        return entries ? [[name, entries]] : [];
      }),
    ),
  };
}

/** A reading as one text. */
const textOf = ({ fact, text }: Reading): string => JSON.stringify([fact, text]);

/** A list as one text, without what the page says beside it: that may change before or after the list. */
const textOfList = (name: string, rows: readonly Entry[], { around }: Page): string =>
  JSON.stringify([
    name,
    ...rows.map(({ key, values }) => [
      key,
      Object.entries(values).filter(([own]) => !Object.hasOwn(around, own)),
    ]),
  ]);

/** Lists of a page, each with itself as one text. */
const namedLists = (lists: PageReading['lists'], page: Page) =>
  Object.entries(lists).map(([name, rows]) => ({ name, rows, text: textOfList(name, rows, page) }));

/** Hands over what pages say, each new reading once. */
export class PageFacts {
  readonly #onKept: () => void;
  #sent = '';
  /** What the page said last. */
  #last: { page: Page; reading: PageReading } | undefined;
  /** The address changes before the page does: what still stands there as it stood is the old page's. */
  #left: readonly string[] = [];

  constructor(onKept: () => void) {
    this.#onKept = onKept;
  }

  leave(): void {
    if (!this.#last) return;
    const { page, reading } = this.#last;
    const lists = namedLists(reading.lists, page).map(({ text }) => text);
    this.#left = [...reading.readings.map(textOf), ...lists];
  }

  update(page: Page, reading: PageReading): void {
    const { kind, channelId, productId } = page;
    this.#last = { page, reading };
    const { readings, lists } = this.#left.length > 0 ? this.#withoutLeft(page, reading) : reading;
    if (!kind || !channelId || (readings.length === 0 && Object.keys(lists).length === 0)) return;
    const sent = JSON.stringify([kind, channelId, productId, readings, lists]);
    if (sent === this.#sent) return;
    this.#sent = sent;
    send('page.read', { page: kind, channelId, productId, readAt: now(), readings, lists }).then(
      this.#onKept,
      () => {
        this.#sent = '';
      },
    );
  }

  #withoutLeft(page: Page, { readings, lists }: PageReading): PageReading {
    const named = namedLists(lists, page);
    const said = [...readings.map(textOf), ...named.map(({ text }) => text)];
    this.#left = this.#left.filter((text) => said.includes(text));
    return {
      readings: readings.filter((reading) => !this.#left.includes(textOf(reading))),
      lists: Object.fromEntries(
        named.flatMap(({ name, rows, text }) => (this.#left.includes(text) ? [] : [[name, rows]])),
      ),
    };
  }
}
