import type { CardView } from '../features/present.ts';
import type { Chip, ChipHandlers } from './chips.ts';
import { newHost } from './host.ts';
import { later, type Timer } from './later.ts';
import type { Views } from './views.ts';

/** A chip whose card is on its way. */
interface Wanted {
  chip: Chip;
  /** Opened on purpose, and so not closed by the pointer's leaving. */
  isPinned: boolean;
  byKey: boolean;
}

interface OpenCard {
  chip: Chip;
  host: HTMLElement;
  isPinned: boolean;
  stop(): void;
  focus(): void;
}

const HOVER_MS = 400;
const LEAVE_MS = 250;

export const CARD_TAG = 'ml-card';

/** The one open card of the page: opened by click, key or a pointer that stays, closed by Escape or a click away. */
export class Card implements ChipHandlers {
  readonly #load: () => Promise<Views>;
  readonly #explain: (chip: Chip) => Promise<CardView>;
  #open: OpenCard | undefined;
  #wanted: Wanted | undefined;
  #timer: Timer | undefined;

  constructor(load: () => Promise<Views>, explain: (chip: Chip) => Promise<CardView>, signal: AbortSignal) {
    this.#load = load;
    this.#explain = explain;
    const listen = (type: string, handle: (event: Event) => void): void =>
      window.addEventListener(type, handle, { capture: true, signal });
    listen('keydown', (event) => this.#onKey(event as KeyboardEvent));
    listen('pointerdown', (event) => this.#onPress(event));
    signal.addEventListener('abort', () => this.close());
  }

  /** A card that was opened on purpose stays, whatever the pointer passes over. */
  pointAt(chip: Chip): void {
    if (this.#open?.isPinned) return;
    clearTimeout(this.#timer);
    if (this.#open?.chip.button === chip.button) return;
    this.#timer = later(() => void this.#show({ chip, isPinned: false, byKey: false }), HOVER_MS);
  }

  pointAway(): void {
    if (this.#open?.isPinned || this.#wanted?.isPinned) return;
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    if (this.#open) this.#timer = later(() => this.close(), LEAVE_MS);
  }

  /** Opens a chip's card, or closes it where it is open and was opened on purpose. */
  toggle(chip: Chip, byKey: boolean): void {
    clearTimeout(this.#timer);
    const open = this.#open?.chip.button === chip.button ? this.#open : undefined;
    if (open?.isPinned) this.close();
    else if (open) {
      open.isPinned = true;
      if (byKey) open.focus();
    } else void this.#show({ chip, isPinned: true, byKey });
  }

  /** Draws the open card anew, after facts have changed, unless another is already on its way. */
  async refresh(): Promise<void> {
    const open = this.#open;
    if (!open || this.#wanted) return;
    await this.#show({ ...open, byKey: open.host.matches(':focus-within') });
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

  async #show(wanted: Wanted): Promise<void> {
    const { chip, isPinned, byKey } = wanted;
    this.#wanted = wanted;
    const [views, view] = await Promise.all([this.#load(), this.#explain(chip)]).catch((error: unknown) => {
      console.error('ManagedLens: card', error);
      return [];
    });
    if (this.#wanted !== wanted) return;
    // An old card must not stand beside a chip that has changed: it goes, whether a new one comes or not.
    this.close();
    if (!views || !view || !chip.button.isConnected) return;
    const host = this.#newHost(chip.host.getAttribute('data-theme') ?? 'light');
    const stop = views.renderCard(host, chip.host, view, () => this.close());
    chip.button.setAttribute('aria-expanded', 'true');
    this.#open = { chip, host, stop, isPinned, focus: () => views.focusCard(host) };
    if (byKey) this.#open.focus();
  }

  #newHost(theme: string): HTMLElement {
    const host = newHost(CARD_TAG, 'card');
    host.setAttribute('data-theme', theme);
    // The top layer: above whatever the page stacks, and no node of the page is touched for it.
    host.popover = 'manual';
    host.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    host.addEventListener('pointerleave', () => this.pointAway());
    document.body.append(host);
    host.showPopover();
    return host;
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
