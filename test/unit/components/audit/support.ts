import type {
  AuditEntry,
  AuditView,
  FindingCardView,
  FindingRow,
  FindingsAsked,
} from '../../../../utils/audit/desk.ts';
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
