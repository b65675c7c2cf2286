import type { Verdict } from '../features/judgement.ts';

/** A verdict's sign as strokes in a 12 × 12 box: it is told apart without its colour. */
export const SIGNS: Record<Verdict, string> = {
  pass: 'M2.5 6.4 5 8.9l4.5-5.6',
  fail: 'M3.2 3.2l5.6 5.6M8.8 3.2 3.2 8.8',
  caution: 'M6 2.4v4.4M6 9.4v.1',
  unknown: 'M4.1 4.3a1.9 1.9 0 1 1 2.8 1.6c-.6.4-.9.7-.9 1.4M6 9.5v.1',
  none: 'M3.2 6h5.6',
};
