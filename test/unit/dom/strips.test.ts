// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STRIP_TAG, type StripView } from '../../../utils/dom/strip.ts';
import { addRow, page, shown, view } from './strips-page.ts';

const settled = async (check: () => void): Promise<void> => vi.waitFor(check);

let open: ReturnType<typeof page> | undefined;

beforeEach(() => {
  document.body.replaceChildren();
});

afterEach(() => {
  open?.end();
});

describe('strips', () => {
  it('stand one in each row, last in the cell, and ask once for rows that say the same', async () => {
    open = page();
    const rows = ['a', 'b', 'a'].map((key) => addRow(open?.body ?? document.body, key));
    await settled(() => expect(rows.map(shown)).toEqual([['a a'], ['b b'], ['a a']]));
    expect(rows[0]?.querySelector('td')?.lastElementChild?.localName).toBe(STRIP_TAG);
    expect(open.judge.mock.calls.flatMap(([asked]) => asked)).toEqual(['a', 'b']);
  });

  it('leave no strip of the old product in a recycled row, not even while the new one is asked for', async () => {
    let answer: (views: StripView[]) => void = () => undefined;
    open = page((rows) =>
      rows.includes('b') ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(rows.map(view)),
    );
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a']));
    const text = row.querySelector('td')?.firstChild;
    if (text) text.nodeValue = 'b';
    await settled(() => expect(shown(row)).toEqual([]));
    answer([view('b')]);
    await settled(() => expect(shown(row)).toEqual(['b b']));
  });

  it('are gone from a row that shows another product before the next frame', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    const other = addRow(open.body, 'b');
    await settled(() => expect([row, other].map(shown)).toEqual([['a a'], ['b b']]));
    const text = row.querySelector('td')?.firstChild;
    if (text) text.nodeValue = 'c';
    await Promise.resolve();
    expect([row, other].map(shown)).toEqual([[], ['b b']]);
    await settled(() => expect(shown(row)).toEqual(['c c']));
  });

  it('put no strip into a row that shows another product by the time the answer comes', async () => {
    const answers: (() => void)[] = [];
    open = page((rows) => new Promise((resolve) => answers.push(() => resolve(rows.map(view)))));
    const row = addRow(open.body, 'a');
    await settled(() => expect(answers).toHaveLength(1));
    const text = row.querySelector('td')?.firstChild;
    if (text) text.nodeValue = 'b';
    answers[0]?.();
    await settled(() => expect(answers).toHaveLength(2));
    expect(shown(row)).toEqual([]);
    answers[1]?.();
    await settled(() => expect(shown(row)).toEqual(['b b']));
  });

  it('are left out of rows of which there is nothing to say, and go when there is nothing any more', async () => {
    const silent = new Set(['a']);
    open = page(async (rows) => rows.map((row) => ({ ...view(row), ...(silent.has(row) && { chips: [] }) })));
    const [first, second] = [addRow(open.body, 'a'), addRow(open.body, 'b')];
    await settled(() => expect(shown(second)).toEqual(['b b']));
    expect(shown(first)).toEqual([]);
    silent.add('b');
    open.strips.rejudge();
    await settled(() => expect(shown(second)).toEqual([]));
  });

  it('of all rows are read anew where the page around them says something else', async () => {
    open = page();
    const [first, second] = [addRow(open.body, 'a'), addRow(open.body, 'b')];
    await settled(() => expect(shown(first)).toEqual(['a a']));
    open.place.store = 'B';
    open.place.isOther = true;
    first.querySelector('i')?.append('x');
    await settled(() => expect(shown(second)).toEqual(['b B:b']));
  });

  it('come back where the page wipes its cell', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a']));
    const cell = row.querySelector('td');
    if (cell) cell.textContent = 'a';
    expect(shown(row)).toEqual([]);
    await settled(() => expect(shown(row)).toEqual(['a a']));
  });

  it('do not fight a page that takes them out again at once', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    let removed = 0;
    const foe = new MutationObserver(() => {
      const strip = row.querySelector(STRIP_TAG);
      if (strip) removed += 1;
      strip?.remove();
    });
    foe.observe(row, { childList: true, subtree: true });
    await settled(() => expect(removed).toBeGreaterThan(3));
    let before = -1;
    await vi.waitFor(
      () => {
        const isCalm = removed === before;
        before = removed;
        expect(isCalm).toBe(true);
      },
      { interval: 300 },
    );
    expect(removed).toBeLessThan(20);
    foe.disconnect();
  });

  it('do not fight a page that draws the row anew at once', async () => {
    open = page();
    addRow(open.body, 'a');
    let drawn = 0;
    const foe = new MutationObserver(() => {
      const row = open?.body.querySelector(STRIP_TAG)?.closest('tr');
      if (!row || !open) return;
      drawn += 1;
      row.remove();
      addRow(open.body, 'a');
    });
    foe.observe(open.body, { childList: true, subtree: true });
    await settled(() => expect(drawn).toBeGreaterThan(3));
    let before = -1;
    await vi.waitFor(
      () => {
        const isCalm = drawn === before;
        before = drawn;
        expect(isCalm).toBe(true);
      },
      { interval: 300 },
    );
    expect(drawn).toBeLessThan(20);
    foe.disconnect();
    await vi.waitFor(() => expect(shown(open?.body ?? document.body)).toEqual(['a a']), 3000);
  });

  it('follow their rows when the page sorts them', async () => {
    open = page();
    const [first, second] = ['a', 'b'].map((key) => addRow(open?.body ?? document.body, key));
    await settled(() => expect(document.querySelectorAll(STRIP_TAG)).toHaveLength(2));
    if (first) open.body.append(first);
    await settled(() => expect([second, first].map((row) => row && shown(row))).toEqual([['b b'], ['a a']]));
  });

  it('are judged anew on demand, also where an answer to the old question is under way', async () => {
    let edition = 1;
    const answers: (() => void)[] = [];
    open = page((rows) => {
      const text = `v${edition}`;
      return new Promise((resolve) => answers.push(() => resolve(rows.map(() => view(text)))));
    });
    const row = addRow(open.body, 'a');
    await settled(() => expect(answers).toHaveLength(1));
    edition = 2;
    open.strips.rejudge();
    await settled(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    await settled(() => expect(shown(row)).toEqual(['a v2']));
    answers[0]?.();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(shown(row)).toEqual(['a v2']);
  });

  it('cost nothing for rows that have not changed', async () => {
    open = page();
    const rows = Array.from({ length: 50 }, (_, index) => addRow(open?.body ?? document.body, `k${index}`));
    await settled(() => expect(document.querySelectorAll(STRIP_TAG)).toHaveLength(50));
    const calls = open.judge.mock.calls.length;
    const strip = rows[3]?.querySelector(STRIP_TAG);
    rows[3]?.querySelector('i')?.append('views 12');
    addRow(open.body, 'new');
    await settled(() => expect(document.querySelectorAll(STRIP_TAG)).toHaveLength(51));
    expect(rows[3]?.querySelector(STRIP_TAG)).toBe(strip);
    expect(open.judge.mock.calls.slice(calls).flatMap(([asked]) => asked)).toEqual(['new']);
  });

  it('do not outlive their page, also where another page uses the same rows', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a']));
    open.place.isList = false;
    const text = row.querySelector('td')?.firstChild;
    if (text) text.nodeValue = 'b';
    await settled(() => expect(shown(row)).toEqual([]));
  });

  it('are judged anew for another store, though its address came after its rows', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a']));
    open.strips.leave();
    open.place.store = 'B';
    expect(shown(row)).toEqual([]);
    await settled(() => expect(shown(row)).toEqual(['a B:a']));
  });

  it('are asked for again after the background could not be reached', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let isReachable = false;
    open = page((rows) =>
      isReachable ? Promise.resolve(rows.map(view)) : Promise.reject(new Error('gone')),
    );
    const row = addRow(open.body, 'a');
    const { judge } = open;
    await settled(() => expect(judge).toHaveBeenCalledTimes(1));
    isReachable = true;
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    await settled(() => expect(shown(row)).toEqual(['a a']));
  });

  it('show hostile text as text', async () => {
    open = page(async (rows) => rows.map(() => view('<img src=x onerror=alert(1)>')));
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a <img src=x onerror=alert(1)>']));
    expect(row.querySelector(STRIP_TAG)?.shadowRoot?.querySelector('img')).toBeNull();
  });

  it('leave the page while they are paused, read and ask for nothing, and are judged anew after', async () => {
    let edition = 1;
    open = page(async (rows) => rows.map((key) => view(`${key}${edition}`)));
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a1']));
    const read = vi.spyOn(row, 'querySelector');
    const asked = open.judge.mock.calls.length;
    open.strips.pause();
    expect(shown(row)).toEqual([]);
    edition = 2;
    const late = addRow(open.body, 'late');
    open.strips.look();
    open.strips.leave();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(shown(late)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
    expect(open.judge.mock.calls).toHaveLength(asked);
    read.mockRestore();
    open.strips.resume();
    await settled(() => expect([row, late].map(shown)).toEqual([['a a2'], ['late late2']]));
  });

  it('do not come with an answer that was asked for before they were paused', async () => {
    let answer: () => void = () => undefined;
    open = page((rows) => new Promise((resolve) => (answer = () => resolve(rows.map(view)))));
    const row = addRow(open.body, 'a');
    await settled(() => expect(open?.judge).toHaveBeenCalledTimes(1));
    open.strips.pause();
    answer();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(shown(row)).toEqual([]);
  });

  it('end when the script has been replaced', async () => {
    open = page();
    const row = addRow(open.body, 'a');
    await settled(() => expect(shown(row)).toEqual(['a a']));
    open.end();
    const late = addRow(open.body, 'late');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(shown(late)).toEqual([]);
  });

  it('stand out as long as they are to, also where they come only then', async () => {
    let answer: () => void = () => undefined;
    open = page((rows) => new Promise((resolve) => (answer = () => resolve(rows.map(view)))));
    const rows = ['a', 'b'].map((key) => addRow(open?.body ?? document.body, key));
    await settled(() => expect(open?.judge).toHaveBeenCalledTimes(1));
    const isMarked = () => rows.map((row) => row.querySelector(STRIP_TAG)?.hasAttribute('data-marked'));
    expect(open.strips.find('b')).toEqual({ row: rows[1], strip: undefined });
    open.strips.mark('b');
    answer();
    await settled(() => expect(isMarked()).toEqual([false, true]));
    open.strips.mark('a');
    expect(isMarked()).toEqual([true, false]);
    open.strips.mark(undefined);
    expect(isMarked()).toEqual([false, false]);
  });
});
