import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageRead } from '../../../tools/page/read.ts';
import { differences, pageReport } from '../../../tools/page/report.ts';
import { savedSite } from '../../../tools/page/saved.ts';

const ADDRESS = new URL('https://csp.aliexpress.com/m_apps/order-manage/orderList?channelId=1');

describe('a saved page', () => {
  let ask: (path: string) => ReturnType<ReturnType<typeof savedSite>>;

  beforeAll(() => {
    const above = mkdtempSync(join(tmpdir(), 'managedlens-saved-'));
    const folder = join(above, 'saved');
    mkdirSync(join(folder, '订单_files'), { recursive: true });
    writeFileSync(join(above, 'secret.css'), 'secret');
    writeFileSync(join(folder, 'page.html'), '<p>page</p>');
    writeFileSync(join(folder, '订单_files', 'a.css'), 'p {}');
    writeFileSync(join(folder, '订单_files', 'a.js'), 'steal()');
    const site = savedSite(join(folder, 'page.html'), ADDRESS);
    ask = (path) => site(new URL(path, ADDRESS).href, { method: 'GET' });
  });

  it('stands at its address, whatever the query, and none of its scripts may run', () => {
    const answer = ask('/m_apps/order-manage/orderList?channelId=2');
    expect(answer).toMatchObject({ status: 200, body: '<p>page</p>' });
    expect(answer?.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer?.headers['content-security-policy']).not.toContain('script-src');
  });

  it('has the style sheets that were saved beside it, and no script', () => {
    expect(String(ask('./订单_files/a.css')?.body)).toBe('p {}');
    expect(ask('./订单_files/a.js')?.status).toBe(404);
    expect(ask('./订单_files/none.css')?.status).toBe(404);
  });

  it.each(['/..%2fsecret.css', '/x/..%2f..%2fsecret.css', '/%E0%A4%A.css'])(
    'leads nowhere else: %s',
    (path) => {
      expect(ask(path)?.status).toBe(404);
    },
  );

  it('answers for no other site', () => {
    expect(ask('https://example.com/m_apps/order-manage/orderList')).toBeUndefined();
  });
});

const read = (state: 'found' | 'lost', by: 'label 1' | null): PageRead => ({
  page: 'disputes',
  findings: [{ field: 'store.disputeRatePct', state, by, seen: '2026-11-22' }],
  products: [],
  readings: [{ fact: 'store.disputeRatePct', text: '0.31%' }],
  lists: { rows: Array.from({ length: 30 }, (_, index) => ({ key: `k${index}`, values: {} })) },
});

describe('the table of a page', () => {
  it('says what was found by which strategy, and what was read, the first of many', () => {
    const lines = pageReport(read('found', 'label 1')).split('\n');
    expect(lines[0]).toBe('Kind of page: disputes');
    expect(lines).toContain('store.disputeRatePct  found  label 1   2026-11-22');
    expect(lines).toContain('store.disputeRatePct  0.31%');
    expect(lines).toContain('… and 10 more');
  });

  it('says where the scrubbed page reads otherwise', () => {
    expect(differences(read('found', 'label 1'), read('lost', null))).toEqual([
      'store.disputeRatePct: found by label 1 on the page, lost once scrubbed',
    ]);
    expect(differences(read('lost', null), read('lost', null))).toEqual([]);
  });
});
