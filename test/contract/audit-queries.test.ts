import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audit, newAudit } from '../../utils/audit/audit.ts';
import { collect } from '../../utils/audit/collect.ts';
import { ndjson } from '../../utils/audit/export/json.ts';
import { reportOf } from '../../utils/audit/export/report.ts';
import { NO_WORK } from '../../utils/audit/work.ts';
import type { ProductRecord } from '../../utils/facts/product-record.ts';
import { batchOf, idOf, seen, toy } from '../unit/audit/support.ts';
import { READY, storeWith } from '../unit/features/support.ts';

/** The queries as README gives them, each by its first line. */
const queriesIn = (readme: string): string[] =>
  [...readFileSync(readme, 'utf8').matchAll(/```sql\n([^`]+)```/g)].map(([, sql = '']) => sql);

const queries = queriesIn('README.md');
const NOVEMBER = '2026-11-22T08:00:00.000Z';
const OCTOBER = '2026-10-22T08:00:00.000Z';

function audited(
  channelId: string,
  name: string,
  at: string,
  records: ProductRecord[],
  rating = '97',
): Audit {
  const numbers = records.map(({ productId }) => Number(productId.slice(-4)));
  const store = storeWith({ ...READY, 'store.positiveRatingPct': rating });
  const rows = seen(numbers, { channelId, at, number: 1, of: 2, size: 3, total: 4 });
  return collect(newAudit(`${channelId}/${at}`, channelId, name, at), batchOf(rows, records, store));
}

const NO_MARKS = { 'product.marks': [] };
const FRENCH = { 'product.marks': [], 'product.destinations': ['FR'] };

const clean = { october: [toy(1, NO_MARKS), toy(2), toy(3)], november: [toy(1), toy(2, FRENCH), toy(3)] };
const bad = { october: [toy(4), toy(5), toy(6, NO_MARKS)], november: [toy(4, NO_MARKS), toy(5)] };

const dir = mkdtempSync(join(tmpdir(), 'audits-'));
const instance = await DuckDBInstance.create(':memory:');
const duckdb = await instance.connect();

const rowsOf = async (question: string) => {
  const query = queries.find((sql) => sql.includes(question)) ?? `no query says ${question}`;
  return (await duckdb.runAndReadAll(query)).getRowObjectsJson();
};

const write = (audit: Audit, earlier: readonly Audit[]): void => {
  const lines = [...ndjson(reportOf(audit, earlier, NO_WORK, NOVEMBER))].join('');
  writeFileSync(join(dir, `${audit.channelId}-${audit.startedAt.slice(0, 10)}.ndjson`), lines);
};

beforeAll(async () => {
  for (const [channelId, name, stores, rating] of [
    ['100', '玩具一店', clean, '97'],
    ['200', '玩具二店', bad, '90'],
  ] as const) {
    const october = audited(channelId, name, OCTOBER, stores.october, rating);
    write(october, []);
    write(audited(channelId, name, NOVEMBER, stores.november, rating), [october]);
  }
  const loading = queries.find((sql) => sql.includes('read_json')) ?? '';
  await duckdb.run(loading.replace('audits/*', join(dir, '*')));
});

afterAll(() => {
  duckdb.closeSync();
  instance.closeSync();
  rmSync(dir, { recursive: true });
});

describe("README's queries over the NDJSON of many audits", () => {
  it('are the same in both languages', () => {
    expect(queries.length).toBeGreaterThan(5);
    expect(queriesIn('README.zh-CN.md')).toEqual(queries);
  });

  it('say which stores are worst', async () => {
    expect(await rowsOf('Which stores are worst?')).toMatchObject([
      { store: '玩具二店', channelId: '200', critical: '1', high: '2' },
      { store: '玩具一店', channelId: '100', critical: '0', high: '1' },
    ]);
  });

  it('say which finding most stores have', async () => {
    const rows = await rowsOf('Which finding do most stores have?');
    expect(rows.find(({ rule }) => rule === 'eu.ce')).toEqual({
      rule: 'eu.ce',
      severity: 'high',
      says: 'CE mark',
      stores: '2',
      findings: '2',
    });
    expect(rows.find(({ rule }) => rule === 'merge.positive-rating')).toMatchObject({ stores: '1' });
  });

  it('say what changed, and call nothing mended that was not seen again', async () => {
    expect(await rowsOf('What changed since the audit before?')).toEqual([
      { store: '玩具一店', id: `eu.ce/${idOf(1)}`, change: 'gone' },
      { store: '玩具一店', id: `gb.ce-or-ukca/${idOf(1)}`, change: 'gone' },
      { store: '玩具一店', id: `eu.ce/${idOf(2)}`, change: 'new' },
      { store: '玩具二店', id: `eu.ce/${idOf(4)}`, change: 'new' },
      { store: '玩具二店', id: `gb.ce-or-ukca/${idOf(4)}`, change: 'new' },
    ]);
  });

  it('say which products miss a label in Germany', async () => {
    expect(await rowsOf('Which products miss a label in Germany?')).toEqual([
      { store: '玩具二店', productId: idOf(4), title: 'Toy 4', labels: ['eu.ce'], page: '1' },
    ]);
  });

  it('say how much of each store was seen', async () => {
    expect(await rowsOf('How much of each store was seen?')).toMatchObject([
      { store: '玩具一店', products: '3', productsListed: '4', pagesSeen: '1', pages: '2', isWhole: false },
      { store: '玩具二店', products: '2', pagesSeen: '0', productsNotSeen: '1', isWhole: false },
    ]);
  });
});
