/** A computer's sleep stops timers and not the time: so often it is looked whether the moment has come. */
const LOOK_EVERY_MS = 60_000;

type SetTimer = (callback: () => void, ms: number) => unknown;

/** Calls once when a moment has come: the earliest of those it was told. */
export class Wake {
  readonly #onMoment: () => void;
  readonly #setTimer: SetTimer;
  #moment: number | undefined;
  #isTicking = false;

  constructor(onMoment: () => void, setTimer: SetTimer) {
    this.#onMoment = onMoment;
    this.#setTimer = setTimer;
  }

  /** @param moment ISO 8601 */
  at(moment: string): void {
    this.#moment = Math.min(this.#moment ?? Number.POSITIVE_INFINITY, Date.parse(moment));
    if (!this.#isTicking) this.#tick();
  }

  /** What was to be called for is no longer there. */
  forget(): void {
    this.#moment = undefined;
  }

  #tick(): void {
    this.#isTicking = this.#moment !== undefined;
    if (this.#moment === undefined) return;
    const left = this.#moment - Date.now();
    if (left > 0) {
      this.#setTimer(() => this.#tick(), Math.min(left, LOOK_EVERY_MS));
      return;
    }
    this.#isTicking = false;
    this.#moment = undefined;
    this.#onMoment();
  }
}
