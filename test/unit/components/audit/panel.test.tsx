// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Audit } from '../../../../components/audit/Audit.tsx';
import type { ExportState } from '../../../../components/audit/ExportMenu.tsx';
import type { AuditView } from '../../../../utils/audit/desk.ts';
import type { Overview } from '../../../../utils/messaging/protocol.ts';
import { ENTRY, shown, t, VIEW } from './support.ts';

const OVERVIEW: Overview = {
  language: 'en',
  chosenLanguage: null,
  packVersion: '2026.11.22',
  packs: { date: '2026-11-22', undated: [], waiting: 0 },
  stores: [],
  healths: [],
  setAside: 0,
};

const STORE = { channelId: '2260417', name: 'Lumora', colour: 'green' as const, lastSeen: '' };

const IDLE: ExportState = { kind: 'idle' };

type FrameProps = Partial<Parameters<typeof Audit>[0]>;

function frame(props: FrameProps = {}) {
  const events = {
    onLanguage: vi.fn(),
    onStart: vi.fn(),
    onEnd: vi.fn(),
    onStore: vi.fn(),
    onExport: vi.fn(),
    onCancelExport: vi.fn(),
    onTab: vi.fn(),
  };
  const view = (
    <Audit
      t={t}
      overview={OVERVIEW}
      fault={undefined}
      store={STORE}
      otherStore={undefined}
      view={VIEW}
      tab="findings"
      exporting={IDLE}
      {...events}
      {...props}
    >
      <p id="content">content</p>
    </Audit>
  );
  return { events, view };
}

const withEntry = (entry: Partial<AuditView['entry']>): AuditView => ({
  ...VIEW,
  entry: { ...ENTRY, ...entry },
});

const withCoverage = (coverage: Partial<AuditView['summary']['coverage']>): AuditView => ({
  ...VIEW,
  summary: { ...VIEW.summary, coverage: { ...VIEW.summary.coverage, ...coverage } },
});

describe('the panel', () => {
  it('says what to do first: where no store is, no audit, nothing seen', async () => {
    const { textOf } = await shown(frame({ store: undefined, view: undefined }).view);
    expect(textOf('.empty')).toContain('Open a store’s product list in the seller centre');
    const none = frame({ view: undefined });
    const { click, all } = await shown(none.view);
    expect(all('.empty li')).toHaveLength(3);
    click('.empty [data-do="start"]');
    expect(none.events.onStart).toHaveBeenCalledOnce();
    const nothing = withCoverage({ products: 0, pagesSeen: [] });
    const empty = { ...nothing, summary: { ...nothing.summary, findings: 0 } };
    const { page } = await shown(frame({ view: empty }).view);
    expect(page.querySelector('#content')).toBeNull();
    expect(page.querySelector<HTMLAnchorElement>('.empty a')?.href).toContain('channelId=2260417');
  });

  it('shows all stores also where none is open', async () => {
    const { textOf } = await shown(frame({ store: undefined, view: undefined, tab: 'stores' }).view);
    expect(textOf('#content')).toBe('content');
  });

  it('ends an audit that collects; one that has ended is gone on with, or followed by a new one', async () => {
    const running = frame();
    const first = await shown(running.view);
    expect(first.textOf('.state')).toMatch(/^Collecting since Nov 22, 2026/);
    first.click('[data-do="end"]');
    expect(running.events.onEnd).toHaveBeenCalledWith(true);
    const over = frame({ view: withEntry({ endedAt: '2026-11-22T10:00:00.000Z' }) });
    const second = await shown(over.view);
    expect(second.textOf('.state')).toMatch(/^Ended Nov 22, 2026/);
    second.click('[data-do="go-on"]');
    expect(over.events.onEnd).toHaveBeenCalledWith(false);
    second.click('[data-do="start"]');
    expect(over.events.onStart).toHaveBeenCalledOnce();
  });

  it('says that there was no room for what was seen last', async () => {
    const { textOf } = await shown(frame({ view: withEntry({ fault: 'storage-full' }) }).view);
    expect(textOf('.audit-head [role="alert"]')).toContain('no room');
  });

  it('leads to a tab with the audit that it shows', async () => {
    const received = frame({ view: withEntry({ id: 'theirs', isReceived: true }) });
    const { page } = await shown(received.view);
    const { search } = new URL(page.querySelector<HTMLAnchorElement>('.in-tab')?.href ?? '');
    expect(search).toBe('?channelId=2260417&audit=theirs');
  });

  it('only reads what was received', async () => {
    const { all, textOf } = await shown(frame({ view: withEntry({ isReceived: true }) }).view);
    expect(all('[data-do]')).toEqual([]);
    expect(textOf('.state')).toContain('Received, read only');
  });

  it.each<[Partial<AuditView['summary']['coverage']>, string]>([
    [{}, '3 of 12 pages; 60 of 240 products.'],
    [
      { pages: null, total: null },
      '3 pages of an unknown number; 60 products; the list does not say how many products it has.',
    ],
    [
      { pagesSeen: [], pagesMissing: [], pages: null, products: 200 },
      'Pages not known; 200 of 240 products.',
    ],
    [{ pagesSeen: [], pagesMissing: [], pages: null, products: 0, total: null }, 'No page seen yet.'],
    [
      { notSeen: [], notSeenSince: '2026-05-12T08:00:00.000Z' },
      '3 of 12 pages; 60 of 240 products; 0 known products not seen since May 12, 2026.',
    ],
    [
      { pagesPartly: [4, 5, 7], unread: 6 },
      '6 of 12 pages; 60 of 240 products; seen only in part: page 4-5, 7; rows in doubt: 6.',
    ],
    [{ pages: 3, isWhole: true, products: 60, total: 60 }, 'All 3 pages and 60 products seen.'],
    [{ pages: 3, isWhole: false, products: 60, total: 60 }, '3 of 3 pages; 60 of 60 products.'],
  ])('says how much was seen: %j', async (coverage, text) => {
    const { textOf } = await shown(frame({ view: withCoverage(coverage) }).view);
    expect(textOf('.coverage')).toBe(text);
  });

  it('warns when the page in front is another store’s, and leads there', async () => {
    const other = { channelId: '2260583', name: '晨屿', colour: null, lastSeen: '' };
    const { events, view } = frame({ otherStore: other });
    const { textOf, click } = await shown(view);
    expect(textOf('[role="alert"]')).toContain('晨屿 (2260583)');
    click('.wrong-store button');
    expect(events.onStore).toHaveBeenCalledWith('2260583');
  });

  it('exports in five formats, shows how far it is, and can be stopped', async () => {
    const idle = frame();
    const { all } = await shown(idle.view);
    const formats = all('[data-format]').map(({ dataset }) => dataset.format);
    expect(formats).toEqual(['xlsx', 'csv', 'json', 'ndjson', 'html']);
    all('[data-format="csv"]')[0]?.click();
    expect(idle.events.onExport).toHaveBeenCalledWith('csv');
    const making = frame({ exporting: { kind: 'making', format: 'csv', done: 40, total: 1000 } });
    const second = await shown(making.view);
    expect(second.page.querySelector('progress')?.value).toBe(40);
    second.all('[data-format="xlsx"]')[0]?.click();
    expect(making.events.onExport).not.toHaveBeenCalled();
    second.click('[data-do="cancel-export"]');
    expect(making.events.onCancelExport).toHaveBeenCalledOnce();
    const last = frame({ exporting: { kind: 'making', format: 'csv', done: 1000, total: 1000 } });
    const third = await shown(last.view);
    third.click('[data-do="cancel-export"]');
    expect(last.events.onCancelExport).not.toHaveBeenCalled();
  });

  it.each<[ExportState, string]>([
    [{ kind: 'saved', name: 'audit.csv', isTooLarge: false }, 'Saved: audit.csv'],
    [
      { kind: 'saved', name: 'audit.json', isTooLarge: true },
      'Saved: audit.json. It is larger than 500 MB, more than ManagedLens opens again: send the audit as XLSX or HTML instead.',
    ],
    [{ kind: 'cancelled' }, 'Cancelled: no file was saved.'],
    [{ kind: 'failed', fault: 'no room' }, 'Not saved: no room'],
  ])('says what came of an export: %j', async (exporting, text) => {
    const { textOf } = await shown(frame({ exporting }).view);
    expect(textOf('.export-line [role="status"]')).toBe(text);
  });
});
