import { LONGEST_READING, MOST_ENTRIES } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { type Reading, readLabelled } from '../../utils/site/labelled.ts';
import { type Entry, readList } from '../../utils/site/lists.ts';
import { now, type Page } from './page.ts';

/** What a page says of a store and of products. */
export interface PageReading {
  readings: Reading[];
  lists: Record<string, Entry[]>;
}

const isShort = (text: string): boolean => text.length <= LONGEST_READING;

const isShortEntry = ({ key, values }: Entry): boolean => [key, ...Object.values(values)].every(isShort);

/** The rows of the page's list with strips are judged, and kept only where they are about products. */
export function readPage({ map }: Page): PageReading {
  const lists = Object.entries(map?.lists ?? {}).filter(([name, { about }]) => name !== 'entries' || about);
  return {
    readings: map ? readLabelled(document.body, map).filter(({ text }) => isShort(text)) : [],
    lists: Object.fromEntries(
      lists.flatMap(([name, list]) => {
        const entries = readList(document, list).filter(isShortEntry).slice(0, MOST_ENTRIES);
        return entries.length > 0 ? [[name, entries]] : [];
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
