import { describe, expect, it } from 'vitest';
import { COLUMNS, type ColumnId, parseHeader } from '../../../utils/import/columns.ts';
import { parseProductRow } from '../../../utils/import/product-rows.ts';
import { factsSchema, PRODUCT_CATEGORIES } from '../../../utils/rules/facts.ts';

const header = parseHeader({ line: 1, cells: COLUMNS.map(({ en }) => en) });

function parsed(cells: Partial<Record<ColumnId, string>>) {
  const row = { productId: '1005006789012346', ...cells } as Partial<Record<ColumnId, string>>;
  return parseProductRow(header, { line: 7, cells: COLUMNS.map(({ id }) => row[id] ?? '') });
}

function product(cells: Partial<Record<ColumnId, string>>) {
  const result = parsed(cells);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  expect(factsSchema.safeParse({ product: { id: result.productId, ...result.facts } }).error).toBeUndefined();
  return result;
}

const problems = (cells: Partial<Record<ColumnId, string>>) => {
  const result = parsed(cells);
  return 'problems' in result ? result.problems : [];
};

describe('the header', () => {
  it('is known in both languages, whatever its case, width and spaces', () => {
    const cells = ['　商品ＩＤ ', 'CATEGORY', ' eu  Responsible person E-mail', '我的备注', ''];
    const { places, ignored } = parseHeader({ line: 1, cells });
    expect([...places]).toEqual([
      ['productId', 0],
      ['category', 1],
      ['euEmail', 2],
    ]);
    expect(ignored).toEqual(['我的备注']);
  });

  it.each([
    [['名称', '价格'], { problem: 'header-unknown', args: ['名称 | 价格'] }],
    [['类目', '库存'], { problem: 'no-id-column' }],
    [['商品ID', '名称'], { problem: 'no-fact-column' }],
    [['商品ID', '类目', 'Category'], { problem: 'column-twice', args: ['Category'] }],
  ])('%j is refused', (cells, reason) => {
    expect(() => parseHeader({ line: 1, cells })).toThrow(expect.objectContaining({ reason }));
  });
});

describe('a product ID', () => {
  it.each([
    '1005006789012346',
    ' 1005006789012346\t',
    "'1005006789012346",
    '="1005006789012346"',
    '１００５００６７８９０１２３４６',
  ])('%j is whole', (productId) => {
    expect(product({ productId }).productId).toBe('1005006789012346');
  });

  it.each([
    ['', 'id-missing'],
    ['1.00501E+15', 'id-rounded'],
    ['1.005e15', 'id-rounded'],
    ['1005-006', 'id-form'],
    ['1005006789012346.0', 'id-form'],
    ['123', 'id-form'],
  ])('%j is refused: %s', (productId, problem) => {
    expect(problems({ productId })).toMatchObject([{ column: 'productId', problem }]);
  });
});

describe('a row', () => {
  it('says nothing of what its cells leave empty', () => {
    expect(product({})).toEqual({ line: 7, productId: '1005006789012346', facts: {}, expiries: [] });
  });

  it.each(['-', '无', 'None', '—', '－'])('%j is "known to be none"', (none) => {
    const cells = { destinations: none, blocked: none, marks: none, registrations: none, certificates: none };
    const facts = { destinations: [], blocked: [], marks: [], registrations: [] };
    expect(product(cells)).toMatchObject({ facts, expiries: [] });
  });

  it('knows categories by id and by name', () => {
    for (const id of PRODUCT_CATEGORIES)
      expect(product({ category: id.toUpperCase() }).facts.category).toBe(id);
    expect(product({ category: '纺织品' }).facts.category).toBe('textile');
    expect(product({ category: 'Mains electrical' }).facts.category).toBe('mains-electrical');
    expect(problems({ category: '家具' })).toEqual([
      { column: 'category', problem: 'category-unknown', args: ['家具'] },
    ]);
  });

  it.each([
    ['PL, ES；FR、DE/IT\nNL', ['PL', 'ES', 'FR', 'DE', 'IT', 'NL']],
    ['PL ES  fr', ['PL', 'ES', 'FR']],
    ['英国 UK GB United Kingdom', ['GB']],
    ['捷克，Czech Republic, Czechia', ['CZ']],
    ['United States South Korea Poland', ['US', 'KR', 'PL']],
    ['沙特阿拉伯、阿联酋、香港', ['SA', 'AE', 'HK']],
    ['Türkiye, turkiye, TUR', ['TR']],
    ['Bosnia & Herzegovina; Papua New Guinea Guinea', ['BA', 'PG', 'GN']],
    ['美国　法国', ['US', 'FR']],
    ['France and Germany', ['FR', 'DE']],
    ['France, Germany, and Spain', ['FR', 'DE', 'ES']],
    ['Bosnia and Herzegovina and Serbia', ['BA', 'RS']],
    ['AND; and', ['AD']],
    ['NO', ['NO']],
    ['no, se', ['NO', 'SE']],
  ])('reads %j as countries', (destinations, codes) => {
    expect(product({ destinations }).facts.destinations).toEqual(codes);
  });

  it.each([
    ['PL, Atlantis', 'Atlantis'],
    ['Korea', 'Korea'],
    ['EU', 'EU'],
    ['PL XX', 'PL XX'],
    ['no', 'no'],
    ['No', 'No'],
  ])('%j has no country %j', (blocked, name) => {
    expect(problems({ blocked })).toEqual([{ column: 'blocked', problem: 'country-unknown', args: [name] }]);
  });

  it('knows marks and their other names', () => {
    expect(problems({ marks: 'CE FCC' })).toEqual([
      { column: 'marks', problem: 'mark-unknown', args: ['CE FCC', 'CE, UKCA, KC, G-MARK, FIBRE'] },
    ]);
    expect(product({ marks: 'ce / UKCA、G mark, 纤维成分; KC 标志' }).facts.marks).toEqual([
      'CE',
      'UKCA',
      'G-MARK',
      'FIBRE',
      'KC',
    ]);
  });

  it('tells a responsible person who is not known from none', () => {
    const eu = { euName: 'A GmbH', euAddress: 'Berlin', euEmail: 'a@b.de' };
    const EU = { name: 'A GmbH', postalAddress: 'Berlin', email: 'a@b.de' };
    expect(product(eu).facts.responsiblePersons).toEqual({ EU, GB: null });
    expect(product({ ...eu, gbName: '无' }).facts.responsiblePersons).toEqual({ EU });
    expect(product({ euName: '-', gbName: '-' }).facts.responsiblePersons).toEqual({});
    expect(product({ euName: 'A', euEmail: '-' }).facts.responsiblePersons).toEqual({
      EU: { name: 'A', email: '' },
      GB: null,
    });
    expect(problems({ euAddress: 'Berlin' })).toEqual([{ column: 'euName', problem: 'person-without-name' }]);
    expect(problems({ ...eu, euEmail: 'a@b' })).toEqual([
      { column: 'euEmail', problem: 'not-an-email', args: ['a@b'] },
    ]);
  });

  it('reads registrations and certificates, and the days they end on', () => {
    const registrations = 'cpnp：1234567 @2027-01-31; SCPN: 7 654 @2027年2月1日\nDE_LUCID:DE3050219647799';
    const certificates = 'ce:ABC:1 @2027/3/4；EN 71 report @2028.12.31';
    expect(product({ registrations, certificates })).toMatchObject({
      facts: {
        registrations: [
          { scheme: 'CPNP', number: '1234567' },
          { scheme: 'SCPN', number: '7 654' },
          { scheme: 'DE_LUCID', number: 'DE3050219647799' },
        ],
      },
      expiries: [
        { what: 'CPNP 1234567', on: '2027-01-31' },
        { what: 'SCPN 7 654', on: '2027-02-01' },
        { what: 'CE ABC:1', on: '2027-03-04' },
        { what: 'EN 71 report', on: '2028-12-31' },
      ],
    });
  });

  it('tells no certificate from nothing said of any', () => {
    expect(product({ certificates: '-' })).toMatchObject({ expiries: [], hasNoCertificates: true });
    expect(product({ certificates: '' })).not.toHaveProperty('hasNoCertificates');
    expect(product({ certificates: 'CE @2027-01-31' })).not.toHaveProperty('hasNoCertificates');
  });

  it.each([
    [{ registrations: '1234567' }, 'registration-form', '1234567'],
    [{ registrations: 'CPNP:' }, 'registration-form', 'CPNP:'],
    [{ registrations: 'CPNP:-' }, 'registration-form', 'CPNP:-'],
    [{ registrations: 'CPNP:无' }, 'registration-form', 'CPNP:无'],
    [{ registrations: 'CPNP:待申请' }, 'registration-form', 'CPNP:待申请'],
    [{ registrations: 'CPNP:N/A' }, 'registration-form', 'CPNP:N/A'],
    [{ registrations: 'CPNP:12, SCPN:76' }, 'registration-form', 'CPNP:12, SCPN:76'],
    [{ registrations: 'CPNP:12，SCPN:76' }, 'registration-form', 'CPNP:12，SCPN:76'],
    [{ registrations: 'CPNP:12、SCPN:76' }, 'registration-form', 'CPNP:12、SCPN:76'],
    [{ certificates: 'CE:- @2027-01-31' }, 'certificate-form', 'CE:- @2027-01-31'],
    [{ certificates: 'CE:1, KC:2 @2027-01-31' }, 'certificate-form', 'CE:1, KC:2 @2027-01-31'],
    [{ certificates: 'CE、KC @2027-01-31' }, 'certificate-form', 'CE、KC @2027-01-31'],
    [{ registrations: 'CPNP:1 @31/01/2027' }, 'not-a-date', '31/01/2027'],
    [{ registrations: 'CPNP:1 @2027-02-29' }, 'not-a-date', '2027-02-29'],
    [{ registrations: 'CPNP:1 @' }, 'not-a-date', ''],
    [{ certificates: 'CE:1' }, 'no-expiry', 'CE:1'],
    [{ certificates: ':1 @2027-01-01' }, 'certificate-form', ':1 @2027-01-01'],
    [{ stock: '1.5' }, 'not-a-count', '1.5'],
    [{ stock: '-' }, 'not-a-count', '-'],
    [{ stock: '9999999999' }, 'not-a-count', '9999999999'],
    [{ marks: '#N/A' }, 'cell-error', '#N/A'],
  ])('%j is refused: %s', (cells, problem, arg) => {
    expect(problems(cells)).toMatchObject([{ problem, args: expect.arrayContaining([arg]) }]);
  });

  it('reads stock with and without commas', () => {
    expect(product({ stock: '１,200' }).stock).toBe(1200);
    expect(product({ stock: '0' }).stock).toBe(0);
  });

  it('names every problem of a row, and takes nothing of it', () => {
    const result = parsed({ productId: 'x', category: '?', stock: 'many' });
    expect(result).toEqual({
      line: 7,
      problems: [
        { column: 'productId', problem: 'id-form', args: ['x'] },
        { column: 'category', problem: 'category-unknown', args: ['?'] },
        { column: 'stock', problem: 'not-a-count', args: ['many'] },
      ],
    });
  });

  it('refuses more cells than the header has, as an unquoted comma makes', () => {
    const cells = ['1005006789012346', 'toys', 'x'];
    const narrow = parseHeader({ line: 1, cells: ['Product ID', 'Category'] });
    const problem = { problem: 'too-many-cells', args: [2] };
    expect(parseProductRow(narrow, { line: 2, cells })).toEqual({ line: 2, problems: [problem] });
    expect(parseProductRow(narrow, { line: 2, cells: [...cells.slice(0, 2), ' '] })).toMatchObject({
      line: 2,
    });
  });
});
