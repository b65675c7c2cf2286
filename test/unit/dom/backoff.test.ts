import { expect, it } from 'vitest';
import { Backoff } from '../../../utils/dom/backoff.ts';

it('what fails is tried ever less often, but at least once a minute; once it works, soon again', () => {
  const backoff = new Backoff();
  const waits = Array.from({ length: 7 }, () => backoff.next());
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  backoff.reset();
  expect(backoff.next()).toBe(2000);
});
