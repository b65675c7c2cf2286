import { putBeside } from '../../utils/dom/beside.ts';
import type { CardRenderer } from '../../utils/dom/card.ts';
import { send } from '../../utils/messaging/send.ts';
import { elementSaying } from '../../utils/site/anchors.ts';
import type { PageKind } from '../../utils/site/pages.ts';
import type { Page } from './page.ts';

type Where = Pick<Page, 'kind' | 'map' | 'channelId'>;
type GuardMap = NonNullable<NonNullable<Page['map']>['guards']>[number];

export const GUARD_TAG = 'ml-guard';

/** Keeps a guard beside each step of a page that can't be undone. */
export class Guards {
  readonly #load: () => Promise<CardRenderer>;
  #hosts: HTMLElement[] = [];
  readonly #anchors = new WeakMap<HTMLElement, HTMLElement | undefined>();
  #place = '';
  /** What the guards say, so that one that says the same is left as it stands. */
  #said = '';
  #draws = 0;

  constructor(load: () => Promise<CardRenderer>) {
    this.#load = load;
  }

  /** Puts guards where their steps are, and takes away those whose step is gone. */
  update({ kind, map, channelId }: Where): void {
    const guards = map?.guards ?? [];
    if (`${kind} ${channelId}` !== this.#place) {
      this.#remove();
      this.#place = `${kind} ${channelId}`;
      this.refresh({ kind, map, channelId });
    }
    this.#putAll(guards);
  }

  #putAll(guards: readonly GuardMap[]): void {
    for (const [index, { beside }] of guards.entries()) this.#put(this.#hosts[index], beside);
  }

  /** Measures only where the step has come or moved: a guard in its place costs the page no layout. */
  #put(host: HTMLElement | undefined, beside: string): void {
    if (!host) return;
    const anchor = elementSaying(document.body, beside);
    if (!anchor) host.remove();
    else if (!host.isConnected || this.#anchors.get(host) !== anchor) putBeside(anchor, host);
    this.#anchors.set(host, anchor);
  }

  /** What the guards say may have changed: they are drawn anew where it has. */
  refresh({ kind, map, channelId }: Where): void {
    const guards = map?.guards ?? [];
    if (kind && guards.length > 0) void this.#draw(kind, channelId, guards);
  }

  /** Another page may have the same guards, about something else. */
  leave(): void {
    this.#remove();
    this.#place = '';
  }

  #remove(): void {
    for (const host of this.#hosts) host.remove();
    this.#hosts = [];
    this.#said = '';
  }

  async #draw(page: PageKind, channelId: string | null, guards: readonly GuardMap[]): Promise<void> {
    const place = this.#place;
    this.#draws += 1;
    const own = this.#draws;
    const [renderer, views] = await Promise.all([
      this.#load(),
      send('guards.view', { page, channelId }),
    ]).catch(() => []);
    if (!renderer || !views || place !== this.#place || own !== this.#draws) return;
    const said = JSON.stringify(views);
    if (said === this.#said) return;
    this.#remove();
    this.#said = said;
    this.#hosts = views.map((view) => {
      const host = document.createElement(GUARD_TAG);
      host.setAttribute('data-ml', 'guard');
      host.attachShadow({ mode: 'open' });
      renderer.renderGuard(host, view);
      return host;
    });
    this.#putAll(guards);
  }
}
