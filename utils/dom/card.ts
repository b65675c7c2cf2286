import type { CardView } from '../features/present.ts';
import type { Chip } from './chips.ts';

/** The part that draws cards: loaded when the first one is opened. */
export interface CardRenderer {
  /** Draws into the shadow root and keeps the host beside the anchor until the returned function is called. */
  render(host: HTMLElement, anchor: HTMLElement, view: CardView, onClose: () => void): () => void;
  /** Moves focus into the drawn card. */
  focus(host: HTMLElement): void;
}

const HOVER_MS = 400;
const LEAVE_MS = 250;

/** What happens in a card is no business of the page's shortcuts and handlers. */
const OWN_EVENTS = ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'mouseup', 'wheel'];

export const CARD_TAG = 'ml-card';

/** The one open card of the page: opened by click, key or a pointer that stays, closed by Escape or a click away. */
export class Card {
  readonly #load: () => Promise<CardRenderer>;
  readonly #explain: (chip: Chip) => Promise<CardView>;
  #open: { chip: Chip; host: HTMLElement; stop: () => void; isPinned: boolean } | undefined;
  #wanted: Chip | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    load: () => Promise<CardRenderer>,
    explain: (chip: Chip) => Promise<CardView>,
    signal: AbortSignal,
  ) {
    this.#load = load;
    this.#explain = explain;
    const listen = (type: string, handle: (event: Event) => void): void =>
      window.addEventListener(type, handle, { capture: true, signal });
    listen('keydown', (event) => this.#onKey(event as KeyboardEvent));
    listen('pointerdown', (event) => this.#onPress(event));
    signal.addEventListener('abort', () => this.close());
  }

  pointAt(chip: Chip): void {
    clearTimeout(this.#timer);
    if (this.#open?.chip.button === chip.button) return;
    this.#timer = setTimeout(() => void this.#show(chip, false, false), HOVER_MS);
  }

  pointAway(): void {
    clearTimeout(this.#timer);
    if (this.#open && !this.#open.isPinned) this.#timer = setTimeout(() => this.close(), LEAVE_MS);
  }

  /** Opens a chip's card, or closes it where it is open and was opened on purpose. */
  toggle(chip: Chip, byKey: boolean): void {
    clearTimeout(this.#timer);
    const isSame = this.#open?.chip.button === chip.button;
    if (isSame && this.#open?.isPinned) this.close();
    else if (isSame && this.#open) this.#open.isPinned = true;
    else void this.#show(chip, true, byKey);
  }

  /** Draws the open card anew, after facts have changed; closes it where its chip is gone. */
  async refresh(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    if (!open.chip.button.isConnected) return this.close();
    await this.#show(open.chip, open.isPinned, open.host.matches(':focus-within'));
  }

  /** Closes the card where its chip has left the page. */
  closeIfOrphaned(): void {
    if (this.#open && !this.#open.chip.button.isConnected) this.close();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    if (!this.#open) return;
    const { chip, host, stop } = this.#open;
    this.#open = undefined;
    const hadFocus = host.matches(':focus-within');
    stop();
    host.remove();
    chip.button.setAttribute('aria-expanded', 'false');
    if (hadFocus && chip.button.isConnected) chip.button.focus();
  }

  async #show(chip: Chip, isPinned: boolean, withFocus: boolean): Promise<void> {
    this.#wanted = chip;
    const [renderer, view] = await Promise.all([this.#load(), this.#explain(chip)]).catch(() => []);
    if (!renderer || !view || this.#wanted !== chip || !chip.button.isConnected) return;
    this.close();
    const host = document.createElement(CARD_TAG);
    host.setAttribute('data-ml', 'card');
    // The top layer: above whatever the page stacks, and no node of the page is touched for it.
    host.popover = 'manual';
    host.attachShadow({ mode: 'open' });
    for (const type of OWN_EVENTS) host.addEventListener(type, (event) => event.stopPropagation());
    host.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    host.addEventListener('pointerleave', () => this.pointAway());
    document.body.append(host);
    host.showPopover();
    const stop = renderer.render(host, chip.host, view, () => this.close());
    chip.button.setAttribute('aria-expanded', 'true');
    this.#open = { chip, host, stop, isPinned };
    if (withFocus) renderer.focus(host);
  }

  #isInside(event: Event): boolean {
    return this.#open !== undefined && event.composedPath().includes(this.#open.host);
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.#open) return;
    if (event.key === 'Escape') {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.close();
    }
  }

  #onPress(event: Event): void {
    const isOwnChip = this.#open !== undefined && event.composedPath().includes(this.#open.chip.button);
    if (this.#open && !isOwnChip && !this.#isInside(event)) this.close();
  }
}
