import { later, type Timer } from './later.ts';

/** Milliseconds in which the same is put into the page only so often: a page that takes it out at once is not fought. */
const SPAN_MS = 1000;
const MOST_RESTORES = 10;

/** How often each thing of ours, by name, was put into the page again within the last span. */
export class Restores {
  readonly #onCalm: () => void;
  readonly #placed = new Map<string, { element: WeakRef<Element>; restores: number }>();
  #since = 0;
  #timer: Timer | undefined;

  /** @param onCalm called when what was refused may be put in again */
  constructor(onCalm: () => void) {
    this.#onCalm = onCalm;
  }

  /**
   * Whether something may be put in now, together with an element: its row, or itself. It counts where that is the
   * same as before, or the one before has left the page: then the page has drawn it anew.
   */
  allows(name: string, element: Element): boolean {
    const now = performance.now();
    if (now - this.#since >= SPAN_MS) {
      this.#placed.clear();
      this.#since = now;
    }
    const before = this.#placed.get(name);
    const last = before?.element.deref();
    const isAgain = before && (last === element || !last?.isConnected);
    const restores = (before?.restores ?? 0) + (isAgain ? 1 : 0);
    if (restores > MOST_RESTORES) {
      this.#awaitCalm();
      return false;
    }
    this.#placed.set(name, { element: new WeakRef(element), restores });
    return true;
  }

  #awaitCalm(): void {
    this.#timer ??= later(() => {
      this.#timer = undefined;
      this.#onCalm();
    }, SPAN_MS);
  }
}
