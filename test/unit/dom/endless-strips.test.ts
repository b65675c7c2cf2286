// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STRIP_TAG } from '../../../utils/dom/strip.ts';
import { addRow, page, shown } from './strips-page.ts';

/** An endless list, and what lets rows of it come near. */
function endlessPage() {
  const asked = new Set<Element>();
  let come: (rows: readonly Element[]) => void = () => undefined;
  class Observer {
    constructor(callback: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
      come = (rows) => callback(rows.map((target) => ({ isIntersecting: asked.has(target), target })));
    }
    observe = (row: Element) => asked.add(row);
    unobserve = (row: Element) => asked.delete(row);
    disconnect = () => asked.clear();
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  const body = document.createElement('tbody');
  const rows = Array.from({ length: 1000 }, (_, index) => addRow(body, `row ${index}`));
  const opened = page();
  opened.body.replaceWith(body);
  return { ...opened, rows, asked, come: (near: readonly Element[]) => come(near) };
}

let list: ReturnType<typeof endlessPage>;

beforeEach(() => {
  document.body.replaceChildren();
  list = endlessPage();
});

afterEach(() => {
  list.end();
  vi.unstubAllGlobals();
});

describe('strips of an endless list', () => {
  it('stand only where a row has come near, and are gone with the page', async () => {
    const { strips, rows, asked, come } = list;
    const [first, second, last] = [rows[0], rows[1], rows[999]] as [Element, Element, Element];
    await vi.waitFor(() => expect(asked.size).toBe(1000));
    expect(document.querySelector(STRIP_TAG)).toBeNull();
    come([first, second]);
    expect([first, second].map(shown)).toEqual([['row 0 row 0'], ['row 1 row 1']]);
    expect(shown(last)).toEqual([]);
    come([last]);
    expect(shown(last)).toEqual(['row 999 row 999']);
    strips.pause();
    expect([document.querySelector(STRIP_TAG), asked.size]).toEqual([null, 0]);
  });

  it('are put into a far row, and those above it, where that is looked for', async () => {
    const { strips, rows, asked, come } = list;
    await vi.waitFor(() => expect(asked.size).toBe(1000));
    const row = rows[499] as Element;
    expect(strips.find('row 499')).toEqual({ row, strip: row.querySelector(STRIP_TAG) });
    const strip = row.querySelector(STRIP_TAG);
    expect(shown(row)).toEqual(['row 499 row 499']);
    expect(shown(rows[450] as Element)).toEqual(['row 450 row 450']);
    expect([rows[0], rows[500]].map((far) => far && shown(far))).toEqual([[], []]);
    come([row]);
    expect([...row.querySelectorAll(STRIP_TAG)]).toEqual([strip]);
    expect(strips.find('row')).toBeUndefined();
    expect(strips.find('row 1000')).toBeUndefined();
    strips.pause();
    expect(strips.find('row 499')).toBeUndefined();
  });
});
