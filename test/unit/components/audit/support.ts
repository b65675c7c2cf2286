import { type ComponentChildren, render } from 'preact';
import type {
  AuditEntry,
  AuditView,
  FindingCardView,
  FindingRow,
  FindingsAsked,
  StoresView,
} from '../../../../utils/audit/desk.ts';
import type { AuditFigures } from '../../../../utils/audit/stores.ts';
import { translator } from '../../../../utils/i18n/translate.ts';

export const t = translator('en');
export const chinese = translator('zh_CN');

export const ENTRY: AuditEntry = {
  id: 'audit-2',
  channelId: '2260417',
  name: 'Lumora',
  startedAt: '2026-11-22T08:00:00.000Z',
  endedAt: null,
  products: 60,
  isReceived: false,
  fault: null,
};

export const EARLIER: AuditEntry = {
  ...ENTRY,
  id: 'audit-1',
  startedAt: '2026-10-20T08:00:00.000Z',
  endedAt: '2026-10-20T10:00:00.000Z',
  products: 55,
};

export const COVERAGE: AuditView['summary']['coverage'] = {
  pagesSeen: [1, 2, 3],
  pagesPartly: [],
  pagesMissing: [4, 5, 6, 7, 8, 9, 10, 11, 12],
  pages: 12,
  products: 60,
  total: 240,
  unread: 0,
  notSeen: [],
  notSeenSince: null,
  isWhole: false,
};

export const VIEW: AuditView = {
  entry: ENTRY,
  summary: {
    coverage: COVERAGE,
    findings: 1000,
    bySeverity: { critical: 10, high: 90, medium: 0, open: 900 },
    byState: { open: 990, muted: 7, done: 2, again: 1 },
    productsClean: 5,
    productsFailed: 15,
    productsOpen: 40,
    rules: [
      { rule: 'label.ce', chip: 'labels', severity: 'high', count: 90 },
      { rule: null, chip: 'reach', severity: 'open', count: 900 },
    ],
  },
  ruleTexts: { 'label.ce': 'CE mark', reach: 'Reach: No rule of the pack decides this' },
  choices: {
    rule: [{ id: 'label.ce', text: 'CE mark', count: 90 }],
    programme: [{ id: 'semi', text: 'semi-managed', count: 12 }],
    country: [{ id: 'DE', text: 'Germany', count: 40 }],
    group: [],
  },
  others: [EARLIER],
};

export const row = (number: number, values: Partial<FindingRow> = {}): FindingRow => ({
  id: `label.ce/${number}`,
  severity: 'high',
  severityText: 'High',
  says: 'CE mark',
  title: `Toy ${number}`,
  productId: String(1_005_006_000_000_000 + number),
  page: 7,
  position: 12,
  programme: '',
  countries: ['DE'],
  state: 'open',
  hasNote: false,
  seenAt: '2026-11-22T08:05:00.000Z',
  ...values,
});

export const CARD: FindingCardView = {
  ...row(0),
  rule: 'label.ce',
  verdict: 'fail',
  confidence: 'Single source',
  evidence: [{ quote: '玩具需有CE标志', lang: 'zh-CN', origin: 'Article 3, 2026-10-01, line 12' }],
  values: [{ name: 'Category', value: 'Toys', origin: 'products.csv · 22 Nov 2026' }],
  missing: [{ name: 'Marks', where: 'Publish page, compliance' }],
  packVersion: '2026.11.22',
  groups: ['EU27'],
  countryNames: ['Germany'],
  mute: null,
  note: null,
  done: null,
};

export const ASKED: FindingsAsked = { filter: {}, sort: 'worst', descending: false };

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
  return { channelId, latest: figures(channelId, 8), counted: figures(channelId, 8), series, isReceived };
};

/** Two own stores, and one that was received. */
export const STORES: StoresView = {
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

/** The stores that the person gave a name; one of the audited has none. */
export const KNOWN = [
  { channelId: '2260417', name: 'Lumora', colour: null, lastSeen: '' },
  { channelId: '1', name: 'Kite', colour: 'green' as const, lastSeen: '' },
];

/** A page that has a height: what can be seen depends on it. */
export function pageOfHeight(height: number): HTMLElement {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => height });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 360 });
  const page = document.createElement('main');
  document.body.replaceChildren(page);
  return page;
}

/** Lets what was set be drawn. */
export const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A view as it is drawn, and what a person does with it. */
export async function shown(view: ComponentChildren) {
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
