// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AuditRows } from '../../../entrypoints/overlay.content/audit.ts';
import { PageWatch } from '../../../entrypoints/overlay.content/page.ts';
import { pageRows } from '../../../entrypoints/overlay.content/rows.ts';
import type { SeenRows } from '../../../utils/audit/collect.ts';
import { Wake } from '../../../utils/dom/wake.ts';
import { send } from '../../../utils/messaging/send.ts';
import { packSchema } from '../../../utils/rules/pack.ts';
import { noteAuditing } from '../../../utils/storage/auditing.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../utils/messaging/send.ts', () => ({ send: vi.fn() }));

const { siteMap } = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

const STORE = '1234567';
const OTHER = '7654321';
const SIZE = 200;

const idOf = (number: number): string => String(1_005_000_000_000_000 + number);
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const rowOf = (number: number, idText = `ID: ${idOf(number)}`): string =>
  `<tr data-row-key="${idOf(number)}"><td><b>Cup ${number}</b><span>${idText}</span></td><td><b>USD 3.63</b></td></tr>`;

const pagerOf = (number: number, total: number): string => {
  const of = Math.ceil(total / SIZE);
  const items = range(1, of).map(
    (each) =>
      `<li class="ait-pagination-item ait-pagination-item-${each} ${each === number ? 'ait-pagination-item-active' : ''}">${each}</li>`,
  );
  return `<li>共 ${total} 条</li>${items.join('')}<li>${SIZE} 条/页</li>`;
};

let isOver = false;
let messages: SeenRows[];
let isRefused: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00Z') });
  fakeBrowser.reset();
  isOver = false;
  isRefused = false;
  messages = [];
  vi.mocked(send).mockImplementation((async (_: string, seen: SeenRows) => {
    if (isRefused) throw new Error('full');
    messages.push(seen);
    return { isKept: true };
  }) as never);
  Element.prototype.checkVisibility = () => true;
  (window as unknown as Window).happyDOM.setURL(
    `https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=${STORE}`,
  );
  document.body.innerHTML =
    '<table><thead><tr><th>商品信息</th><th>零售价</th></tr></thead><tbody></tbody></table><ul class="ait-pagination"></ul>';
});

afterEach(() => {
  isOver = true;
  vi.useRealTimers();
});

const $ = (selector: string): Element => document.querySelector(selector) as Element;

/** A page of the list with what collects it; `draw` changes the page, and is seen as the strips see it. */
async function open() {
  const watch = new PageWatch(siteMap);
  const source = pageRows(siteMap, watch, new Wake(() => undefined, setTimeout));
  const look = vi.fn((): void => {
    source.beforeBatch();
    const selector = source.rowSelector();
    if (selector) for (const row of document.querySelectorAll(selector)) audit.note(row, source.read(row));
    audit.update();
  });
  const audit = new AuditRows(siteMap, watch, { look, catchUp: () => undefined }, () => isOver);
  const draw = async (change: { rows?: readonly string[]; pager?: string }): Promise<void> => {
    if (change.rows) $('tbody').innerHTML = change.rows.join('');
    if (change.pager !== undefined) $('.ait-pagination').innerHTML = change.pager;
    look();
    await rest();
  };
  await vi.advanceTimersByTimeAsync(0);
  return { audit, draw, look };
}

/** Long enough for what is gathered to be sent, and short of another attempt. */
const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1500);

const auditing = async (stores: Record<string, string>): Promise<void> => {
  await noteAuditing(stores);
  await rest();
};

const sent = (): number[] =>
  messages.flatMap(({ rows }) => rows.map(({ row }) => Number(row.productId) - 1_005_000_000_000_000));
const last = (): SeenRows => messages.at(-1) as SeenRows;

describe('a product list', () => {
  it('is handed over in slices, each with no more rows counted than came with it and before', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 200).map((each) => rowOf(each)), pager: pagerOf(1, 250) });
    expect(sent()).toEqual(range(1, 200));
    expect(messages.map(({ rows, read, unread }) => [rows.length, read, unread])).toEqual([
      [100, 100, 0],
      [100, 200, 0],
    ]);
    expect(last()).toMatchObject({
      channelId: STORE,
      place: { number: 1, of: 2, size: SIZE, total: 250 },
      rows: expect.arrayContaining([
        {
          row: {
            productId: idOf(101),
            price: { text: 'USD 3.63', currency: 'USD', lowest: '3.63', highest: '3.63' },
          },
          title: 'Cup 101',
          position: 101,
        },
      ]),
    });
  });

  it('is let alone where no audit of its store runs', async () => {
    await auditing({ [OTHER]: 'b' });
    const { draw, look } = await open();
    await draw({ rows: [rowOf(1)], pager: pagerOf(1, 1) });
    expect(messages).toEqual([]);
    look.mockClear();
    await auditing({});
    expect(look).not.toHaveBeenCalled();
  });

  it('is read anew where its audit starts while it is open, and for each audit anew', async () => {
    const { draw } = await open();
    await draw({ rows: [rowOf(1), rowOf(2)], pager: pagerOf(1, 2) });
    expect(messages).toEqual([]);
    await auditing({ [STORE]: 'a' });
    expect(sent()).toEqual([1, 2]);
    await auditing({});
    await auditing({ [STORE]: 'b' });
    expect(sent()).toEqual([1, 2, 1, 2]);
  });

  it('says only what is new or changed, and tells rows in doubt from those of no product', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    const inDoubt = rowOf(3, `ID: ${idOf(3)}</span><span>ID: ${idOf(4)}`).replace(
      /data-row-key="\d+"/,
      'data-row-key="x"',
    );
    await draw({ rows: [rowOf(1), rowOf(2), inDoubt], pager: pagerOf(1, 3) });
    expect(last()).toMatchObject({ read: 2, unread: 1 });
    expect(last().rows.map(({ position }) => position)).toEqual([1, 2]);
    await draw({});
    expect(messages).toHaveLength(1);
    await draw({ rows: [rowOf(1), rowOf(2).replace('3.63', '4.63'), rowOf(3)] });
    expect(sent().slice(2)).toEqual([2, 3]);
    expect(last()).toMatchObject({ read: 3, unread: 0 });
  });

  it('is not taken for the page that its pager names before its rows are there', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 200).map((each) => rowOf(each)), pager: pagerOf(1, 250) });
    messages = [];
    await draw({ pager: pagerOf(2, 250) });
    $('table').insertAdjacentHTML('beforebegin', '<i class="ait-spin-spinning"></i>');
    await draw({ rows: [rowOf(201)] });
    expect(messages).toEqual([]);
    $('.ait-spin-spinning').remove();
    await draw({ rows: range(201, 250).map((each) => rowOf(each)) });
    expect(sent()).toEqual(range(201, 250));
    expect(last()).toMatchObject({ place: { number: 2 }, read: 50 });
    expect(last().rows.at(-1)?.position).toBe(50);
  });

  it('that loads for ever is handed over without a page', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    $('table').insertAdjacentHTML('beforebegin', '<i class="ait-spin-spinning"></i>');
    await draw({ rows: [rowOf(1)], pager: pagerOf(1, 1) });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(last()).toMatchObject({ place: { number: null, of: null }, read: 1 });
    expect(last().rows[0]?.position).toBeNull();
  });

  it('that is there in part is counted so, and its places are told once all is there', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 20).map((each) => rowOf(each)), pager: pagerOf(1, 30) });
    expect(last()).toMatchObject({ read: 20 });
    expect(last().rows.map(({ position }) => position)).toEqual(range(1, 20).map(() => null));
    await draw({ rows: range(1, 30).map((each) => rowOf(each)) });
    expect(last()).toMatchObject({ read: 30 });
    expect(last().rows.map(({ position }) => position)).toEqual(range(1, 30));
  });

  it('whose rows show one product after the other has shown them all', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 10).map((each) => rowOf(each)), pager: pagerOf(1, 200) });
    await draw({ rows: range(6, 15).map((each) => rowOf(each)) });
    expect(last()).toMatchObject({ read: 15 });
    expect(sent()).toEqual(range(1, 15));
  });

  it('sorted otherwise counts the rows that it shows now', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 200).map((each) => rowOf(each)), pager: pagerOf(1, 400) });
    await draw({ rows: range(101, 300).map((each) => rowOf(each)) });
    expect(last()).toMatchObject({ read: 200, unread: 0 });
  });

  it('of a tab is not counted with the rows of another that has as many pages', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    await draw({ rows: range(1, 10).map((each) => rowOf(each)), pager: pagerOf(1, 10) });
    await draw({ rows: range(11, 13).map((each) => rowOf(each)), pager: pagerOf(1, 8) });
    expect(last()).toMatchObject({ place: { number: 1, total: 8 }, read: 3 });
  });

  it('is told once more when it says later how many products it has', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    const rows = range(1, 10).map((each) => rowOf(each));
    await draw({ rows, pager: pagerOf(1, 10).replace('共 10 条', '') });
    expect(last()).toMatchObject({ place: { total: null }, read: 10 });
    await draw({ pager: pagerOf(1, 10) });
    expect(last()).toMatchObject({ place: { total: 10 }, read: 10 });
  });

  it('seen again is known: what was handed over of it is not told as less', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    const first = range(1, 200).map((each) => rowOf(each));
    await draw({ rows: first, pager: pagerOf(1, 250) });
    await draw({ rows: range(201, 250).map((each) => rowOf(each)), pager: pagerOf(2, 250) });
    messages = [];
    await draw({ rows: first, pager: pagerOf(1, 250) });
    expect(messages).toEqual([]);
  });

  it('is sent again, whole, where it could not be kept', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw } = await open();
    isRefused = true;
    await draw({ rows: [rowOf(1), rowOf(2)], pager: pagerOf(1, 2) });
    expect(messages).toEqual([]);
    isRefused = false;
    await vi.advanceTimersByTimeAsync(4000);
    expect(sent()).toEqual([1, 2]);
  });

  it('is judged anew where what verdicts rest on has changed', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw, audit } = await open();
    await draw({ rows: [rowOf(1), rowOf(2)], pager: pagerOf(1, 2) });
    audit.refresh();
    await rest();
    expect(sent()).toEqual([1, 2, 1, 2]);
    expect(messages.map(({ read }) => read)).toEqual([2, 2]);
  });

  it('is not handed over while the overlay is paused', async () => {
    await auditing({ [STORE]: 'a' });
    const { draw, audit, look } = await open();
    audit.pause();
    await draw({ rows: [rowOf(1)], pager: pagerOf(1, 1) });
    await auditing({ [STORE]: 'b' });
    expect(messages).toEqual([]);
    audit.resume();
    look();
    await rest();
    expect(sent()).toEqual([1]);
  });
});
