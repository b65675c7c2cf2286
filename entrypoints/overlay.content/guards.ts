import { blockAround } from '../../utils/dom/beside.ts';
import { newHost } from '../../utils/dom/host.ts';
import type { Views } from '../../utils/dom/views.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { elementSaying } from '../../utils/site/anchors.ts';
import { channelOf, type PageKind } from '../../utils/site/pages.ts';
import { kindOfPage } from '../../utils/site/titles.ts';

export const GUARD_TAG = 'ml-guard';

/** The background may be starting, or be gone: asked again after this time. */
const RETRY_MS = 2000;

/** Keeps a guard beside each step of a page that can't be undone. */
export class Guards {
  readonly #siteMap: SiteMap;
  readonly #load: () => Promise<Views>;
  readonly #isOver: () => boolean;
  #hosts: HTMLElement[] = [];
  readonly #anchors = new WeakMap<HTMLElement, HTMLElement | undefined>();
  #page: PageKind | undefined;
  #channelId: string | null = null;
  /** Counts what was asked: only the last answer is drawn, and only where nothing was cleared meanwhile. */
  #asked = 0;

  /** @param isOver whether this content script has been replaced by a newer one */
  constructor(siteMap: SiteMap, load: () => Promise<Views>, isOver: () => boolean) {
    this.#siteMap = siteMap;
    this.#load = load;
    this.#isOver = isOver;
  }

  /** Puts guards where their steps are, and takes away those whose step is gone. */
  update(): void {
    const url = new URL(location.href);
    const page = kindOfPage(url, document, this.#siteMap);
    const channelId = channelOf(url) ?? null;
    if (page !== this.#page || channelId !== this.#channelId) {
      this.clear();
      this.#page = page;
      this.#channelId = channelId;
      this.refresh();
    }
    for (const [index, { beside }] of this.#guards.entries()) this.#put(this.#hosts[index], beside);
  }

  /** What the guards say may have changed: they are drawn again, and what is unfolded in them stays so. */
  refresh(): void {
    if (this.#page && this.#guards.length > 0) void this.#draw(this.#page, this.#channelId);
  }

  clear(): void {
    this.#asked += 1;
    for (const host of this.#hosts) host.remove();
    this.#hosts = [];
  }

  get #guards(): readonly { beside: string }[] {
    return (this.#page && this.#siteMap.pages[this.#page]?.guards) ?? [];
  }

  /** Measures only where the step has come or moved: a guard in its place costs the page no layout. */
  #put(host: HTMLElement | undefined, beside: string): void {
    if (!host) return;
    const anchor = elementSaying(document.body, beside);
    if (!anchor) host.remove();
    else if (!host.isConnected || this.#anchors.get(host) !== anchor) blockAround(anchor).after(host);
    this.#anchors.set(host, anchor);
  }

  async #draw(page: PageKind, channelId: string | null): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const [views, guards] = await Promise.all([this.#load(), send('guards.view', { page, channelId })]).catch(
      () => [],
    );
    if (asked !== this.#asked) return;
    if (!views || !guards) {
      this.#drawLater();
      return;
    }
    this.#hosts = guards.map((guard, index) => {
      const host = this.#hosts[index] ?? newHost(GUARD_TAG, 'guard');
      views.renderGuard(host, guard);
      return host;
    });
    this.update();
  }

  /** What an old guard says may be true no more: it goes until there is an answer. */
  #drawLater(): void {
    this.clear();
    const asked = this.#asked;
    setTimeout(() => {
      if (asked === this.#asked && !this.#isOver()) this.refresh();
    }, RETRY_MS);
  }
}
