// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepBeside } from '../../../utils/dom/beside.ts';
import { Restores } from '../../../utils/dom/restores.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<table></table><h2>基本信息</h2>';
});

afterEach(() => vi.useRealTimers());

const newRow = (): Element => {
  const row = document.createElement('tr');
  document.querySelector('table')?.replaceChildren(row);
  return row;
};

const times = (count: number, allows: () => boolean): number =>
  Array.from({ length: count }, allows).filter(Boolean).length;

describe('what a page takes out', () => {
  it('is put back a few times a second, and again once that is over, for which its owner is called once', () => {
    const onCalm = vi.fn();
    const restores = new Restores(onCalm);
    const row = newRow();
    expect(times(50, () => restores.allows('a', row))).toBeLessThan(15);
    expect(onCalm).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1010);
    expect(onCalm).toHaveBeenCalledTimes(1);
    expect(restores.allows('a', row)).toBe(true);
  });

  it('by drawing its row anew is put back as seldom', () => {
    const restores = new Restores(vi.fn());
    expect(times(50, () => restores.allows('a', newRow()))).toBeLessThan(15);
  });

  it('holds up nothing else', () => {
    const restores = new Restores(vi.fn());
    const row = newRow();
    times(50, () => restores.allows('a', row));
    expect(restores.allows('b', row)).toBe(true);
  });
});

describe('what has its place', () => {
  it('in many rows that say the same is put into each of them', () => {
    const restores = new Restores(vi.fn());
    const rows = Array.from({ length: 50 }, () => document.createElement('tr'));
    document.querySelector('table')?.replaceChildren(...rows);
    expect(rows.every((row) => restores.allows('a', row))).toBe(true);
  });

  it('in rows that are drawn anew eight times a second is always put in', () => {
    const restores = new Restores(vi.fn());
    const allowed = times(40, () => {
      vi.advanceTimersByTime(125);
      return restores.allows('a', newRow());
    });
    expect(allowed).toBe(40);
  });
});

describe('a panel that the page takes out at once', () => {
  it('is put in a few times, and stays once the page has calmed down', () => {
    const host = document.createElement('ml-panel');
    const put = (): void =>
      keepBeside(host, document.querySelector('h2') ?? undefined, 'above', () =>
        restores.allows('panel', host),
      );
    const restores = new Restores(put);
    let taken = 0;
    for (let batch = 0; batch < 50; batch += 1) {
      put();
      taken += host.isConnected ? 1 : 0;
      host.remove();
    }
    expect(taken).toBeLessThan(15);
    vi.advanceTimersByTime(1010);
    expect(document.querySelector('h2')?.previousElementSibling).toBe(host);
  });
});
