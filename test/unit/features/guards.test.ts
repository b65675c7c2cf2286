import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { guardViews } from '../../../utils/features/guards.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, pack, storeWith } from './support.ts';

const guards = (page: Parameters<typeof guardViews>[1], language: 'en' | 'zh_CN' = 'en') =>
  guardViews(subjectOf(pack, storeWith({}), undefined, AT), page, translator(language));

describe('a guard', () => {
  it('says what can’t be undone, with its source, in both languages', () => {
    const [english] = guards('semi-join');
    expect(english).toMatchObject({ title: "This can't be undone", settle: [] });
    expect(english?.rules).toMatchObject([
      {
        id: 'semi.irreversible-jit-warehouse',
        verdict: 'caution',
        evidence: [
          { quote: expect.stringContaining('选择后无法变更'), origin: expect.stringContaining('line 41') },
        ],
      },
    ]);
    expect(guards('semi-join', 'zh_CN')[0]?.title).toBe('此操作不可撤销');
  });

  it('of the store exit names what has to be settled first', () => {
    const [exit] = guards('store-exit');
    expect(exit?.rules.map(({ id }) => id)).toEqual([
      'exit.irreversible-closed',
      'exit.irreversible-partners',
    ]);
    expect(exit?.settle.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['exit.stock-cleared', 'unknown'],
      ['deposit.no-debts', 'unknown'],
      ['deposit.no-disputes', 'unknown'],
      ['deposit.no-open-orders', 'unknown'],
      ['deposit.refundable', 'unknown'],
    ]);
  });

  it('says of each what was seen of it, where and when, and of what was not where it is found', () => {
    const read = (value: unknown): KeptFacts[string] => [
      { value, text: String(value), at: AT, origin: { kind: 'read', page: 'store-exit' } },
    ];
    const store = {
      ...storeWith({}),
      facts: {
        'store.stockCleared': read(false),
        'store.hasUnpaidDebts': read(false),
        'store.openDisputes': read(0),
        'store.openOrders': read(3),
      },
    };
    const [exit] = guardViews(subjectOf(pack, store, undefined, AT), 'store-exit', translator('en'));
    const seenOnPage = expect.stringMatching(/^read on the store exit page on /);
    expect(exit?.settle).toMatchObject([
      {
        id: 'exit.stock-cleared',
        verdict: 'fail',
        value: 'Stock sold out or dealt with: No',
        notes: [seenOnPage],
      },
      { id: 'deposit.no-open-orders', verdict: 'fail', value: 'Open orders: 3', notes: [seenOnPage] },
      { id: 'deposit.refundable', verdict: 'unknown', notes: [expect.stringMatching(/deposit/)] },
      { id: 'deposit.no-debts', verdict: 'pass', value: 'Unpaid debts: No', notes: [seenOnPage] },
      { id: 'deposit.no-disputes', verdict: 'pass', value: 'Open disputes: 0', notes: [seenOnPage] },
    ]);
  });

  it('stands on no page but those of such steps, and shows rules that there are', () => {
    expect(guards('home')).toEqual([]);
    expect(guards('product-list')).toEqual([]);
    for (const { guards: all = [] } of Object.values(pack.siteMap.pages)) {
      for (const { rules } of all) {
        expect(rules.map((id) => pack.rules.find((rule) => rule.id === id)?.kind)).toEqual(
          rules.map(() => 'irreversible'),
        );
      }
    }
  });
});
