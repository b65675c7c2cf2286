import { blockAround } from '../../utils/dom/beside.ts';
import type { CardRenderer } from '../../utils/dom/card.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { elementSaying } from '../../utils/site/anchors.ts';
import { channelOf, type PageKind } from '../../utils/site/pages.ts';
import { kindOfPage } from '../../utils/site/titles.ts';

export const GUARD_TAG = 'ml-guard';

/** Keeps a guard beside each step of a page that can't be undone. */
export class Guards {
  readonly #siteMap: SiteMap;
  readonly #load: () => Promise<CardRenderer>;
  #hosts: HTMLElement[] = [];
  readonly #anchors = new WeakMap<HTMLElement, HTMLElement | undefined>();
  #place = '';

  constructor(siteMap: SiteMap, load: () => Promise<CardRenderer>) {
    this.#siteMap = siteMap;
    this.#load = load;
  }

  /** Puts guards where their steps are, and takes away those whose step is gone. */
  update(): void {
    const url = new URL(location.href);
    const page = kindOfPage(url, document, this.#siteMap);
    const guards = (page && this.#siteMap.pages[page]?.guards) ?? [];
    const channelId = channelOf(url) ?? null;
    if (`${page} ${channelId}` !== this.#place) {
      this.clear();
      this.#place = `${page} ${channelId}`;
      if (page && guards.length > 0) void this.#draw(page, channelId);
    }
    for (const [index, { beside }] of guards.entries()) this.#put(this.#hosts[index], beside);
  }

  /** Measures only where the step has come or moved: a guard in its place costs the page no layout. */
  #put(host: HTMLElement | undefined, beside: string): void {
    if (!host) return;
    const anchor = elementSaying(document.body, beside);
    if (!anchor) host.remove();
    else if (!host.isConnected || this.#anchors.get(host) !== anchor) blockAround(anchor).after(host);
    this.#anchors.set(host, anchor);
  }

  /** What the guards say may have changed: they are drawn anew. */
  refresh(): void {
    this.#place = '';
    this.update();
  }

  clear(): void {
    for (const host of this.#hosts) host.remove();
    this.#hosts = [];
  }

  async #draw(page: PageKind, channelId: string | null): Promise<void> {
    const place = this.#place;
    const [renderer, views] = await Promise.all([
      this.#load(),
      send('guards.view', { page, channelId }),
    ]).catch(() => []);
    if (!renderer || !views || place !== this.#place) return;
    this.clear();
    this.#hosts = views.map((view) => {
      const host = document.createElement(GUARD_TAG);
      host.setAttribute('data-ml', 'guard');
      host.attachShadow({ mode: 'open' });
      renderer.renderGuard(host, view);
      return host;
    });
    this.update();
  }
}
