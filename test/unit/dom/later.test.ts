import { afterEach, describe, expect, it, vi } from 'vitest';
import { later } from '../../../utils/dom/later.ts';

describe('what comes later', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('comes after its time, unless it is called off', () => {
    vi.useFakeTimers();
    const [first, second] = [vi.fn(), vi.fn()];
    later(first, 100);
    clearTimeout(later(second, 100));
    vi.advanceTimersByTime(99);
    expect(first).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(first).toHaveBeenCalledOnce();
    expect(second).not.toHaveBeenCalled();
  });

  it('never comes, and does no harm, where the document is being left', () => {
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(() => {
      throw new Error('NS_ERROR_NOT_INITIALIZED');
    });
    expect(() => clearTimeout(later(() => {}, 100))).not.toThrow();
  });
});
