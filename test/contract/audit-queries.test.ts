import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Audit, newAudit } from '../../utils/audit/audit.ts';
import { collect, ended } from '../../utils/audit/collect.ts';
import { ndjson } from '../../utils/audit/export/json.ts';
import { reportOf } from '../../utils/audit/export/report.ts';
import { findingsOf } from '../../utils/audit/findings.ts';
import { muteOf, NO_WORK, type Work } from '../../utils/audit/work.ts';
import type { ProductRecord } from '../../utils/facts/product-record.ts';
import { batchOf, idOf, seen, toy } from '../unit/audit/support.ts';
import { READY, storeWith } from '../unit/features/support.ts';

/** The queries as README gives them, each by its first line. */
const queriesIn = (readme: string): string[] =>
  [...readFileSync(readme, 'utf8').matchAll(/```sql\n([^`]+)```/g)].map(([, sql = '']) => sql);

const queries = queriesIn('README.md');
const DECEMBER = '2026-12-22T08:00:00.000Z';
const NOVEMBER = '2026-11-22T08:00:00.000Z';
const OCTOBER = '2026-10-22T08:00:00.000Z';

interface Visit {
  channelId: string;
  name: string;
  at: string;
  records?: ProductRecord[];
  rating?: string;
  number?: number;
}

const begun = ({ channelId, name, at }: Visit): Audit => newAudit(`${channelId}/${at}`, channelId, name, at);

/** The audit with one page of a store's list that has two. */
function audited(visit: Visit, audit = begun(visit)): Audit {
  const { channelId, at, records = [], rating = '97', number = 1 } = visit;
  const numbers = records.map(({ productId }) => Number(productId.slice(-4)));
  const store = storeWith({ ...READY, 'store.positiveRatingPct': rating });
  const rows = seen(numbers, { channelId, at, number, of: 2, size: 3, total: 4 });
  return collect(audit, batchOf(rows, records, store));
}

const NO_MARKS = { 'product.marks': [] };
const FRENCH = { 'product.marks': [], 'product.destinations': ['FR'] };

interface Exported {
  file: string;
  audit: Audit;
  earlier?: Audit[];
  work?: Work;
}

/** Files of account managers in one folder, loaded as README says. */
async function agencyWith(files: readonly Exported[]) {
  const dir = mkdtempSync(join(tmpdir(), 'audits-'));
  for (const { file, audit, earlier = [], work = NO_WORK } of files) {
    writeFileSync(join(dir, file), [...ndjson(reportOf(audit, earlier, work, DECEMBER))].join(''));
  }
  const instance = await DuckDBInstance.create(':memory:');
  const duckdb = await instance.connect();
  const loading = queries.find((sql) => sql.includes('read_json')) ?? '';
  await duckdb.run(loading.replace('audits/*', join(dir, '*')));
  rmSync(dir, { recursive: true });
  onTestFinished(() => {
    duckdb.closeSync();
    instance.closeSync();
  });
  return async (question: string) => {
    const query = queries.find((sql) => sql.includes(question)) ?? `no query says ${question}`;
    return (await duckdb.runAndReadAll(query)).getRowObjectsJson();
  };
}

const first = { channelId: '100', name: '玩具一店' };
const second = { channelId: '200', name: '玩具二店', rating: '90' };

/** Two stores in two months, each time by the same account manager. */
function twoStores(): Exported[] {
  const visits: [Visit, Visit][] = [
    [
      { ...first, at: OCTOBER, records: [toy(1, NO_MARKS), toy(2), toy(3)] },
      { ...first, at: NOVEMBER, records: [toy(1), toy(2, FRENCH), toy(3)] },
    ],
    [
      { ...second, at: OCTOBER, records: [toy(4), toy(5), toy(6, NO_MARKS)] },
      { ...second, at: NOVEMBER, records: [toy(4, NO_MARKS), toy(5)] },
    ],
  ];
  return visits.flatMap(([before, after]) => {
    const [october, november] = [audited(before), audited(after)];
    return [
      { file: `october-${before.channelId}.ndjson`, audit: october },
      { file: `november-${after.channelId}.ndjson`, audit: november, earlier: [october] },
    ];
  });
}

describe("README's queries over the NDJSON of many audits", () => {
  it('are the same in both languages', () => {
    expect(queries.length).toBeGreaterThan(5);
    expect(queriesIn('README.zh-CN.md')).toEqual(queries);
  });

  it('say which stores are worst', async () => {
    const rowsOf = await agencyWith(twoStores());
    expect(await rowsOf('Which stores are worst?')).toMatchObject([
      { store: '玩具二店', channelId: '200', critical: '1', high: '2' },
      { store: '玩具一店', channelId: '100', critical: '0', high: '1' },
    ]);
  });

  it('say which finding most stores have', async () => {
    const rowsOf = await agencyWith(twoStores());
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
    const rowsOf = await agencyWith(twoStores());
    expect(await rowsOf('What changed since the audit before?')).toEqual([
      { store: '玩具一店', id: `eu.ce/${idOf(1)}`, change: 'gone' },
      { store: '玩具一店', id: `gb.ce-or-ukca/${idOf(1)}`, change: 'gone' },
      { store: '玩具一店', id: `eu.ce/${idOf(2)}`, change: 'new' },
      { store: '玩具二店', id: `eu.ce/${idOf(4)}`, change: 'new' },
      { store: '玩具二店', id: `gb.ce-or-ukca/${idOf(4)}`, change: 'new' },
    ]);
  });

  it('say which products miss a label in Germany', async () => {
    const rowsOf = await agencyWith(twoStores());
    expect(await rowsOf('Which products miss a label in Germany?')).toEqual([
      { store: '玩具二店', productId: idOf(4), title: 'Toy 4', labels: ['eu.ce'], page: '1' },
    ]);
  });

  it('say how much of each store was seen', async () => {
    const rowsOf = await agencyWith(twoStores());
    expect(await rowsOf('How much of each store was seen?')).toMatchObject([
      { store: '玩具一店', products: '3', productsListed: '4', pagesSeen: '1', pages: '2', isWhole: false },
      { store: '玩具二店', products: '2', pagesSeen: '0', productsNotSeen: '1', isWhole: false },
    ]);
  });
});

describe('a store that two account managers audit', () => {
  const all = [toy(1, NO_MARKS), toy(2, NO_MARKS), toy(3, NO_MARKS)];
  const october = audited({ ...first, at: OCTOBER, records: all, rating: '90' });

  it('has mended what was seen again without its finding, and nothing else', async () => {
    // The other one has no audit of October, and so can't say what was not seen.
    const december = audited({ ...first, at: DECEMBER, number: 2, records: [toy(2), toy(3, NO_MARKS)] });
    const rowsOf = await agencyWith([
      { file: 'october.ndjson', audit: october },
      { file: 'december.ndjson', audit: december },
    ]);
    expect(await rowsOf('What changed since the audit before?')).toEqual([
      { store: '玩具一店', id: `eu.ce/${idOf(2)}`, change: 'gone' },
      { store: '玩具一店', id: `gb.ce-or-ukca/${idOf(2)}`, change: 'gone' },
      { store: '玩具一店', id: 'merge.positive-rating/store', change: 'gone' },
    ]);
  });

  it('is as it was while the next audit has come across nothing', async () => {
    const rowsOf = await agencyWith([
      { file: 'october.ndjson', audit: october },
      { file: 'december.ndjson', audit: begun({ ...first, at: DECEMBER }) },
    ]);
    expect(await rowsOf('Which stores are worst?')).toMatchObject([{ channelId: '100', critical: '1' }]);
    expect(await rowsOf('What changed since the audit before?')).not.toContainEqual(
      expect.objectContaining({ change: 'gone' }),
    );
  });
});

describe('an audit that was exported more than once', () => {
  const october = audited({ ...first, at: OCTOBER, records: [toy(1), toy(2)] });
  const visit = { ...first, at: NOVEMBER, records: [toy(1, NO_MARKS)] };
  const halfway = audited(visit);
  const more = { ...visit, at: '2026-11-22T09:00:00.000Z', number: 2, records: [toy(2)] };
  const whole = audited(more, halfway);
  const over = ended(whole, '2026-11-22T10:00:00.000Z');
  const said = { at: NOVEMBER, name: '王芳', reason: '证书在路上', expires: '2027-01-01T00:00:00.000Z' };
  const work: Work = {
    ...NO_WORK,
    mutes: Object.fromEntries(
      findingsOf(over)
        .filter(({ rule }) => rule === 'eu.ce')
        .map((finding) => [finding.id, muteOf(finding, said)]),
    ),
  };

  const earlier = [october];
  const before = { file: 'october.ndjson', audit: october };

  it.each<[string, Exported[]]>([
    [
      'in the middle and at its end',
      [
        { file: 'a.ndjson', audit: halfway, earlier },
        { file: 'b.ndjson', audit: over, earlier, work },
      ],
    ],
    [
      'at its end, and again once it had gone on',
      [
        { file: 'b.ndjson', audit: ended(halfway, '2026-11-22T08:30:00.000Z'), earlier },
        { file: 'a.ndjson', audit: whole, earlier, work },
      ],
    ],
    [
      'before and after a finding was muted',
      [
        { file: 'audit.ndjson', audit: over, earlier },
        { file: 'audit (1).ndjson', audit: over, earlier, work },
      ],
    ],
    [
      'twice as it is',
      [
        { file: 'audit.ndjson', audit: over, earlier, work },
        { file: 'audit (1).ndjson', audit: over, earlier, work },
      ],
    ],
  ])('counts once, as it was last: %s', async (_, exports) => {
    const rowsOf = await agencyWith([before, ...exports]);
    expect(await rowsOf('Which stores are worst?')).toMatchObject([{ channelId: '100', muted: '1' }]);
    expect(await rowsOf('Which finding do most stores have?')).toContainEqual(
      expect.objectContaining({ rule: 'eu.ce', stores: '1', findings: '1' }),
    );
    expect(await rowsOf('Which products miss a label in Germany?')).toMatchObject([
      { productId: idOf(1), labels: ['eu.ce'] },
    ]);
    expect(await rowsOf('What changed since the audit before?')).toEqual([
      { store: '玩具一店', id: `eu.ce/${idOf(1)}`, change: 'new' },
      { store: '玩具一店', id: `gb.ce-or-ukca/${idOf(1)}`, change: 'new' },
    ]);
    expect(await rowsOf('How much of each store was seen?')).toMatchObject([{ products: '2' }]);
  });
});
