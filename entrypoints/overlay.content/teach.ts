import { newHost } from '../../utils/dom/host.ts';
import { themeAt } from '../../utils/dom/theme.ts';
import type { Views } from '../../utils/dom/views.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import type { FieldPlace } from '../../utils/site/taught.ts';

export const TEACH_TAG = 'ml-teach';

/** Lets a person teach one field at a time where it is now. */
export class Teach {
  readonly #siteMap: SiteMap;
  readonly #load: () => Promise<Views>;
  #end: (() => void) | undefined;

  constructor(siteMap: SiteMap, load: () => Promise<Views>) {
    this.#siteMap = siteMap;
    this.#load = load;
  }

  /** @param notice what it was started from: it looks like that, and what had the focus there gets it back */
  async start(place: FieldPlace, notice: HTMLElement): Promise<void> {
    this.close();
    const opener = notice.shadowRoot?.activeElement;
    const views = await this.#load().catch(() => undefined);
    if (!views || this.#end || !notice.isConnected) return;
    const host = newHost(TEACH_TAG, 'notice');
    host.dataset.theme = themeAt(notice.parentElement ?? document.body);
    document.documentElement.append(host);
    const onEnd = (): void => {
      this.#end = undefined;
      host.remove();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
    this.#end = views.teach({ host, place, siteMap: this.#siteMap, onEnd });
  }

  close(): void {
    this.#end?.();
  }
}
