/** Why a pack is not taken, each with its own text (`refusal_…`). */
export const REFUSALS = [
  'no-access',
  'unreachable',
  'timeout',
  'redirected',
  'status',
  'empty',
  'html',
  'too-large',
  'not-json',
  'not-signed',
  'other-key',
  'cannot-verify',
  'wrong-signature',
  'unknown-schema',
  'forbidden-key',
  'too-long',
  'no-source',
  'endless',
  'malformed',
  'clock',
  'clock-back',
  'older',
  'same-version',
  'unsound',
] as const;

/** Why a pack is not taken, and what stands in the reason's text: an address, a version, a place in the pack. */
export interface Refusal {
  reason: (typeof REFUSALS)[number];
  detail: string;
}

/** Ends the way of a pack at the first check that it does not pass. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(reason: Refusal['reason'], detail = '') {
    super(`${reason} ${detail}`);
    this.refusal = { reason, detail };
  }
}
