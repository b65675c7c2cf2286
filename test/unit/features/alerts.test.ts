import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../utils/alerts/alert.ts';
import { alertsOfHealth, alertsOfPack, alertsOfProduct } from '../../../utils/alerts/others.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { alertView, notificationText } from '../../../utils/features/alerts.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { alertsOf, noon } from '../alerts/support.ts';
import { AT, pack, storeWith } from './support.ts';

const store = {
  ...storeWith({
    'dates.tokenIssued': '2026-09-01',
    'dates.fullApplied': '2026-11-02',
    'dates.exitSubmitted': '2026-11-02',
    'pool.month': '2026-11',
    'pool.returnRatePct': '18',
    'store.gmv90dUsd': '51000',
  }),
  pools: { P1: { destinations: ['DE'], epr: [], appliedAt: null, at: AT } },
};

const product = {
  ...newProduct('1005000000000001'),
  facts: {
    'product.expiries': [
      { value: [{ what: 'CE 1', on: '2026-12-05' }], text: '', at: AT, origin: { kind: 'typed' as const } },
    ],
  },
};

/** One of every kind. */
const ALERTS: Alert[] = [
  ...alertsOf(store, '2026-11-30'),
  ...alertsOf({ ...store, facts: { 'pool.month': store.facts['pool.month'] ?? [] } }, '2026-12-08'),
  ...alertsOfProduct('21900', product, noon('2026-11-30')),
  ...alertsOfHealth([
    {
      page: 'home',
      address: '',
      findings: [{ field: 'store.fulfilmentRatePct', state: 'lost', by: null, seen: '2026-05-31' }],
      layout: { tables: 0, rows: 0, headers: [] },
      at: AT,
      packVersion: '1',
      dismissed: null,
    },
  ]),
  ...alertsOfPack(pack, noon('2027-03-01')),
];

const viewOf = (
  kind: Alert['kind'],
  language: 'en' | 'zh_CN',
  isOf: (alert: Alert) => boolean = () => true,
) => {
  const alert = ALERTS.find((entry) => entry.kind === kind && isOf(entry));
  if (!alert) throw new Error(`There is no alert of ${kind}`);
  return alertView(alert, pack, translator(language));
};

describe('an alert in words', () => {
  it('is there for every kind, whole in both languages', () => {
    expect(new Set(ALERTS.map(({ kind }) => kind)).size).toBe(8);
    for (const alert of ALERTS) {
      for (const language of ['en', 'zh_CN'] as const) {
        const { word, title, line, todo } = alertView(alert, pack, translator(language));
        for (const text of [word, title, line, todo]) expect(text, alert.id).toMatch(/^(?!.*\$\d).+$/);
      }
    }
  });

  it('says of a rate its value, the rule’s own sentence, whose measure “near” is, and its age', () => {
    const isGmv = (alert: Alert): boolean => alert.kind === 'bar' && alert.fact === 'store.gmv90dUsd';
    const { line, verdict, place } = viewOf('bar', 'en', isGmv);
    expect(line).toBe(
      '51000 USD · Full-managed GMV of the last 90 days is at least USD 50,000 · ' +
        'within 5000 of its bar, ManagedLens’s own measure of “near”: no source gives one',
    );
    expect([verdict, place]).toEqual(['caution', 'checklist']);
    const [aged] = alertsOf(store, '2026-12-01').filter(isGmv);
    expect(aged && alertView(aged, pack, translator('en')).line).toContain('last seen 8 days ago');
  });

  it('says of a review that is counted without the holidays of its year that it is', () => {
    const lineOf = (began: string, day: string): string[] =>
      alertsOf(storeWith({ 'dates.fullApplied': began }), day).map(
        (alert) => alertView(alert, pack, translator('en')).line,
      );
    const rough = 'Counted Monday to Friday: the public holidays of the year are not known yet.';
    expect(lineOf('2027-02-03', '2027-02-15')).toEqual([
      `began 2027-02-03 · due by 2027-02-10 or 2027-02-12, as the sources say · ${rough}`,
    ]);
    expect(lineOf('2026-11-02', '2027-02-15').join()).not.toContain(rough);
  });

  it('leads to where it is dealt with: the pool’s to the monitor, steps to the checklist, certificates to the import', () => {
    const isReturns = (alert: Alert): boolean => alert.kind === 'bar' && alert.fact === 'pool.returnRatePct';
    expect(viewOf('bar', 'en', isReturns).place).toBe('monitor');
    expect(viewOf('token', 'en').place).toBe('monitor');
    expect(viewOf('review', 'en').place).toBe('checklist');
    expect(viewOf('certificate', 'en').place).toBe('import');
    expect(viewOf('health', 'en').place).toBeNull();
  });

  it('names both days of a review, and says “about” only where the source does', () => {
    const isFull = (alert: Alert): boolean => alert.kind === 'review' && alert.wait === 'full';
    const isExit = (alert: Alert): boolean => alert.kind === 'review' && alert.wait === 'exit';
    expect(viewOf('review', 'en', isFull).line).toContain('due by 2026-11-09 or 2026-11-11');
    expect(viewOf('review', 'en', isExit).line).toContain('about 2026-11-05');
  });
});

describe('a notification', () => {
  const t = translator('en');
  const nameOf = (channelId: string): string => `Store ${channelId}`;

  it('says of one its kind and store', () => {
    const token = ALERTS.filter(({ kind }) => kind === 'token').slice(0, 1);
    expect(notificationText(token, nameOf, t)).toBe('Store 21900: a token ends');
  });

  it('says of several how many, and holds nothing else of a shop', () => {
    expect(notificationText(ALERTS, nameOf, t)).toBe(`Store 21900: ${ALERTS.length} new alerts`);
  });

  it('names no store where it is about none', () => {
    const old = ALERTS.filter(({ kind }) => kind === 'pack');
    expect(notificationText(old, nameOf, t)).toBe('The rules are old');
  });
});
