import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { withLabelled, withListed } from '../../../utils/facts/read.ts';
import { pack } from '../rules/support.ts';

const AT = '2026-11-22T08:00:00.000Z';

const kept = (page: Parameters<typeof withLabelled>[1], fact: string, text: string) =>
  withLabelled({}, page, 'store', [{ fact, text }], pack.siteMap, AT)[fact]?.[0];

describe('a reading of a page', () => {
  it('is kept as the page shows it, with page and time', () => {
    expect(kept('assessment', 'store.positiveRatingPct', '96.50%')).toEqual({
      value: { shown: '96.50' },
      text: '96.50%',
      at: AT,
      origin: { kind: 'read', page: 'assessment' },
    });
  });

  it.each([
    ['home', 'store.gmv90dUsd', 'USD 186,240.55', { shown: '186240.55' }],
    ['home', 'store.gmv90dUsd', 'USD 5.0万', { shown: '50000', place: '1000' }],
    ['home', 'store.gmv90dUsd', '$ 50,000', { shown: '50000' }],
    ['home', 'store.ordersPerDay', '1,142', { shown: '1142' }],
    ['home', 'store.ordersPerDay', '38.5', { shown: '38.5' }],
    ['merge-monitor', 'pool.gmv', 'CNY 5.2万', { shown: '52000', place: '1000' }],
    ['merge-monitor', 'pool.currency', 'CNY 5.2万', 'CNY'],
    ['merge-apply', 'store.fullManagedStores', '2 个', 2],
    ['merge-apply', 'store.largestCategorySkus', '1,286', 1286],
    ['full-centre', 'store.registeredIn', '中国大陆企业', 'CN'],
    ['full-centre', 'store.registeredIn', '中国大陆个体工商户', 'CN'],
    ['full-centre', 'store.fullApproved', '已开通', true],
    ['store-exit', 'store.openOrders', '3', 3],
    ['store-exit', 'store.openDisputes', '0', 0],
    ['store-exit', 'store.hasUnpaidDebts', 'CNY 0.00', false],
    ['store-exit', 'store.hasUnpaidDebts', 'CNY 0.01', true],
    ['store-exit', 'store.hasUnpaidDebts', 'CNY 1,260.00', true],
    ['store-exit', 'store.hasUnpaidDebts', 'CNY 10.00', true],
    ['store-exit', 'store.stockCleared', '0', true],
    ['store-exit', 'store.stockCleared', '12,408', false],
    ['store-exit', 'store.stockCleared', '1.8万', false],
    ['store-exit', 'store.stockCleared', '10', false],
    ['deposit', 'store.depositRefundable', '可退还', true],
    ['deposit', 'store.depositRefundable', '冻结中', false],
    ['deposit', 'store.depositRefundable', '不可退还', false],
    ['semi-join', 'store.jitExamPassed', '已完成', true],
    ['semi-join', 'store.jitExamPassed', '未完成', false],
    ['semi-join', 'store.jitExamPassed', '进行中', false],
  ] as const)('on %s of %s as %s states %j', (page, fact, text, value) => {
    expect(kept(page, fact, text)?.value).toEqual(value);
  });

  it.each([
    ['assessment', 'store.positiveRatingPct', '101%'],
    ['assessment', 'store.positiveRatingPct', '--'],
    ['assessment', 'store.positiveRatingPct', '98.12'],
    ['assessment', 'store.disputeRatePct', '0.3%'],
    ['home', 'store.gmv90dUsd', 'EUR 50,000'],
    ['home', 'store.gmv90dUsd', '约 5万'],
    ['full-centre', 'store.registeredIn', '中国香港企业'],
    ['full-centre', 'store.fullApproved', '未开通'],
    ['store-exit', 'store.hasUnpaidDebts', 'CNY 0'],
    ['store-exit', 'store.stockCleared', '0.0万'],
    ['store-exit', 'store.openOrders', '1.2万'],
    ['store-exit', 'store.depositRefundable', '审核中'],
    ['home', 'store.openDisputes', '0'],
    ['semi-join', 'store.jitExamPassed', '不需要'],
    ['orders', 'store.ordersPerDay', '12'],
    ['home', '__proto__', '12'],
  ] as const)('on %s of %s as %s states nothing', (page, fact, text) => {
    expect(kept(page, fact, text)).toBeUndefined();
  });

  it('leaves what was known where it states nothing, and other facts as they are', () => {
    const before = withLabelled(
      {},
      'home',
      'store',
      [{ fact: 'store.ordersPerDay', text: '12' }],
      pack.siteMap,
      AT,
    );
    const after = withLabelled(
      before,
      'home',
      'store',
      [{ fact: 'store.ordersPerDay', text: '--' }],
      pack.siteMap,
      '2026-11-23T08:00:00.000Z',
    );
    expect(after).toEqual(before);
  });
});

describe('an amount of a pool', () => {
  const AMOUNT = 'pool.crossStoreAmount';
  const learnt = (before: KeptFacts, ...readings: [fact: string, text: string][]) =>
    withLabelled(
      before,
      'merge-monitor',
      'store',
      readings.map(([fact, text]) => ({ fact, text })),
      pack.siteMap,
      AT,
    )[AMOUNT]?.[0]?.value;
  const typed: KeptFacts = {
    'pool.currency': [{ value: 'CNY', text: 'CNY', at: AT, origin: { kind: 'typed' } }],
  };

  it('is in the pool’s currency, which its GMV names', () => {
    expect(learnt({}, [AMOUNT, 'USD 12,000'], ['pool.currency', 'USD 5.2万'])).toEqual({ shown: '12000' });
    expect(learnt(typed, [AMOUNT, 'USD 12,000'], ['pool.currency', 'USD 5.2万'])).toEqual({ shown: '12000' });
    expect(learnt(typed, [AMOUNT, 'CNY 1.2万'])).toEqual({ shown: '12000', place: '1000' });
  });

  it('is not the pool’s in another', () => {
    expect(learnt({}, [AMOUNT, 'CNY 12,000'], ['pool.currency', 'USD 5.2万'])).toBeUndefined();
    expect(learnt(typed, [AMOUNT, 'USD 12,000'])).toBeUndefined();
    expect(learnt({}, [AMOUNT, 'CNY 12,000'])).toBeUndefined();
  });
});

describe('a row of a list', () => {
  const programme = (text: string) =>
    withListed(
      {},
      'product-rank',
      'products',
      { key: '1005006123456789', values: { 'product.programme': text } },
      pack.siteMap,
      AT,
    )['product.programme']?.[0]?.value;

  it('says whether its product has joined semi-managed, or could', () => {
    expect(programme('已加入半托管')).toBe('semi');
    expect(programme('可加入半托管')).toBe('pop');
    expect(programme('半托管')).toBeUndefined();
  });

  it('of a list that the site map does not have says nothing, whatever that is called', () => {
    const entry = { key: '1005006123456789', values: {} };
    for (const list of ['unheardOf', 'constructor', 'toString'])
      expect(withListed({}, 'product-rank', list, entry, pack.siteMap, AT)).toEqual({});
  });
});
