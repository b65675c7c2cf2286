import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { panelView } from '../../../utils/features/panels/index.ts';
import type { PanelView, Section } from '../../../utils/features/panels/view.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, pack, ROW, storeWith } from './support.ts';

const DONE = {
  'store.semiAgreementSigned': true,
  'store.supplyChainOpened': true,
  'store.returnAddressSet': true,
  'store.jitExamPassed': true,
  'store.jitWarehouses': 1,
} as const;

const SEEN = { readings: [], lists: {}, places: {}, typed: {}, whatIf: '' };

const read = (values: Record<string, unknown>): KeptFacts =>
  Object.fromEntries(
    Object.entries(values).map(([path, value]) => [
      path,
      [{ value, text: 'x', at: AT, origin: { kind: 'read', page: 'semi-join' } }],
    ]),
  );

interface Known {
  store?: Parameters<typeof storeWith>[0];
  product?: Record<string, unknown>;
  readings?: { fact: string; text: string }[];
  language?: 'en' | 'zh_CN';
}

function panel({ store = DONE, product = {}, readings = [], language = 'en' }: Known): PanelView {
  const record = { ...newProduct(ROW.productId), facts: read(product) };
  const subject = subjectOf(pack, storeWith(store), { productId: ROW.productId }, AT, record);
  return panelView('semi-join', subject, { ...SEEN, readings }, translator(language));
}

const summary = (known: Known) => panel(known).summary.map(({ verdict, text }) => `${verdict}: ${text}`);

const section = <K extends Section['kind']>(view: PanelView, kind: K, title: RegExp) =>
  view.sections.find(
    (entry): entry is Extract<Section, { kind: K }> => entry.kind === kind && title.test(entry.title),
  );

const JOINED = {
  'product.programme': 'semi',
  'product.blocked': ['NZ'],
  'product.joinedCountries': ['ES', 'FR'],
};

describe('the line of the join panel', () => {
  it('says the verdict, the steps and the reach', () => {
    expect(summary({ product: JOINED })).toEqual([
      'pass: This store may join',
      'unknown: 5 of 7 steps done',
      'caution: Reaches 2 of 47 countries',
    ]);
  });

  it('never promises what is not known', () => {
    expect(summary({ store: {} })).toEqual([
      'unknown: Not known whether this store may join',
      'unknown: 0 of 7 steps done',
      'unknown: Once joined, reaches at most 47 countries',
    ]);
    const couldJoin = { ...JOINED, 'product.programme': 'pop' };
    expect(summary({ product: couldJoin })[2]).toBe('caution: Once joined, reaches 2 of 47 countries');
  });

  it('fails where a step is not done', () => {
    expect(summary({ store: { ...DONE, 'store.jitExamPassed': false } }).slice(0, 2)).toEqual([
      'fail: This store may not join yet',
      'fail: 4 of 7 steps done',
    ]);
  });

  it('is green for reach only where the page lists every country of the programme as sold', () => {
    const all = { ...JOINED, 'product.blocked': [], 'product.joinedCountries': pack.groups.SEMI };
    expect(summary({ product: all })[2]).toBe('pass: Reaches 47 of 47 countries');
    const [, ...rest] = pack.groups.SEMI ?? [];
    expect(summary({ product: { ...all, 'product.joinedCountries': rest } })[2]).toMatch(
      /^caution: .* 46 of/,
    );
  });
});

describe('the steps of the join panel', () => {
  it('say where each stands, where that was read, and who asks for it', () => {
    const steps = section(panel({ store: { ...DONE, 'store.jitExamPassed': false } }), 'steps', /./)?.steps;
    expect(steps?.map(({ reason, state }) => `${reason.id} ${state.text}`)).toEqual([
      'semi.step-read-rules Not known',
      'semi.agreement Done',
      'semi.supply-chain-system Done',
      'semi.return-address Done',
      'semi.jit-exam Not done',
      'semi.jit-warehouse Done',
      'semi.open-store Not known',
    ]);
    const exam = steps?.find(({ reason }) => reason.id === 'semi.jit-exam');
    expect(exam?.from[0]).toMatch(/^typed by you on /);
    expect(exam?.reason.evidence[0]?.origin).toMatch(/line \d+/);
    expect(steps?.every(({ reason }) => reason.evidence.length > 0)).toBe(true);
  });

  it('that wait for the platform say what to do about them', () => {
    const view = panel({ store: { ...DONE, 'store.supplyChainOpened': false } });
    const [system] =
      section(view, 'steps', /./)?.steps.filter(({ reason }) => reason.id === 'semi.supply-chain-system') ??
      [];
    expect(system?.state).toMatchObject({ verdict: 'caution', text: 'To do' });
    expect(system?.advice.map(({ id }) => id)).toEqual(['semi.supply-chain-diagnosis']);
  });
});

describe('the parts of the join panel', () => {
  it('say of the product’s bars what has ended or soon will, before they are green', () => {
    const complete = {
      'product.category': 'cosmetics',
      'product.destinations': ['FR'],
      'product.blocked': [],
      'product.marks': [],
      'product.responsiblePersons': { EU: { name: 'Rep', postalAddress: 'Berlin', email: 'a@b.de' } },
      'product.registrations': [{ scheme: 'CPNP', number: '1' }],
    };
    const bars = (on: string) => {
      const product = { ...complete, 'product.expiries': [{ what: 'CPNP 1', on }] };
      const view = panel({ store: { ...DONE, 'store.semiOpened': true }, product });
      const { verdict, text } = section(view, 'checks', /./)?.checks[1]?.cell ?? {};
      return `${verdict}: ${text}`;
    };
    expect(bars('2028-01-31')).toBe('pass: All 2 requirements met');
    expect(bars('2026-12-01')).toBe('caution: CPNP 1 ends on 2026-12-01; days left: 9.');
    expect(bars('2024-01-01')).toBe('caution: Ended: CPNP 1 held until 2024-01-01.');
  });

  it('name the countries that are not reached, and why', () => {
    const checks = section(panel({ product: JOINED }), 'checks', /sold/)?.checks ?? [];
    const [, sold, blocked, notListed] = checks;
    expect([sold?.name, sold?.cell.text]).toEqual(['Sold (2)', 'Spain, France']);
    expect([blocked?.name, blocked?.cell.text]).toEqual(['Marked as not sold (不可售) (1)', 'New Zealand']);
    expect(notListed?.name).toMatch(/nothing is known of them \(44\)/);
  });

  it('have the freight by country, cheapest first, with where it was read', () => {
    const freight = [
      { country: 'ES', currency: 'USD', amount: '10.5' },
      { country: 'FR', currency: 'USD', amount: '9.20' },
    ];
    const readings = [{ fact: 'form.weight', text: '0.35' }];
    const table = section(
      panel({ product: { 'product.freightEstimates': freight }, readings }),
      'table',
      /./,
    );
    expect(table?.title).toMatch(/USD\s9\.20\s?–\s?10\.50/);
    expect(table?.rows.map((row) => row.map(({ text }) => text.replace(/\s/g, ' ')))).toEqual([
      ['France', 'USD 9.20'],
      ['Spain', 'USD 10.50'],
    ]);
    expect(table?.notes[0]).toMatch(/^read on the semi-managed join page on /);
    expect(table?.notes.at(-1)).toBe('The form now holds 0.35 kg.');
    expect(section(panel({ readings }), 'table', /./)).toBeUndefined();
  });

  it('show the base price, and one price for every country with its doubt', () => {
    const view = panel({ readings: [{ fact: 'form.basePrice', text: 'USD 4.21' }] });
    expect(section(view, 'checks', /^Price$/)?.checks[0]?.cell.text).toBe('USD 4.21');
    const rule = section(view, 'reasons', /./)?.reasons.find(({ id }) => id === 'semi.one-price');
    expect(rule?.doubts.map(({ id }) => id)).toEqual(['conflict.semi-price']);
  });

  it('name what can’t be undone', () => {
    const ids = section(panel({}), 'reasons', /./)?.reasons.map(({ id }) => id);
    expect(ids?.[0]).toBe('semi.irreversible-jit-warehouse');
  });

  it('are in Chinese where Chinese was chosen', () => {
    expect(summary({ product: JOINED, language: 'zh_CN' })).toEqual([
      'pass: 本店可以加入',
      'unknown: 7 步已完成 5 步',
      'caution: 可达 2 国（共 47 国）',
    ]);
  });
});
