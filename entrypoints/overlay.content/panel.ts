import { keepBeside } from '../../utils/dom/beside.ts';
import { newHost } from '../../utils/dom/host.ts';
import type { Restores } from '../../utils/dom/restores.ts';
import type { PanelHandlers, Views } from '../../utils/dom/views.ts';
import type { TypedProductPath } from '../../utils/facts/product-fields.ts';
import { send } from '../../utils/messaging/send.ts';
import { elementSaying } from '../../utils/site/anchors.ts';
import { placesOf } from '../../utils/site/places.ts';
import type { PageReading } from './facts.ts';
import { now, type Page } from './page.ts';

export const PANEL_TAG = 'ml-panel';

/** Keeps a page's own panel in it, and what it says up to date with the page as it is edited. */
export class Panel {
  readonly #load: () => Promise<Views>;
  readonly #restores: Restores;
  #host: HTMLElement | undefined;
  #page: Page | undefined;
  #reading: PageReading = { readings: [], lists: {} };
  #shown = '';
  #asked = 0;
  #whatIf = '';
  /** What is typed for a listing that has no ID yet: there is nowhere to keep it. */
  #typed: Partial<Record<TypedProductPath, string>> = {};

  constructor(load: () => Promise<Views>, restores: Restores) {
    this.#load = load;
    this.#restores = restores;
  }

  /** Shows what follows from what the page says now. */
  update(page: Page, reading: PageReading): void {
    const isOther =
      page.kind !== this.#page?.kind ||
      page.channelId !== this.#page?.channelId ||
      page.productId !== this.#page?.productId;
    if (isOther) this.clear();
    this.#page = page;
    this.#reading = reading;
    if (!page.map?.panel) return;
    this.#put();
    const shown = JSON.stringify(reading);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.refresh();
  }

  /** What the panel rests on has changed: it is drawn again, and what is being typed in it stays. */
  refresh(): void {
    if (this.#page?.map?.panel) void this.#draw(this.#page);
  }

  /** Leaves the page until it is updated; what was typed stays. */
  withdraw(): void {
    this.#asked += 1;
    this.#host?.remove();
    this.#shown = '';
  }

  clear(): void {
    this.#asked += 1;
    this.#host?.remove();
    this.#host = undefined;
    this.#page = undefined;
    this.#shown = '';
    this.#whatIf = '';
    this.#typed = {};
  }

  #put(): void {
    const { side, of } = this.#page?.map?.panel ?? { side: 'above' as const, of: [] };
    const host = this.#host;
    if (!host) return;
    const anchor = of
      .map((words) => elementSaying(document.body, words))
      .find((found) => found !== undefined);
    keepBeside(host, anchor, side, () => this.#restores.allows(PANEL_TAG, host));
  }

  async #draw({ kind, map, channelId, productId }: Page): Promise<void> {
    if (!kind || !map) return;
    this.#asked += 1;
    const asked = this.#asked;
    const seen = {
      page: kind,
      channelId,
      productId,
      readAt: now(),
      ...this.#reading,
      places: placesOf(document.body, map),
      typed: this.#typed,
      whatIf: this.#whatIf,
    };
    const [views, view] = await Promise.all([this.#load(), send('panel.view', seen)]).catch(() => []);
    if (asked !== this.#asked) return;
    if (!views || !view) {
      // Nothing is shown rather than what was true of another form; the next batch asks again.
      this.#host?.remove();
      this.#shown = '';
      return;
    }
    this.#host ??= newHost(PANEL_TAG, 'panel');
    views.renderPanel(this.#host, view, this.#handlers);
    this.#put();
  }

  readonly #handlers: PanelHandlers = {
    tryPrice: (text) => {
      this.#whatIf = text;
      this.refresh();
    },
    type: async (path, text, currency) => {
      const { channelId = null, productId = null } = this.#page ?? {};
      const { problem } = await send('product.type', { channelId, productId, path, text, currency });
      // What is kept is announced, and the panel drawn anew for that.
      const isKept = channelId !== null && productId !== null;
      if (problem === null && !isKept) {
        this.#typed = { ...this.#typed, [path]: text };
        this.refresh();
      }
      return problem;
    },
  };
}
