/** A page that takes a strip out again at once is not fought: so many times in a row, then only after a pause. */
const RESTORES = 5;

/** Milliseconds after which a row is calm again. */
export const RESTORE_PAUSE_MS = 1000;

/** How often the strip of each row was put back. */
export class Restores {
  readonly #restored = new WeakMap<Element, { times: number; last: number }>();

  /** Whether the strip of a row may be put back now; that it is counts. */
  allows(row: Element): boolean {
    const now = performance.now();
    const { times, last } = this.#restored.get(row) ?? { times: 0, last: 0 };
    const isCalm = now - last > RESTORE_PAUSE_MS;
    if (!isCalm && times >= RESTORES) return false;
    this.#restored.set(row, { times: isCalm ? 1 : times + 1, last: now });
    return true;
  }
}
