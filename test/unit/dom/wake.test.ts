import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Wake } from '../../../utils/dom/wake.ts';

const START = Date.parse('2026-11-20T04:00:00Z');
const HOUR = 3_600_000;
const hence = (ms: number): string => new Date(START + ms).toISOString();

const called = vi.fn();
let wake: Wake;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  called.mockClear();
  wake = new Wake(called, setTimeout);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a wake-up', () => {
  it('comes once, at the earliest moment it was told', () => {
    wake.at(hence(2 * HOUR));
    wake.at(hence(HOUR));
    wake.at(hence(3 * HOUR));
    vi.advanceTimersByTime(HOUR - 1);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(called).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5 * HOUR);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('comes soon after the computer has slept over its moment', () => {
    wake.at(hence(HOUR));
    vi.advanceTimersByTime(60_000);
    vi.setSystemTime(START + 9 * HOUR);
    vi.advanceTimersByTime(60_000);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('can be asked for again from within, and leaves no timer when nothing is waited for', () => {
    called.mockImplementationOnce(() => wake.at(hence(2 * HOUR)));
    wake.at(hence(HOUR));
    vi.advanceTimersByTime(2 * HOUR);
    expect(called).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
