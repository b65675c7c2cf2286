import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageFacts, type PageReading } from '../../../entrypoints/overlay.content/facts.ts';
import type { Page } from '../../../entrypoints/overlay.content/page.ts';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));

vi.mock('../../../utils/messaging/send.ts', () => ({ send }));

const RATING = 'store.positiveRatingPct';
const DISPUTES = 'store.disputeRatePct';

const page = (channelId: string, around = {}): Page => ({
  kind: 'merge-monitor',
  map: undefined,
  around,
  channelId,
  productId: null,
});

const said = (texts: Record<string, string>, lists: PageReading['lists'] = {}): PageReading => ({
  readings: Object.entries(texts).map(([fact, text]) => ({ fact, text })),
  lists,
});

const board = (sku: string, callRate: string): PageReading['lists'] => ({
  entries: [{ key: sku, values: { type: '质检驳回', callRate } }],
});

/** What was handed over, by the store that it was said to be of. */
const kept = (): unknown[] =>
  send.mock.calls.map(([, { channelId, readings, lists }]) => [
    channelId,
    Object.fromEntries(readings.map(({ fact, text }: PageReading['readings'][number]) => [fact, text])),
    ...Object.keys(lists),
  ]);

beforeEach(() => {
  send.mockReset().mockResolvedValue(null);
});

describe('what a page says', () => {
  it('is handed over once', () => {
    const facts = new PageFacts(vi.fn());
    for (let batch = 0; batch < 3; batch += 1) facts.update(page('1'), said({ [RATING]: '98%' }));
    expect(kept()).toEqual([['1', { [RATING]: '98%' }]]);
  });

  it('is of the next store once it says something else, though it was never empty in between', () => {
    const facts = new PageFacts(vi.fn());
    facts.update(page('1'), said({ [RATING]: '98%', [DISPUTES]: '1%' }));
    send.mockClear();
    facts.leave();
    facts.update(page('2'), said({ [RATING]: '98%', [DISPUTES]: '1%' }));
    expect(kept()).toEqual([]);
    // One of the two figures comes later: the other store's is not taken for this one's.
    facts.update(page('2'), said({ [RATING]: '91%', [DISPUTES]: '1%' }));
    facts.update(page('2'), said({ [RATING]: '91%', [DISPUTES]: '3%' }));
    expect(kept()).toEqual([
      ['2', { [RATING]: '91%' }],
      ['2', { [RATING]: '91%', [DISPUTES]: '3%' }],
    ]);
  });

  it('is of the next store, whatever it says, once nothing of the last one’s stood there', () => {
    const facts = new PageFacts(vi.fn());
    facts.update(page('1'), said({ [RATING]: '98%' }));
    send.mockClear();
    facts.leave();
    facts.update(page('2'), said({}));
    facts.update(page('2'), said({ [RATING]: '98%' }));
    expect(kept()).toEqual([['2', { [RATING]: '98%' }]]);
  });

  it('in a list is the last store’s as long as its rows are, whatever changes beside them', () => {
    const facts = new PageFacts(vi.fn());
    facts.update(page('1', { callRate: '10' }), said({}, board('SKU-1', '10')));
    send.mockClear();
    facts.leave();
    facts.update(page('2', { callRate: '20' }), said({}, board('SKU-1', '20')));
    expect(kept()).toEqual([]);
    facts.update(page('2', { callRate: '20' }), said({}, board('SKU-2', '20')));
    expect(kept()).toEqual([['2', {}, 'entries']]);
  });
});
