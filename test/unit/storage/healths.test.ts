import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageHealth } from '../../../utils/site/health.ts';
import { Healths } from '../../../utils/storage/healths.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { resetStorage } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const AT = '2026-11-22T08:00:00.000Z';

const health = (page: PageHealth['page'], state: 'found' | 'lost'): PageHealth => ({
  page,
  address: 'csp.aliexpress.com/m_apps/x',
  findings: [{ field: 'price', state, by: state === 'found' ? 'pattern 1' : null, seen: '2026-05-31' }],
  layout: { tables: 1, rows: 2, headers: ['商品'] },
});

let records: Records;
let healths: Healths;

beforeEach(() => {
  resetStorage();
  records = localRecords();
  healths = new Healths(records);
});

describe('the health of pages', () => {
  it('is kept by kind, the last of each', async () => {
    await healths.keep(health('product-list', 'lost'), AT, '1');
    await healths.keep(health('home', 'found'), AT, '1');
    await healths.keep(health('product-list', 'found'), AT, '2');
    const kept = (await healths.all()).map(({ page, packVersion, findings }) => [
      page,
      packVersion,
      findings[0]?.state,
    ]);
    expect(kept.sort()).toEqual([
      ['home', '1', 'found'],
      ['product-list', '2', 'found'],
    ]);
  });

  it('remembers which loss was dismissed, also over the next look', async () => {
    const dismissed = async (page: PageHealth['page']) =>
      (await healths.keep(health(page, 'lost'), AT, '1')).dismissed;
    expect(await dismissed('home')).toBeNull();
    await healths.dismiss('home', '1 price');
    expect(await dismissed('home')).toBe('1 price');
    expect(await dismissed('product-list')).toBeNull();
  });

  it('says whether another loss is there than before', async () => {
    const isOther = async (state: 'found' | 'lost') =>
      (await healths.keep(health('home', state), AT, '1')).isOther;
    expect([
      await isOther('found'),
      await isOther('lost'),
      await isOther('lost'),
      await isOther('found'),
    ]).toEqual([false, true, false, true]);
  });

  it('that can’t be read counts as not seen', async () => {
    await records.update('health:home', () => ({ page: 'home', findings: 'gone' }));
    expect(await healths.all()).toEqual([]);
    await healths.keep(health('home', 'lost'), AT, '1');
    expect(await healths.all()).toHaveLength(1);
  });

  it('of a page never seen is not made by a dismissal', async () => {
    await healths.dismiss('home', '1 price');
    expect(await healths.all()).toEqual([]);
  });
});
