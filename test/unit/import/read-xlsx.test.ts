import { describe, expect, it } from 'vitest';
import { cellsOf, refusalOf, rowsOf, summaryOf } from './support.ts';
import { declaring, merges, row, text, textRow, workbook, xlsx, zip } from './workbooks.ts';

const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const firstCell = async (cell: string, more = {}): Promise<string | undefined> =>
  (await cellsOf(xlsx({ sheet: row(text('a')) + row(cell), ...more })))[1]?.[0];

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>';

describe('reading an XLSX file', () => {
  it('reads the first sheet that is shown, with every kind of text', async () => {
    const shared = '<si><t>商品</t></si><si><r><t>a </t></r><r><t>b</t></r><rPh><t>phonetic</t></rPh></si>';
    const sheet =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
      '<row r="4"><c r="B4" t="str"><f>1</f><v>x_x000D_&#10;y</v></c><c r="C4" t="b"><v>1</v></c></row><row r="5"/>';
    expect(await rowsOf(xlsx({ sheet, shared }))).toMatchObject([
      { line: 2, cells: ['商品', '', 'a b'] },
      { line: 4, cells: ['', 'x\ny', 'TRUE'] },
    ]);
  });

  it.each([
    ['12', '12'],
    ['1.00500678901E+11', '100500678901'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['-3', '-3'],
  ])('reads the number %s as %s', async (value, expected) => {
    expect(await firstCell(number(value))).toBe(expected);
  });

  it.each([
    [1, '46053', '2026-01-31'],
    [2, '46053.75', '2026-01-31'],
    [1, '1', '1900-01-01'],
    [1, '61', '1900-03-01'],
    [3, '46053', '46053'],
    [4, '0.5', '0.5'],
  ])('reads a cell of style %i with %s as %s', async (style, value, expected) => {
    expect(await firstCell(number(value, style), { styles: STYLES })).toBe(expected);
  });

  it('knows dates that are counted from 1904', async () => {
    const book =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r0"/></sheets></workbook>';
    expect(await firstCell(number('44591', 1), { styles: STYLES, workbook: book })).toBe('2026-01-31');
  });

  it('names rounded IDs, failed formulas and formulas without a value', async () => {
    const sheet =
      textRow('商品ID', '库存') +
      row(number('1005006789012340'), text('1')) +
      row(number('1.00500678901234E+15'), text('1')) +
      row(text('1005006789012346'), '<c t="e"><v>#N/A</v></c>') +
      row(text('1005006789012347'), '<c><f>SUM(A1)</f></c>') +
      row(number('32567890123'), number('12'));
    const { good, bad } = await summaryOf(xlsx({ sheet }));
    expect(good).toMatchObject([{ line: 6, productId: '32567890123', stock: 12 }]);
    expect(bad.map(({ line, problems }) => [line, problems])).toEqual([
      [2, [{ column: 'productId', problem: 'id-rounded', args: ['1005006789012340'] }]],
      [3, [{ column: 'productId', problem: 'id-rounded', args: ['1005006789012340'] }]],
      [4, [{ column: 'stock', problem: 'cell-error', args: ['#N/A'] }]],
      [5, [{ column: 'stock', problem: 'formula-without-value' }]],
    ]);
  });

  it('refuses what is no workbook, damaged, or not to be read', async () => {
    const whole = workbook({ sheet: textRow('商品ID', '类目') });
    const bytes = new Uint8Array(await zip(whole).arrayBuffer());
    const without = (name: string) =>
      zip(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)));
    const word = { ...whole, 'xl/workbook.xml': '<document/>' };
    const binary = { '_rels/.rels': whole['_rels/.rels']?.replace('book.xml', 'book.bin') ?? '' };
    expect(await refusalOf(zip({ 'a.txt': 'a' }))).toEqual({ problem: 'not-a-workbook' });
    expect(await refusalOf(zip(word))).toEqual({ problem: 'not-a-workbook' });
    expect(await refusalOf(zip(binary))).toEqual({ problem: 'binary-workbook' });
    expect(await refusalOf(without('xl/worksheets/sheet 1.xml'))).toEqual({ problem: 'broken-workbook' });
    expect(await refusalOf(new Blob([bytes.slice(0, -200)]))).toEqual({ problem: 'broken-workbook' });
    expect(await refusalOf(xlsx({ sheet: '<row><c>' }))).toEqual({ problem: 'broken-workbook' });
    expect(await refusalOf(xlsx({ sheet: row('<c t="s"><v>7</v></c>') }))).toEqual({
      problem: 'broken-workbook',
    });
    expect(await refusalOf(xlsx({ sheet: '<row r="2"/><row r="2"/>' }))).toEqual({
      problem: 'broken-workbook',
    });
    expect(await refusalOf(xlsx({ sheet: '' }))).toEqual({ problem: 'empty-file' });
    const wide = row('<c r="XFD1" t="inlineStr"><is><t>x</t></is></c>');
    expect(await refusalOf(xlsx({ sheet: wide }))).toEqual({ problem: 'too-many-columns', args: [200] });
    expect(await refusalOf(xlsx({ sheet: textRow('a', '&unknown;').replace('&#38;', '&') }))).toEqual({
      problem: 'broken-workbook',
    });
  });

  it('unpacks no more than one import takes, and no part beyond the size that it declares', async () => {
    const file = xlsx({ sheet: textRow('商品ID', '类目') });
    const large = await declaring(file, 'xl/worksheets/sheet 1.xml', 201 * 1024 * 1024);
    expect(await refusalOf(large)).toEqual({ problem: 'unpacks-too-large', args: [200] });
    const lying = await declaring(file, 'xl/worksheets/sheet 1.xml', 100);
    expect(await refusalOf(lying)).toEqual({ problem: 'broken-workbook' });
  });
});

describe('merged cells', () => {
  const header = textRow('商品ID', '类目', '目的国', '库存', '备注', 'x');
  const line = (id: string, ...rest: string[]) => textRow(id, ...rest);
  const imported = (after: string, ...lines: string[]) =>
    summaryOf(xlsx({ sheet: header + lines.join(''), after }));

  it('stand for each of their rows in a column of one fact', async () => {
    const { good, bad } = await imported(
      merges('B2:B4'),
      line('1005006000000001', '玩具', '法国', '1'),
      line('1005006000000002', '', '德国', '2'),
      line('1005006000000003'),
    );
    expect(bad).toEqual([]);
    expect(good.map(({ facts }) => facts.category)).toEqual(['toys', 'toys', 'toys']);
    expect(good[2]?.facts.destinations).toBeUndefined();
  });

  it('are refused as IDs and as stock', async () => {
    const { good, bad } = await imported(
      merges('A2:A3', 'D4:D5'),
      line('1005006000000001', '玩具'),
      line('', '电池'),
      line('1005006000000003', '玩具', '', '300'),
      line('1005006000000004', '玩具'),
    );
    expect(good).toEqual([]);
    expect(bad.map(({ line, problems }) => [line, problems])).toEqual([
      [2, [{ column: 'productId', problem: 'merged-rows' }]],
      [3, [{ column: 'productId', problem: 'merged-rows' }]],
      [4, [{ column: 'stock', problem: 'merged-rows' }]],
      [5, [{ column: 'stock', problem: 'merged-rows' }]],
    ]);
  });

  it('are refused across columns and with the header, and do not matter in columns that are not read', async () => {
    const { good, bad } = await imported(
      merges('B2:C2', 'E3:F3', 'B1:B4', 'A6:A1048576'),
      line('1005006000000001', '玩具'),
      line('1005006000000002', '', '法国', '', 'text'),
    );
    expect(good).toEqual([]);
    expect(bad.map(({ line, problems }) => [line, problems.map(({ column }) => column)])).toEqual([
      [2, ['category', 'destinations']],
      [3, ['category']],
    ]);
  });
});
