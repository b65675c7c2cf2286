import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTS, STORES } from '../bench/many-records.ts';
import { BROWSERS } from './support.ts';
import { lookAtWaiting, openWithWaitingPack, type Waiting } from './waiting-pack.ts';

describe.each(BROWSERS)('a pack that changes the verdicts of 50,000 facts in %s', (name) => {
  let waiting: Waiting;

  beforeAll(async () => {
    waiting = await openWithWaitingPack(name);
  });

  afterAll(() => waiting.close());

  it('says of all of them what flips before it is taken, while a popup is answered', async () => {
    const { answers } = await lookAtWaiting(waiting.page);
    expect(answers.length).toBeGreaterThan(0);
    const text = await waiting.page.$eval('.pack-preview', ({ textContent }) => textContent);
    expect(text).toContain(`Looked at: ${STORES} stores, ${PRODUCTS} products`);
    expect(text).toMatch(/NEW-MARK/);
    expect(text).toContain(`of ${STORES} stores and ${PRODUCTS} products`);
    expect(text).toContain('Merge-service fee rate: 4.2–5.5% → 4.2–6.5%');
    expect(text).toMatch(/bill of the month: USD.426.00.{1,3}556.00 → USD.426.00.{1,3}656.00/);
    expect(text).toMatch(/Reach \(France\): reached → not reached · .*fee of a sale: USD.0.15.{1,3}0.23 →/);
  });

  it('made no error', () => {
    expect(waiting.session.errors).toEqual([]);
    expect(waiting.session.outside).toEqual([]);
  });
});
