/** A computer's sleep stops timers and not the time: so often it is looked whether the moment has come. */
const LOOK_EVERY_MS = 60_000;

type SetTimer = (callback: () => void, ms: number) => unknown;

/** Calls once when a moment has come: the earliest of those it was told. */
export class Wake {
  readonly #onMoment: () => void;
  readonly #setTimer: SetTimer;
  /** `undefined` while nothing is waited for. */
  #moment: number | undefined;

  constructor(onMoment: () => void, setTimer: SetTimer) {
    this.#onMoment = onMoment;
    this.#setTimer = setTimer;
  }

  /** @param moment ISO 8601 */
  at(moment: string): void {
    const isWaiting = this.#moment !== undefined;
    this.#moment = Math.min(this.#moment ?? Number.POSITIVE_INFINITY, Date.parse(moment));
    if (!isWaiting) this.#look(this.#moment);
  }

  #look(moment: number): void {
    const left = moment - Date.now();
    if (left > 0) {
      this.#setTimer(() => this.#look(this.#moment ?? moment), Math.min(left, LOOK_EVERY_MS));
      return;
    }
    this.#moment = undefined;
    this.#onMoment();
  }
}
