// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldPath } from '../../../utils/facts/fields.ts';

const RATING: FieldPath = 'store.positiveRatingPct';
const HALF = { text: '9', isExact: false };
const UNLEFT = { ...HALF, isLeft: false };

/** A popup that is opened anew: what it held in memory is gone. */
async function opened() {
  vi.resetModules();
  return import('../../../entrypoints/popup/drafts.ts');
}

beforeEach(() => localStorage.clear());

describe('a draft', () => {
  it('is there again in the next popup, for its own store and field alone', async () => {
    (await opened()).keepDraft('1', RATING, null, HALF);
    const { readDraft } = await opened();
    expect(readDraft('1', RATING, null)).toEqual(UNLEFT);
    expect(readDraft('2', RATING, null)).toBeUndefined();
    expect(readDraft('1', 'store.disputeRatePct', null)).toBeUndefined();
  });

  it('is gone once another value was kept in its place, whatever the clock says', async () => {
    (await opened()).keepDraft('1', RATING, '2026-11-22', HALF);
    const { readDraft } = await opened();
    expect(readDraft('1', RATING, '2026-11-01')).toBeUndefined();
    expect(readDraft('1', RATING, '2026-11-22')).toBeUndefined();
  });

  it('stays while what was taken is not yet all that was typed', async () => {
    const { keepDraft, takenDraft, readDraft, leaveDrafts } = await opened();
    keepDraft('1', RATING, null, HALF);
    keepDraft('1', RATING, null, { text: '97', isExact: false });
    takenDraft('1', RATING, '9');
    expect(readDraft('1', RATING, null)?.text).toBe('97');
    takenDraft('1', RATING, '97');
    expect(readDraft('1', RATING, null)).toBeUndefined();
    expect(leaveDrafts()).toEqual([]);
  });

  it('is known as left in the next popup where this one has left it, and not before', async () => {
    const first = await opened();
    first.keepDraft('1', RATING, null, HALF);
    const second = await opened();
    expect(second.readDraft('1', RATING, null)?.isLeft).toBe(false);
    expect(second.leaveDrafts()).toEqual([]);
    expect(first.leaveDrafts().map(({ draft }) => draft.text)).toEqual(['9']);
    expect((await opened()).readDraft('1', RATING, null)).toEqual({ ...HALF, isLeft: true });
    first.keepDraft('1', RATING, null, { text: '97', isExact: false });
    expect((await opened()).readDraft('1', RATING, null)?.isLeft).toBe(false);
  });

  it('stays where another popup has had less of it taken', async () => {
    const first = await opened();
    first.keepDraft('1', RATING, null, { text: '97', isExact: false });
    const second = await opened();
    second.takenDraft('1', RATING, '9');
    expect((await opened()).readDraft('1', RATING, null)?.text).toBe('97');
    second.takenDraft('1', RATING, '97');
    expect((await opened()).readDraft('1', RATING, null)).toBeUndefined();
  });

  it('that is no draft is passed over and cleared away', async () => {
    localStorage.setItem(`draft:1:${RATING}`, '{"text":');
    const { readDraft } = await opened();
    expect(readDraft('1', RATING, null)).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  it('stays in this popup where there is no room for it', async () => {
    const { keepDraft, readDraft } = await opened();
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    keepDraft('1', RATING, null, HALF);
    full.mockRestore();
    expect(readDraft('1', RATING, null)).toEqual(UNLEFT);
  });
});
