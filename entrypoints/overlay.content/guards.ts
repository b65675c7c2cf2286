import { keepBeside } from '../../utils/dom/beside.ts';
import { newHost } from '../../utils/dom/host.ts';
import { later } from '../../utils/dom/later.ts';
import type { Restores } from '../../utils/dom/restores.ts';
import type { Views } from '../../utils/dom/views.ts';
import { send } from '../../utils/messaging/send.ts';
import { elementSaying } from '../../utils/site/anchors.ts';
import type { Page } from './page.ts';

export const GUARD_TAG = 'ml-guard';

/** The background may be starting, or be gone: asked again after this time. */
const RETRY_MS = 2000;

/** Keeps a guard beside each step of a page that can't be undone. */
export class Guards {
  readonly #load: () => Promise<Views>;
  readonly #restores: Restores;
  readonly #isOver: () => boolean;
  #hosts: HTMLElement[] = [];
  #page: Page | undefined;
  /** Counts what was asked: only the last answer is drawn, and only where nothing was cleared meanwhile. */
  #asked = 0;

  /** @param isOver whether this content script has been replaced by a newer one */
  constructor(load: () => Promise<Views>, restores: Restores, isOver: () => boolean) {
    this.#load = load;
    this.#restores = restores;
    this.#isOver = isOver;
  }

  /** Puts guards where their steps are, and takes away those whose step is gone. */
  update(page: Page): void {
    if (page.kind !== this.#page?.kind || page.channelId !== this.#page?.channelId) {
      this.clear();
      this.#page = page;
      this.refresh();
    }
    this.#put();
  }

  #put(): void {
    for (const [index, { beside }] of this.#page?.map?.guards?.entries() ?? []) {
      const host = this.#hosts[index];
      if (!host) continue;
      const mayPut = (): boolean => this.#restores.allows(`${GUARD_TAG} ${index}`, host);
      keepBeside(host, elementSaying(document.body, beside), 'below', mayPut);
    }
  }

  /** What the guards say may have changed: they are drawn again, and what is unfolded in them stays so. */
  refresh(): void {
    if (this.#page?.map?.guards) void this.#draw(this.#page);
  }

  clear(): void {
    this.#asked += 1;
    this.#page = undefined;
    for (const host of this.#hosts) host.remove();
    this.#hosts = [];
  }

  async #draw(page: Page): Promise<void> {
    const { kind, channelId } = page;
    if (!kind) return;
    this.#asked += 1;
    const asked = this.#asked;
    const [views, guards] = await Promise.all([
      this.#load(),
      send('guards.view', { page: kind, channelId }),
    ]).catch(() => []);
    if (asked !== this.#asked) return;
    if (!views || !guards) {
      this.#drawLater(page);
      return;
    }
    this.#hosts = guards.map((guard, index) => {
      const host = this.#hosts[index] ?? newHost(GUARD_TAG, 'guard');
      views.renderGuard(host, guard);
      return host;
    });
    this.#put();
  }

  /** What an old guard says may be true no more: it goes until there is an answer. */
  #drawLater(page: Page): void {
    this.clear();
    const asked = this.#asked;
    later(() => {
      if (asked === this.#asked && !this.#isOver()) this.update(page);
    }, RETRY_MS);
  }
}
