import { keepFirst } from '../../utils/dom/beside.ts';
import { copyText } from '../../utils/dom/clipboard.ts';
import { newHost } from '../../utils/dom/host.ts';
import { later, type Timer } from '../../utils/dom/later.ts';
import type { Changes } from '../../utils/dom/observe.ts';
import type { NoticeHandlers, Views } from '../../utils/dom/views.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { isBusy, lostFields, type PageHealth, pageHealthOf } from '../../utils/site/health.ts';
import { addressNow, type Page } from './page.ts';
import type { Teach } from './teach.ts';

export const HEALTH_TAG = 'ml-health';

/** A page is at rest when nothing has come into it for so long. */
const REST_MS = 2000;

/** A page that never rests is looked through all the same, and so is one that shows for ever that it is loading. */
const LONGEST_UNREST_MS = 15_000;
const LONGEST_LOADING_MS = 60_000;

/** Looks through a page once it has come to rest, and says at its top what was not found on it. */
export class Health {
  readonly #siteMap: SiteMap;
  readonly #load: () => Promise<Views>;
  readonly #teach: Pick<Teach, 'start'>;
  readonly #isOver: () => boolean;
  #host: HTMLElement | undefined;
  #isShown = false;
  #page: Page | undefined;
  #health: PageHealth | undefined;
  /** What was last told, so that the same is told once. */
  #told = '';
  #asked = 0;
  #timer: Timer | undefined;
  #restlessSince: number | undefined;

  /** @param isOver whether this content script has been replaced by a newer one */
  constructor(
    siteMap: SiteMap,
    load: () => Promise<Views>,
    teach: Pick<Teach, 'start'>,
    isOver: () => boolean,
  ) {
    this.#siteMap = siteMap;
    this.#load = load;
    this.#teach = teach;
    this.#isOver = isOver;
  }

  /** Something has changed on the page. Texts alone put no rest off: they may tick, and heal only what was lost. */
  update(page: Page, changes: Changes): void {
    if (page.kind !== this.#page?.kind) this.clear();
    this.#page = page;
    if (!page.kind) return;
    const hasGrown = changes === 'all' || changes.added.size > 0;
    if (hasGrown) this.#await();
    else if (this.#timer === undefined && this.#hasLost()) this.#await();
  }

  /** What the notice is said in may have changed. */
  refresh(): void {
    this.#told = '';
    if (this.#health) void this.#tell(this.#health);
  }

  clear(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#restlessSince = undefined;
    this.#hide();
    this.#page = undefined;
    this.#health = undefined;
    this.#told = '';
  }

  #hasLost(): boolean {
    return this.#health !== undefined && lostFields(this.#health.findings).length > 0;
  }

  #await(): void {
    if (this.#timer !== undefined && this.#restlessFor() > LONGEST_UNREST_MS) return;
    this.#restlessSince ??= performance.now();
    clearTimeout(this.#timer);
    this.#timer = later(() => this.#look(), REST_MS);
  }

  #restlessFor(): number {
    return performance.now() - (this.#restlessSince ?? performance.now());
  }

  #look(): void {
    if (this.#isOver()) return;
    this.#timer = undefined;
    const isLoading = document.readyState !== 'complete' || isBusy(document, this.#siteMap);
    if (isLoading && this.#restlessFor() < LONGEST_LOADING_MS) {
      this.#await();
      return;
    }
    this.#restlessSince = undefined;
    const { kind } = this.#page ?? {};
    const address = addressNow();
    if (address === undefined) return;
    this.#health = kind && pageHealthOf(document.body, kind, new URL(address), this.#siteMap);
    if (this.#health) void this.#tell(this.#health);
  }

  async #tell(health: PageHealth): Promise<void> {
    const told = JSON.stringify([health.page, health.findings]);
    if (told === this.#told) {
      this.#put();
      return;
    }
    this.#told = told;
    this.#asked += 1;
    const asked = this.#asked;
    const notice = await send('page.health', health).catch(() => undefined);
    const views = notice && (await this.#load().catch(() => undefined));
    if (asked !== this.#asked) return;
    if (notice && views) {
      this.#host ??= newHost(HEALTH_TAG, 'notice');
      views.renderNotice(this.#host, notice, this.#handlers);
      this.#isShown = true;
      this.#put();
      return;
    }
    this.#hide();
    if (notice === null) return;
    // The background may be starting, or be gone: told again after the next rest.
    this.#told = '';
    this.#await();
  }

  #hide(): void {
    this.#isShown = false;
    this.#host?.remove();
  }

  /** Where the page has taken the notice out, it comes back once the page rests again. */
  #put(): void {
    if (!this.#host || !this.#isShown) return;
    const roots = this.#siteMap.everyPage.content.strategies.flatMap(
      (selector) => document.querySelector<HTMLElement>(selector) ?? [],
    );
    keepFirst(this.#host, roots);
  }

  readonly #handlers: NoticeHandlers = {
    copy: copyText,
    teach: (field) => {
      const page = this.#health?.page;
      if (page && this.#host) void this.#teach.start({ page, field }, this.#host);
    },
    dismiss: () => {
      this.#hide();
      if (this.#health) send('health.dismiss', this.#health).catch(() => undefined);
    },
  };
}
