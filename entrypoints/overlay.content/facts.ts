import { LONGEST_READING, MOST_PRODUCTS } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { type Reading, readLabelled } from '../../utils/site/labelled.ts';
import { readListed } from '../../utils/site/listed.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { kindOfPage } from '../../utils/site/titles.ts';

const isShort = ({ text }: Reading): boolean => text.length <= LONGEST_READING;

/** Reads what pages say of a store and its products, and hands each new reading over once. */
export class PageFacts {
  readonly #siteMap: SiteMap;
  #sent = '';
  /** The address changes before the page does: what still stands there is the old page's, until it has gone. */
  #isLeaving = false;

  constructor(siteMap: SiteMap) {
    this.#siteMap = siteMap;
  }

  leave(): void {
    this.#isLeaving = true;
  }

  read(): void {
    const url = new URL(location.href);
    const page = kindOfPage(url, document, this.#siteMap);
    const channelId = channelOf(url);
    const map = page && this.#siteMap.pages[page];
    const readings = map ? readLabelled(document.body, map.fields).filter(isShort) : [];
    const products = map?.rows ? readListed(document, map.rows).slice(0, MOST_PRODUCTS) : [];
    if (readings.length + products.length === 0) {
      this.#isLeaving = false;
      return;
    }
    if (this.#isLeaving || !page || !channelId) return;
    const reading = JSON.stringify([page, channelId, readings, products]);
    if (reading === this.#sent) return;
    this.#sent = reading;
    send('page.read', { page, channelId, readAt: new Date().toISOString(), readings, products }).catch(() => {
      this.#sent = '';
    });
  }
}
