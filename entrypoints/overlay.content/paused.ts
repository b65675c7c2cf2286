import { newHost } from '../../utils/dom/host.ts';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import { send } from '../../utils/messaging/send.ts';
import css from './paused.css?inline';

export const NOTICE_TAG = 'ml-notice';

const sheet = sharedSheet(css);

/** One line at the window's edge, under what the page shows, while the overlay waits for the page's own check. */
export class PausedLine {
  readonly #host = newHost(NOTICE_TAG, 'notice');
  readonly #line = document.createElement('p');

  constructor() {
    this.#line.setAttribute('role', 'status');
    this.#host.shadowRoot?.append(this.#line);
  }

  /** Learns its words while something may still be asked. */
  async learn(): Promise<void> {
    this.#line.textContent = await send('pause.text', null).catch(() => this.#line.textContent);
  }

  show(): void {
    if (!this.#host.shadowRoot) return;
    this.#host.shadowRoot.adoptedStyleSheets = [sheet()];
    document.body.append(this.#host);
  }

  hide(): void {
    this.#host.remove();
  }
}
