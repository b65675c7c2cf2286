const FIRST_MS = 2000;
const LONGEST_MS = 60_000;

/** How long to wait until something that failed is tried again: each time twice as long. */
export class Backoff {
  #next = FIRST_MS;

  next(): number {
    const ms = this.#next;
    this.#next = Math.min(ms * 2, LONGEST_MS);
    return ms;
  }

  /** It has worked. */
  reset(): void {
    this.#next = FIRST_MS;
  }
}
