import { vi } from 'vitest';
import { STRIP_TAG, type StripView } from '../../../utils/dom/strip.ts';
import { type RowSource, Strips } from '../../../utils/dom/strips.ts';

export const view = (text: string): StripView => ({
  label: 'verdicts',
  chips: [{ chip: 'merge', verdict: 'unknown', word: text, label: `${text}: unknown` }],
});

type Answer = (rows: readonly string[]) => Promise<readonly StripView[]>;

/** A page of rows that say only their key, and an answerer that a test holds in its hand. */
export function page(answer: Answer = async (rows) => rows.map(view)) {
  let over = false;
  const place = { store: 'A', isList: true, isOther: false };
  const judge = vi.fn(answer);
  const source: RowSource<string> = {
    rowSelector: () => (place.isList ? 'tr' : undefined),
    read: (row) => {
      const key = row.querySelector('td')?.firstChild?.nodeValue?.trim();
      const cell = row.querySelector('td');
      return key && cell
        ? { key, row: place.store === 'A' ? key : `${place.store}:${key}`, cell }
        : undefined;
    },
    judge,
    beforeBatch: () => place.isOther,
    afterBatch: () => undefined,
  };
  const body = document.createElement('tbody');
  document.body.append(body);
  const strips = new Strips(source, () => over);
  const end = () => {
    over = true;
  };
  return { body, judge, strips, end, place };
}

export function addRow(body: Element, key: string): HTMLTableRowElement {
  const row = document.createElement('tr');
  const cell = document.createElement('td');
  cell.append(key, document.createElement('i'));
  row.append(cell);
  body.append(row);
  return row;
}

export const shown = (row: Element): string[] =>
  [...row.querySelectorAll(STRIP_TAG)].map(
    (strip) => `${strip.getAttribute('data-ml-key')} ${strip.shadowRoot?.querySelector('span')?.textContent}`,
  );
