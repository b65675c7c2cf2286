// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ReceiveState, Stores } from '../../../../components/audit/Stores.tsx';
import type { StoresView } from '../../../../utils/audit/desk.ts';
import { drawn, ENTRY, KNOWN, STORES, t } from './support.ts';

const events = () => ({ onOpen: vi.fn(), onFiles: vi.fn(), onCancelReceive: vi.fn() });

const [FIRST] = STORES.stores as [StoresView['stores'][number]];

let heard: ReturnType<typeof events>;
let page: HTMLElement;

beforeEach(() => {
  heard = events();
  page = document.createElement('main');
  document.body.replaceChildren(page);
});

async function show(receiving: ReceiveState = { kind: 'idle' }, stores = STORES): Promise<void> {
  render(<Stores t={t} known={KNOWN} stores={stores} receiving={receiving} {...heard} />, page);
  await drawn();
}

const textOf = (selector: string): string => page.querySelector(selector)?.textContent ?? '';
const click = (selector: string): void => page.querySelector<HTMLElement>(selector)?.click();

describe('the stores', () => {
  it('are shown each with its counts and trend, and what was received apart', async () => {
    await show();
    const lists = [...page.querySelectorAll('.store-list')];
    expect(lists.map((list) => list.children.length)).toEqual([2, 1]);
    expect(textOf('[data-store="1"]')).toContain('Kite (1)');
    expect(textOf('[data-store="1"]')).toContain('High: 8');
    expect(textOf('[data-store="1"] .trend')).toBe('12 in 60 products → 8 in 60 products since Oct 20, 2026');
    expect(textOf('[data-received="true"]')).toContain('Sent store (9)');
    expect(textOf('[data-received="true"]')).toContain('Received');
    click('[data-store="1"] .open-store');
    expect(heard.onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`);
  });

  it.each<[string, Date, Date]>([
    ['today', new Date(2026, 10, 22, 8, 30), new Date(2026, 10, 22, 21, 30)],
    ['yesterday', new Date(2026, 10, 22, 23), new Date(2026, 10, 23, 9)],
  ])('say how old an audit is in days of the calendar: %s', async (age, endedAt, now) => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const counted = { ...FIRST.counted, endedAt: endedAt.toISOString() };
    await show({ kind: 'idle' }, { ...STORES, stores: [{ ...FIRST, counted }] });
    vi.useRealTimers();
    expect(textOf('.age')).toBe(age);
  });

  it('are not mended by an audit that has barely begun', async () => {
    const { counted, ...first } = FIRST;
    const bySeverity = { ...counted.bySeverity, high: 1 };
    const latest = { ...counted, id: 'running', endedAt: null, products: 1, bySeverity };
    await show({ kind: 'idle' }, { ...STORES, stores: [{ ...first, counted, latest }] });
    expect(textOf('.age')).toMatch(/^collecting/);
    expect(textOf('.counts')).toContain('High: 8');
    expect(textOf('.counts')).toContain('60 products');
    expect(textOf('.trend')).toContain('→ 8 in 60 products');
    click('.shared li li button');
    expect(heard.onOpen).toHaveBeenLastCalledWith(counted.id, 'label.ce');
    click('.open-store');
    expect(heard.onOpen).toHaveBeenLastCalledWith('running');
  });

  it('whose first audit runs are shown with what it found so far', async () => {
    const latest = { ...FIRST.latest, endedAt: null };
    await show({ kind: 'idle' }, { ...STORES, stores: [{ ...FIRST, latest, counted: latest, series: [] }] });
    expect(textOf('.age')).toBe('collecting');
    expect(textOf('.counts')).toContain('High: 8');
    expect(textOf('.trend')).toBe('First audit');
  });

  it('say what several of them share, and lead to each one’s', async () => {
    await show();
    expect(page.querySelectorAll('.shared > li')).toHaveLength(1);
    expect(textOf('.shared summary')).toContain('2 stores, 8 findings');
    click('.shared li li button');
    expect(heard.onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`, 'label.ce');
  });
});

describe('a colleague’s file', () => {
  it('that can not be opened: why is said', async () => {
    await show({ kind: 'refused', problem: 'It is empty.' });
    expect(textOf('[role="alert"]')).toBe('It is empty.');
  });

  it('is opened with a bar that says how far it is, and can be stopped until it is kept', async () => {
    await show({ kind: 'receiving', name: 'a.json', done: 0, total: 0 });
    const bar = page.querySelector('progress');
    expect(bar?.getAttribute('aria-label')).toBe('“a.json” is being opened');
    expect(bar?.hasAttribute('value')).toBe(false);
    click('[data-do="cancel-receive"]');
    expect(heard.onCancelReceive).toHaveBeenCalledOnce();
    await show({ kind: 'receiving', name: 'a.json', done: 4000, total: 20_000 });
    expect(textOf('.progress-line span')).toBe('4,000 of 20,000');
    expect(bar?.value).toBe(4000);
    await show({ kind: 'receiving', name: 'a.json', done: 20_000, total: 20_000 });
    click('[data-do="cancel-receive"]');
    expect(heard.onCancelReceive).toHaveBeenCalledOnce();
  });

  it('that was given up leaves the person where another one is chosen', async () => {
    await show();
    expect(document.activeElement).toBe(document.body);
    await show({ kind: 'receiving', name: 'a.json', done: 0, total: 0 });
    expect(page.querySelector('input')).toBeNull();
    await show({ kind: 'cancelled' });
    expect(document.activeElement).toBe(page.querySelector('input[type="file"]'));
    expect(textOf('[role="status"]')).toBe('Cancelled: nothing was opened.');
  });
});
