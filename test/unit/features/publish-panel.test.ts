import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { panelView } from '../../../utils/features/panels/index.ts';
import type { PanelSeen, Section } from '../../../utils/features/panels/view.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, pack, READY, ROW, storeWith } from './support.ts';

const EMPTY: PanelSeen = { readings: [], lists: {}, places: {}, typed: {}, whatIf: '' };

const kept = (facts: Record<string, unknown>): KeptFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([path, value]) => [
      path,
      [{ value, text: String(value), at: AT, origin: { kind: 'typed' } }],
    ]),
  );

const PRICE = { 'product.price': { currency: 'CNY', lowest: '100', highest: '100' } };

function panel(facts: Record<string, unknown>, seen: Partial<PanelSeen> = {}, month = {}) {
  const product = { ...newProduct(ROW.productId), facts: kept(facts) };
  const subject = subjectOf(
    pack,
    storeWith({ ...READY, ...month }),
    { productId: ROW.productId },
    AT,
    product,
  );
  return panelView('publish', subject, { ...EMPTY, ...seen }, translator('en'));
}

const section = <K extends Section['kind']>(
  view: ReturnType<typeof panel>,
  kind: K,
  title: RegExp,
): Extract<Section, { kind: K }> | undefined =>
  view.sections.find(
    (entry): entry is Extract<Section, { kind: K }> => entry.kind === kind && title.test(entry.title),
  );

/** `Intl` puts a space that does not break between a currency and its amount. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

const rows = (view: ReturnType<typeof panel>, title: RegExp) =>
  section(view, 'table', title)?.rows.map((row) => row.map(({ text }) => spaced(text)));

describe('the labels of the panel', () => {
  const TOY = { 'product.category': 'toys', 'product.destinations': ['DE', 'FR', 'KR', 'CA'] };

  it('stand by market: countries of which the rules say the same together', () => {
    const view = panel({ ...TOY, 'product.marks': ['CE'] });
    expect(section(view, 'table', /Labels/)?.head).toEqual([
      'Label',
      'Germany, France',
      'South Korea',
      'Canada',
      'Where',
    ]);
    const table = rows(view, /Labels/) ?? [];
    expect(table[0]).toEqual(['All in all', 'Not known', 'Missing', 'No rule known', '']);
    expect(table.find(([label]) => label?.includes('CE'))?.slice(1, 4)).toEqual([
      'There',
      'Not asked',
      'Not asked',
    ]);
    expect(table.find(([label]) => label?.includes('KC'))?.slice(1, 4)).toEqual([
      'Not asked',
      'Missing',
      'Not asked',
    ]);
  });

  it('are missing all in all where one is missing for certain, though another is not known', () => {
    const view = panel({ ...TOY, 'product.category': null, 'product.responsiblePersons': { GB: null } });
    expect(rows(view, /Labels/)?.[0]?.slice(0, 2)).toEqual(['All in all', 'Missing']);
  });

  it('are not there where the registration has ended', () => {
    const cosmetics = {
      'product.category': 'cosmetics',
      'product.destinations': ['FR'],
      'product.marks': [],
      'product.responsiblePersons': { EU: { name: 'Rep', postalAddress: 'Berlin', email: 'a@b.de' } },
    };
    const labels = (number: string) =>
      rows(
        panel({
          ...cosmetics,
          'product.registrations': [{ scheme: 'CPNP', number }],
          'product.expiries': [{ what: 'CPNP 1', on: '2024-01-01' }],
        }),
        /Labels/,
      ) ?? [];
    const ofCpnp = (number: string) => labels(number).find(([label]) => label?.includes('CPNP'))?.[1];
    expect([labels('1')[0]?.[1], ofCpnp('1')]).toEqual(['Ended', 'Ended']);
    expect([labels('2')[0]?.[1], ofCpnp('2')]).toEqual(['Complete', 'There']);
  });

  it('say where on the form an open one is filled in, by the form’s own parts', () => {
    const view = panel(TOY, { places: { 'product.responsiblePersons': 'Other 其它设置' } });
    const where = (label: string) =>
      rows(view, /Labels/)
        ?.find(([name]) => name?.includes(label))
        ?.at(-1);
    expect(where('EU responsible person')).toBe('Other 其它设置');
    expect(where('CE')).toMatch(/type it below/);
    const british = panel(
      { ...TOY, 'product.destinations': ['GB'] },
      { places: { 'product.responsiblePersons': 'x' } },
    );
    expect(
      rows(british, /Labels/)
        ?.find(([name]) => name?.startsWith('GB'))
        ?.at(-1),
    ).toMatch(/Not on this form/);
  });

  it('are not there while no destination is known', () => {
    expect(rows(panel({ 'product.category': 'toys' }), /Labels/)).toBeUndefined();
  });
});

describe('the form in the panel', () => {
  const check = (name: string, seen: Partial<PanelSeen>, destinations = ['DE']) =>
    section(panel({ 'product.destinations': destinations }, seen), 'checks', /form/)?.checks.find(
      (entry) => entry.name === name,
    );

  it('tells what is chosen, what is empty and what is not on the page', () => {
    const places = { 'form.manufacturer': '合规信息' };
    const reading = (text: string) => [{ fact: 'form.manufacturer', text }];
    expect(check('Manufacturer', { places, readings: reading('东莞样板电子厂') })).toMatchObject({
      cell: { verdict: 'pass', text: '东莞样板电子厂' },
      place: '合规信息',
    });
    expect(check('Manufacturer', { places, readings: reading('未关联') })?.cell.verdict).toBe('fail');
    expect(check('Manufacturer', { places, readings: reading('未关联') }, ['US'])?.cell.verdict).toBe(
      'caution',
    );
    expect(check('Manufacturer', {})?.cell.verdict).toBe('unknown');
  });

  it('tells of each qualification whether it is required and uploaded', () => {
    const qualification = (values: Record<string, string>) =>
      check('CE 证书', { lists: { qualifications: [{ key: 'CE 证书', values }] } })?.cell.verdict;
    expect(qualification({ uploaded: '已上传' })).toBe('pass');
    expect(qualification({ uploaded: '未上传', required: '*' })).toBe('fail');
    expect(qualification({ uploaded: '未上传' })).toBe('none');
    expect(qualification({ required: '*' })).toBe('unknown');
  });

  it.each([
    ['2028-03-11', 'pass', 'Uploaded, valid until 2028-03-11'],
    ['2026-11-26', 'caution', 'Within a week: CE 证书 ends on 2026-11-26; days left: 4.'],
    ['2024-01-01', 'fail', 'Ended: CE 证书 held until 2024-01-01.'],
  ])('tells of an uploaded qualification that it holds until %s', (validUntil, verdict, text) => {
    const lists = { qualifications: [{ key: 'CE 证书', values: { uploaded: '已上传', validUntil } }] };
    expect(check('CE 证书', { lists })?.cell).toMatchObject({ verdict, text });
  });
});

describe('the prices of the panel', () => {
  const net = (view: ReturnType<typeof panel>, programme: string) =>
    rows(view, /one sale/)?.find(([name]) => name === programme);

  it('name what is not known, and no amount for it', () => {
    const view = panel(PRICE);
    expect(net(view, 'semi-managed')).toEqual([
      'semi-managed',
      'Needs: Commission',
      'Needs: Commission',
      'Needs: Commission, Cost of the goods',
      'Needs: Commission, Cost of the goods',
    ]);
    expect(section(view, 'table', /one sale/)?.notes.join()).toMatch(/Full-managed is left out/);
  });

  it('are exact: fees, net, what is left of the goods, and the price that pays for both', () => {
    const view = panel({ ...PRICE, 'product.commissionPct': '8', 'product.unitCost': '46' });
    expect(net(view, 'semi-managed')).toEqual([
      'semi-managed',
      'CNY 8.00',
      'CNY 92.00',
      'CNY 46.00',
      'CNY 50.00',
    ]);
  });

  it('of the goods are not taken for another currency', () => {
    const cost = {
      'product.unitCost': '46',
      'product.unitCostCurrency': 'USD',
      'product.commissionPct': '8',
    };
    expect(net(panel({ ...PRICE, ...cost }), 'semi-managed')?.at(-1)).toBe('Needs: Cost of the goods');
  });

  it('show a loss as one', () => {
    const view = panel({ ...PRICE, 'product.commissionPct': '8', 'product.unitCost': '95' });
    const row = section(view, 'table', /one sale/)?.rows.find(([name]) => name?.text === 'semi-managed');
    expect(spaced(row?.[3]?.text ?? '')).toBe('-CNY 3.00');
    expect(row?.[3]?.verdict).toBe('fail');
  });

  it('stand beside those at a price that is tried; what is no price tries nothing', () => {
    const facts = { ...PRICE, 'product.commissionPct': '8', 'product.unitCost': '46' };
    expect(net(panel(facts, { whatIf: '200' }), 'semi-managed')?.slice(5)).toEqual([
      'CNY 16.00',
      'CNY 184.00',
      'CNY 138.00',
    ]);
    expect(net(panel(facts, { whatIf: '$200' }), 'semi-managed')).toHaveLength(5);
    expect(net(panel(facts, { whatIf: 'abc' }), 'semi-managed')).toHaveLength(5);
  });

  it('by country stand against the one price that semi-managed has', () => {
    const regional = [
      { key: '西班牙', values: { 'price.CNY': '104.00' } },
      { key: '法国', values: { 'price.USD': '20' } },
    ];
    expect(rows(panel(PRICE, { lists: { 'regional-prices': regional } }), /by country/)).toEqual([
      ['Spain', 'CNY 104.00', '+4.0%'],
      ['France', 'Not known', 'Not known'],
    ]);
    const range = { 'product.price': { currency: 'CNY', lowest: '100', highest: '120' } };
    expect(rows(panel(range, { lists: { 'regional-prices': regional } }), /by country/)?.[0]?.at(-1)).toMatch(
      /several prices/,
    );
  });
});

describe('the panel', () => {
  it('has every word in Chinese too', () => {
    const subject = subjectOf(pack, storeWith(READY), { productId: ROW.productId }, AT, {
      ...newProduct(ROW.productId),
      facts: kept({ ...PRICE, 'product.destinations': ['DE'], 'product.category': 'toys' }),
    });
    const view = panelView('publish', subject, EMPTY, translator('zh_CN'));
    expect(view.sections.map(({ title }) => spaced(title))).toEqual([
      '表单填写情况',
      '各目的国的标签',
      '只有您知道的',
      '按 CNY 100.00 卖出一件，各模式的到手',
      '规则与来源',
    ]);
  });
});
