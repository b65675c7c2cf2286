// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { Audit } from '../../../../components/audit/Audit.tsx';
import type { ExportState } from '../../../../components/audit/ExportMenu.tsx';
import { History } from '../../../../components/audit/History.tsx';
import { Matrix } from '../../../../components/audit/Matrix.tsx';
import { Stores } from '../../../../components/audit/Stores.tsx';
import { Summary } from '../../../../components/audit/Summary.tsx';
import type { AuditView, ChangeRow, StoresView } from '../../../../utils/audit/desk.ts';
import type { AuditFigures } from '../../../../utils/audit/stores.ts';
import type { Overview } from '../../../../utils/messaging/protocol.ts';
import { chinese, drawn, EARLIER, ENTRY, row, t, VIEW } from './support.ts';

async function shown(view: ComponentChildren) {
  const page = document.createElement('main');
  document.body.replaceChildren(page);
  render(view, page);
  await drawn();
  return {
    page,
    all: (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)],
    textOf: (selector: string) => page.querySelector(selector)?.textContent ?? '',
    click: (selector: string) => page.querySelector<HTMLElement>(selector)?.click(),
  };
}

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

  it('only reads what was received', async () => {
    const { all, textOf } = await shown(frame({ view: withEntry({ isReceived: true }) }).view);
    expect(all('[data-do]')).toEqual([]);
    expect(textOf('.state')).toContain('Received, read only');
  });

  it.each<[Partial<AuditView['summary']['coverage']>, string]>([
    [{}, '3 of 12 pages; 60 of 240 products.'],
    [{ pages: null, total: null }, '3 pages of an unknown number; 60 products.'],
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
  });

  it.each<[ExportState, string]>([
    [{ kind: 'saved', name: 'audit.csv' }, 'Saved: audit.csv'],
    [{ kind: 'cancelled' }, 'Cancelled: no file was saved.'],
    [{ kind: 'failed', fault: 'no room' }, 'Not saved: no room'],
  ])('says what came of an export: %j', async (exporting, text) => {
    const { textOf } = await shown(frame({ exporting }).view);
    expect(textOf('.export-line [role="status"]')).toBe(text);
  });
});

describe('the matrix', () => {
  const MATRIX = {
    labels: [{ id: 'label.ce', text: 'CE mark' }],
    countries: [
      { id: 'DE', name: 'Germany' },
      { id: 'ES', name: 'Spain' },
      { id: 'FR', name: 'France' },
    ],
    cells: [[{ pass: 18, fail: 8, unknown: 2 }, null, { pass: 4, fail: 0, unknown: 0 }]],
    notCovered: [{ id: 'BR', name: 'Brazil', count: 3 }],
  };

  it('is a table whose counts have words beside their colours', async () => {
    const { all, textOf } = await shown(<Matrix t={t} matrix={MATRIX} onFindings={vi.fn()} />);
    expect(all('thead th').map(({ textContent }) => textContent)).toEqual([
      'Label',
      'DE Germany',
      'ES Spain',
      'FR France',
    ]);
    expect(all('tbody td').map(({ textContent }) => textContent)).toEqual([
      'Missing 8To be found out 2Complete 18',
      '–not asked for',
      'Complete 4',
    ]);
    expect(textOf('[data-part="not-covered"]')).toContain('Brazil (3)');
  });

  it('leads to the findings of a cell or a label, where there are any', async () => {
    const onFindings = vi.fn();
    const { all, click } = await shown(<Matrix t={t} matrix={MATRIX} onFindings={onFindings} />);
    click('td button');
    expect(onFindings).toHaveBeenLastCalledWith('label.ce', 'DE');
    click('th button');
    expect(onFindings).toHaveBeenLastCalledWith('label.ce', null);
    expect(all('td button')).toHaveLength(1);
  });

  it('says why it is empty', async () => {
    const empty = { labels: [], countries: [], cells: [], notCovered: [] };
    const { textOf } = await shown(<Matrix t={chinese} matrix={empty} onFindings={vi.fn()} />);
    expect(textOf('.empty')).toContain('目前没有需要的标签');
  });
});

describe('the summary', () => {
  it('shows the figures, and never looks whole where it is not', async () => {
    const onFilter = vi.fn();
    const { all, textOf, click } = await shown(<Summary t={t} view={VIEW} onFilter={onFilter} />);
    expect(all('.bars button').map(({ textContent }) => textContent)).toEqual([
      ' Critical10',
      ' High90',
      ' Medium0',
      ' To find out900',
    ]);
    expect(all('.track > span').map(({ style }) => Number.parseFloat(style.width))).toEqual(
      [(100 * 10) / 900, 10, 0, 100].map((width) => expect.closeTo(width, 1)),
    );
    expect(textOf('.seen')).toContain('Not seen in full');
    expect(textOf('.seen + .hint')).toBe('Pages not seen: 4-12');
    expect(textOf('.figures')).toContain('Muted7');
    click('.worst button');
    expect(onFilter).toHaveBeenLastCalledWith({ rule: 'label.ce', severity: 'high' });
    click('.bars button');
    expect(onFilter).toHaveBeenLastCalledWith({ severity: 'critical' });
  });
});

describe('the history', () => {
  const events = () => ({
    onOpen: vi.fn(),
    onDelete: vi.fn(),
    onCompare: vi.fn(),
    onKind: vi.fn(),
    onMore: vi.fn(),
  });

  const change: ChangeRow = {
    ...row(1),
    kind: 'changed',
    causes: ['fact'],
    what: ['Verdict: Needs input → Fail'],
    why: ['Marks: not known → none · products.csv · Nov 22'],
  };

  const compared = {
    view: { before: EARLIER, counts: { new: 3, gone: 2, changed: 1, 'not-seen': 47 } },
    kind: null,
    count: 53,
    lines: [change],
  };

  it('says what changed and why, by kind', async () => {
    const heard = events();
    const { all, textOf, click } = await shown(
      <History t={t} view={VIEW} before="audit-1" compared={compared} {...heard} />,
    );
    expect(all('.kinds button').map(({ textContent }) => textContent)).toEqual([
      '3 New',
      '1 Changed',
      '2 Gone',
      '47 Not seen',
    ]);
    expect(textOf('.changes')).toContain('Verdict: Needs input → Fail');
    expect(textOf('.changes')).toContain('Marks: not known → none · products.csv');
    click('.kinds [data-kind="not-seen"]');
    expect(heard.onKind).toHaveBeenCalledWith('not-seen');
    const more = all('section > button')[0];
    expect(more?.textContent).toBe('52 more');
    more?.click();
    expect(heard.onMore).toHaveBeenCalledOnce();
  });

  it('says that there is nothing to compare with yet', async () => {
    const view = { ...VIEW, others: [] };
    const { textOf, all } = await shown(
      <History t={t} view={view} before={null} compared={undefined} {...events()} />,
    );
    expect(textOf('.hint')).toContain('no earlier audit');
    expect(all('select')).toEqual([]);
  });

  it('opens another audit, and deletes one only after asking twice', async () => {
    const heard = events();
    const { click } = await shown(
      <History t={t} view={VIEW} before="audit-1" compared={compared} {...heard} />,
    );
    click('[data-audit="audit-1"] [data-do="open"]');
    expect(heard.onOpen).toHaveBeenCalledWith('audit-1');
    for (const press of ['delete', 'ask']) {
      click(`[data-audit="audit-1"] [data-do="${press}"]`);
      await drawn();
      expect(heard.onDelete).not.toHaveBeenCalled();
    }
    click('[data-audit="audit-1"] [data-do="confirm"]');
    expect(heard.onDelete).toHaveBeenCalledWith('audit-1');
  });
});

describe('the stores', () => {
  const figures = (channelId: string, high: number, startedAt = ENTRY.startedAt): AuditFigures => ({
    id: `${channelId}/${startedAt}`,
    channelId,
    name: channelId === '9' ? 'Sent store' : 'A store',
    startedAt,
    endedAt: startedAt,
    packVersion: '2026.11.22',
    products: 60,
    bySeverity: { critical: 0, high, medium: 0, open: 100 },
    rules: [],
  });

  const trend = (channelId: string, isReceived: boolean): StoresView['stores'][number] => {
    const series = [figures(channelId, 12, EARLIER.startedAt), figures(channelId, 8)];
    return { channelId, latest: figures(channelId, 8), series, isReceived };
  };

  const STORES: StoresView = {
    stores: [trend('1', false), trend('2', false), trend('9', true)],
    shared: [
      {
        rule: 'label.ce',
        chip: 'labels',
        severity: 'high',
        stores: { 1: 5, 2: 3 },
        count: 8,
        text: 'CE mark',
      },
      { rule: 'label.x', chip: 'labels', severity: 'high', stores: { 1: 5 }, count: 5, text: 'Of one store' },
    ],
  };

  const KNOWN = [{ channelId: '1', name: 'Lumora', colour: 'green' as const, lastSeen: '' }];

  it('shows each with its counts and trend, and what was received apart', async () => {
    const onOpen = vi.fn();
    const { all, textOf, click } = await shown(
      <Stores t={t} known={KNOWN} stores={STORES} problem={undefined} onOpen={onOpen} onFiles={vi.fn()} />,
    );
    expect(all('.store-list').map((list) => list.children.length)).toEqual([2, 1]);
    expect(textOf('[data-store="1"]')).toContain('Lumora (1)');
    expect(textOf('[data-store="1"]')).toContain('High: 8');
    expect(textOf('[data-store="1"] .trend')).toBe('12 → 8 since Oct 20, 2026');
    expect(textOf('[data-received="true"]')).toContain('Sent store (9)');
    expect(textOf('[data-received="true"]')).toContain('Received');
    click('[data-store="1"] .open-store');
    expect(onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`);
  });

  it('shows what several stores share, and leads to each one’s', async () => {
    const onOpen = vi.fn();
    const { all, textOf, click } = await shown(
      <Stores t={t} known={KNOWN} stores={STORES} problem={undefined} onOpen={onOpen} onFiles={vi.fn()} />,
    );
    expect(all('.shared > li')).toHaveLength(1);
    expect(textOf('.shared summary')).toContain('2 stores, 8 findings');
    click('.shared li li button');
    expect(onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`, 'label.ce');
  });

  it('says why a file could not be opened', async () => {
    const { textOf } = await shown(
      <Stores t={t} known={[]} stores={STORES} problem="It is empty." onOpen={vi.fn()} onFiles={vi.fn()} />,
    );
    expect(textOf('[role="alert"]')).toBe('It is empty.');
  });
});
