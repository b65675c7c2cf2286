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

/** Hands over what pages say, each new reading once. */
export class PageFacts {
  readonly #onKept: () => void;
  #sent = '';
  /** The address changes before the page does: what still stands there is the old page's, until it has gone. */
  #isLeaving = false;

  constructor(onKept: () => void) {
    this.#onKept = onKept;
  }

  leave(): void {
    this.#isLeaving = true;
  }

  update({ kind, channelId, productId }: Page, { readings, lists }: PageReading): void {
    if (readings.length === 0 && Object.keys(lists).length === 0) {
      this.#isLeaving = false;
      return;
    }
    if (this.#isLeaving || !kind || !channelId) return;
    const reading = JSON.stringify([kind, channelId, productId, readings, lists]);
    if (reading === this.#sent) return;
    this.#sent = reading;
    send('page.read', { page: kind, channelId, productId, readAt: now(), readings, lists }).then(
      this.#onKept,
      () => {
        this.#sent = '';
      },
    );
  }
}
