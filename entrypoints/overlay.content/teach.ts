import { newHost } from '../../utils/dom/host.ts';
import type { Views } from '../../utils/dom/views.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
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

  /** @param opener what gets the focus back, where it is still there */
  async start(place: FieldPlace, opener?: Element | null): Promise<void> {
    this.#end?.();
    const views = await this.#load().catch(() => undefined);
    if (!views || this.#end) return;
    const host = newHost(TEACH_TAG, 'notice');
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
