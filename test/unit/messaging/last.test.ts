import { expect, it } from 'vitest';
import { lastOf } from '../../../utils/messaging/last.ts';

function listened() {
  const kept: string[] = [];
  return { kept, keep: lastOf<string>((answer) => kept.push(answer)) };
}

it('keeps the answer that was asked for last, also where an earlier one comes after it', async () => {
  const { kept, keep } = listened();
  const early = Promise.withResolvers<string>();
  const first = keep(early.promise);
  await keep(Promise.resolve('second'));
  early.resolve('first');
  await first;
  expect(kept).toEqual(['second']);
});

it('keeps every answer that comes before the next is asked for', async () => {
  const { kept, keep } = listened();
  await keep(Promise.resolve('first'));
  await keep(Promise.resolve('second'));
  expect(kept).toEqual(['first', 'second']);
});

it('hides no fault, and keeps nothing in its place', async () => {
  const { kept, keep } = listened();
  await expect(keep(Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full');
  expect(kept).toEqual([]);
});
