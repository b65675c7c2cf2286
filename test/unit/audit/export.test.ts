// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { collect } from '../../../utils/audit/collect.ts';
import { sentAudit } from '../../../utils/audit/desk/receive.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exported,
  fileNaming,
} from '../../../utils/audit/export/files.ts';
import type { Line } from '../../../utils/audit/export/lines.ts';
import { type Report, reportOf } from '../../../utils/audit/export/report.ts';
import { findingsOf } from '../../../utils/audit/findings.ts';
import { muteOf, NO_WORK, type Work } from '../../../utils/audit/work.ts';
import { type Language, translator } from '../../../utils/i18n/translate.ts';
import { READY, storeWith } from '../features/support.ts';
import { cellsOf } from '../import/support.ts';
import { auditOf, batchOf, idOf, minute, seen, toy } from './support.ts';

const COMMAND = `=cmd|'/C calc'!A0`;
const MARKUP = '<script>alert(1)</script> "quoted", & 儿童益智积木玩具 𠮷_x0041_\u0007';

const earlier = { ...auditOf([batchOf(seen([1, 7], { at: '2026-05-12T08:00:00.000Z' }))]), id: 'may' };
const batches = [
  batchOf(
    seen([1, 2], { titles: { 1: COMMAND, 2: MARKUP } }),
    [toy(1, { 'product.marks': [] }), toy(2, { 'product.destinations': ['DE', 'CA'] })],
    storeWith({ ...READY, 'store.positiveRatingPct': '90' }),
  ),
  batchOf(seen([3], { number: 2, at: minute(3) })),
];
const audit = auditOf(batches);

const muted: Work = {
  ...NO_WORK,
  mutes: Object.fromEntries(
    findingsOf(audit)
      .filter(({ rule }) => rule === 'eu.ce')
      .map((finding) => [
        finding.id,
        muteOf(finding, {
          at: minute(5),
          name: '王芳',
          reason: COMMAND,
          expires: '2026-12-01T00:00:00.000Z',
        }),
      ]),
  ),
  notes: { [`eu.ce/${idOf(1)}`]: { at: minute(5), name: '王芳', text: '证书在路上' } },
};

const report = (now = minute(60)): Report => reportOf(audit, [earlier], muted, now);

async function fileOf(format: ExportFormat, from: Report = report(), language: Language = 'zh_CN') {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of exported(format, from, translator(language))) pieces.push(new Uint8Array(piece));
  return new Blob(pieces);
}

const textOf = async (format: ExportFormat, from = report(), language: Language = 'zh_CN') =>
  (await fileOf(format, from, language)).text();

describe('every format', () => {
  it.each(EXPORT_FORMATS)(
    '%s is the same byte for byte, however the audit was put together',
    async (format) => {
      const other = reportOf(
        [...batches, ...batches].reduceRight(collect, auditOf([])),
        [earlier],
        muted,
        minute(60),
      );
      const [one, two] = await Promise.all([fileOf(format), fileOf(format, other)]);
      expect(one.size).toBeGreaterThan(500);
      expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
    },
  );

  it.each(EXPORT_FORMATS)('%s tells its progress, and stops when it is cancelled', async (format) => {
    const many = Array.from({ length: 1500 }, (_, index) => index + 1);
    const long = reportOf(auditOf([batchOf(seen(many))]), [], NO_WORK, minute(0));
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number) => told.push([done, total]);
    for await (const _ of exported(format, long, translator('en'), { onProgress }));
    expect(told.length).toBeGreaterThan(4);
    const [done, total] = told.at(-1) ?? [];
    expect(done).toBe(total);
    expect(told[told.length >> 1]?.[0]).toBeGreaterThan(0);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));

    const controller = new AbortController();
    const pieces = exported(format, long, translator('en'), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('cancelled')),
    });
    await expect(async () => {
      for await (const _ of pieces);
    }).rejects.toThrow('cancelled');
  });
});

describe("a file's name", () => {
  it('says whose audit it is, and of which day', () => {
    expect(fileNaming('csv', report())).toEqual({ name: 'audit-21900-2026-11-22.csv', type: 'text/csv' });
  });
});

describe('the CSV', () => {
  it('is read back as it was, in both languages, with formulas defused', async () => {
    const file = await fileOf('csv');
    expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
    const [header = [], ...rows] = await cellsOf(file);
    expect(header.slice(0, 6)).toEqual(['严重程度', '结论', '店铺', '店铺编号', '商品ID', '商品']);
    expect(rows).toHaveLength(findingsOf(audit).length);
    const row = rows.find((cells) => cells.includes('eu.ce'));
    expect(row).toContain(idOf(1));
    expect(row).toContain(`'${COMMAND}`);
    expect(row?.join('\n')).toContain('速卖通');
    expect(row?.slice(-3)).toEqual(['已静音', `王芳：${COMMAND}（至2026-12-01 00:00 UTC）`, '证书在路上']);
    expect(rows.find((cells) => cells[4] === idOf(2))?.[5]).toContain('儿童益智积木玩具 𠮷');
    const [english = []] = await cellsOf(await fileOf('csv', report(), 'en'));
    expect(english).toHaveLength(header.length);
    expect(english[0]).toBe('Severity');
  });

  it('says of every line by which rule, source, date, values and pack', async () => {
    const [header = [], ...rows] = await cellsOf(await fileOf('csv', report(), 'en'));
    const of = (name: string) => rows.map((cells) => cells[header.indexOf(name)]);
    expect(of('Rule pack')).not.toContain('');
    expect(of('Seen (UTC)')).not.toContain('');
    const rules = of('Rule');
    of('Sources').forEach((source, index) => {
      if (rules[index]) expect(source, rules[index]).toMatch(/ · (undated|\d{4}-\d\d-\d\d)/);
    });
    const decided = of('Verdict').map((verdict) => verdict !== 'Needs input');
    of('Values used').forEach((values, index) => {
      if (decided[index]) expect(values).toMatch(/: .+ \(.+, \d{4}-\d\d-\d\d \d\d:\d\d UTC\)/);
    });
  });

  it('says of every time that it is one of UTC', async () => {
    for (const format of ['csv', 'html'] as const) {
      expect(await textOf(format, report(), 'en')).toContain('(until 2026-12-01 00:00 UTC)');
    }
    expect(await textOf('html', report(), 'en')).toContain('1, since 2026-05-12 08:00 UTC');
  });

  it('brings a mute that has ended back', async () => {
    const rows = await cellsOf(await fileOf('csv', report('2026-12-01T00:00:00.000Z'), 'en'));
    expect(rows.find((cells) => cells.includes('eu.ce'))?.slice(-3)).toEqual(['Open', '', '证书在路上']);
  });
});

describe('the JSON', () => {
  it('is opened again as the audit that it was', async () => {
    const { signal } = new AbortController();
    const sent = await sentAudit(await fileOf('json'), 'audit.json', signal, () => undefined);
    expect(sent).toEqual({ audit, work: muted });
  });

  it('has a line for the audit, each rule, finding, and product that was seen or not', async () => {
    const lines = (await textOf('ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const [first, ...others] = lines;
    expect(first).toMatchObject({
      kind: 'audit',
      products: 3,
      pages: 3,
      seenAt: minute(3),
      productsNotSeen: 1,
      pagesMissing: [3],
    });
    expect(others.filter(({ kind }) => kind === 'finding')).toHaveLength(findingsOf(audit).length);
    expect(others.filter(({ kind }) => kind === 'seen')).toMatchObject([
      { productId: idOf(1), title: COMMAND, page: 1 },
      { productId: idOf(2), page: 1 },
      { productId: idOf(3), page: 2, seenAt: minute(3) },
    ]);
    expect(lines.at(-1)).toMatchObject({ kind: 'not-seen', productId: idOf(7) });
    expect(new Set(lines.map(({ auditId }) => auditId))).toEqual(new Set([audit.id]));
    const quoted = new Set(others.flatMap((line) => (line.kind === 'rule' ? line.rule : [])));
    for (const line of others) {
      if (line.kind === 'finding' && line.rule) expect(quoted).toContain(line.rule);
    }
  });
});

describe('the printable page', () => {
  it('says how much was seen, and how much of what is known', async () => {
    const summaryOf = async (from: Report): Promise<string[]> => {
      const page = new DOMParser().parseFromString(await textOf('html', from, 'en'), 'text/html');
      return [...page.querySelectorAll('#summary tr')].map(({ textContent }) => textContent ?? '');
    };
    expect(await summaryOf(report())).toEqual(
      expect.arrayContaining(['The listNot seen in full', 'Products seen3 of 6']),
    );
    const search = auditOf([batchOf(seen([1], { of: 1, total: 1 }))]);
    expect(await summaryOf(reportOf(search, [earlier], NO_WORK, minute(60)))).toContain(
      'The listThe list was seen in full, but not every product known from before',
    );
    const uncounted = auditOf([batchOf(seen([1], { of: 1, size: null, total: null }))]);
    expect(await summaryOf(reportOf(uncounted, [], NO_WORK, minute(60)))).toEqual(
      expect.arrayContaining(['The listNot seen in full', 'Products seen1 of an unknown number']),
    );
  });

  it('opens alone: no script, nothing loaded, every text escaped', async () => {
    const text = await textOf('html');
    const page = new DOMParser().parseFromString(text, 'text/html');
    expect(page.querySelectorAll('script, link, img, iframe, object, [src], [href], [style]')).toHaveLength(
      0,
    );
    expect([...page.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())).not.toContain(
      'onclick',
    );
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.documentElement.lang).toBe('zh-CN');
    expect(page.querySelectorAll('#findings tbody tr')).toHaveLength(findingsOf(audit).length);
    expect(page.querySelector('#findings')?.textContent).toContain('<script>alert(1)</script>');
    expect(page.querySelector('#sources')?.textContent).toContain('目标销售国强制性认证合规标志');
    expect((await textOf('html', report(), 'en')).match(/<h2[^>]*>[^<]+/g)).toHaveLength(5);
  });
});
