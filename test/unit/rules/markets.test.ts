import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { matchesFormat } from '../../../utils/rules/formats.ts';
import { labelsAsked } from '../../../utils/rules/labels.ts';
import { pack } from './support.ts';

type Product = NonNullable<Facts['product']>;

const judged = (product: Partial<Product>) => evaluate(pack, { product: { id: '1', ...product } });

describe('the reach of a product', () => {
  it('is the 47 less those it is blocked for', () => {
    const { reach } = judged({ programme: 'semi', blocked: ['DE', 'US', 'KR'] });
    expect(reach?.countries).toHaveLength(45);
    expect(reach).toMatchObject({ isSemi: 'pass', isUpperBound: false, blocked: ['DE', 'US'], missing: [] });
    expect(reach?.countries).not.toContain('DE');
  });

  it('leaves out what the shipping template leaves out, where that is known', () => {
    const { reach } = judged({ programme: 'semi', blocked: ['DE'], templateCountries: ['DE', 'FR', 'KR'] });
    expect(reach?.countries).toEqual(['FR']);
    expect(reach?.notInTemplate).toHaveLength(45);
    expect(judged({ programme: 'semi', blocked: [] }).reach?.notInTemplate).toEqual([]);
  });

  it('names the destinations that the programme does not have, each once', () => {
    const { reach } = judged({ destinations: ['RU', 'KR', 'DE', 'KR'] });
    expect(reach?.notReachable).toEqual(['KR', 'RU']);
  });

  it('is what the join page lists as sold; of countries that it does not list nothing is known', () => {
    const { reach, used } = judged({
      programme: 'semi',
      blocked: ['NZ'],
      joinedCountries: ['DE', 'FR', 'KR'],
    });
    expect(reach).toMatchObject({
      countries: ['DE', 'FR'],
      isUpperBound: false,
      blocked: ['NZ'],
      missing: [],
    });
    expect(reach?.notListed).toHaveLength(44);
    expect(reach?.notListed).not.toContain('NZ');
    expect(used.reach).toContain('product.joinedCountries');
  });

  it('leaves out of the listed ones those that another source says are blocked', () => {
    const { reach } = judged({ programme: 'semi', blocked: ['DE'], joinedCountries: ['DE', 'FR'] });
    expect(reach?.countries).toEqual(['FR']);
    expect(judged({ joinedCountries: ['FR'] }).reach).toMatchObject({
      countries: ['FR'],
      isUpperBound: false,
      missing: ['product.programme'],
    });
  });

  it('is an upper bound where it is not known what is blocked', () => {
    expect(judged({}).reach).toMatchObject({
      isSemi: 'unknown',
      isUpperBound: true,
      missing: ['product.blocked', 'product.programme'],
    });
    expect(judged({}).reach?.countries).toHaveLength(47);
    expect(judged({ programme: 'pop' }).reach?.isSemi).toBe('fail');
  });
});

describe('notes on further markets', () => {
  const notes = (category: string | null, country: string) =>
    judged({ category, destinations: [country] }).notes?.[country];

  it('stand beside the labels and decide nothing', () => {
    expect(notes('mains-electrical', 'DE')).toContain('note.de-weee');
    expect(notes('toys', 'DE')).not.toContain('note.de-weee');
    expect(notes('toys', 'US')).toContain('note.us-cpc-toys');
    expect(judged({ category: 'toys', destinations: ['US'] }).labels?.US).toEqual({ status: 'not-covered' });
  });

  it('are those of every category where the category is not known', () => {
    const known = notes(null, 'DE') ?? [];
    expect(known.length).toBeGreaterThan(0);
    for (const id of known) expect(pack.notes.find((note) => note.id === id)?.categories).toBe('any');
  });

  it('are none where no source was found', () => {
    for (const country of ['CA', 'ET', 'PK', 'PE', 'LK', 'IL', 'UA']) {
      expect(notes('toys', country), country).toEqual([]);
    }
  });
});

describe('labels', () => {
  const label = (product: Partial<Product>, country: string) =>
    judged({ destinations: [country], ...product }).labels?.[country];

  it('count no blank and no wrong e-mail as a responsible person', () => {
    const person = { name: 'Rep', postalAddress: 'Berlin', email: 'rep@example.eu' };
    const of = (EU: NonNullable<Product['responsiblePersons']>['EU']) =>
      label({ category: 'other', responsiblePersons: { EU } }, 'DE')?.status;
    expect(of(person)).toBe('complete');
    expect(of({ ...person, name: ' ' })).toBe('missing');
    expect(of({ ...person, email: 'rep@example' })).toBe('missing');
    expect(of({ ...person, email: ' ｒep@example.eu ' })).toBe('complete');
    expect(of({ ...person, postalAddress: null })).toBe('unknown');
    expect(of({ ...person, postalAddress: null, name: '' })).toBe('missing');
    expect(of(null)).toBe('unknown');
    expect(label({ category: 'other', responsiblePersons: {} }, 'DE')?.status).toBe('missing');
    expect(label({ category: 'other', responsiblePersons: null }, 'DE')?.status).toBe('unknown');
  });

  it('need a registration with its number', () => {
    const person = { name: 'Rep', postalAddress: 'Berlin', email: 'rep@example.eu' };
    const of = (registrations: Product['registrations']) =>
      label({ category: 'cosmetics', responsiblePersons: { EU: person }, registrations }, 'FR');
    expect(of([{ scheme: 'CPNP', number: '123' }])?.status).toBe('complete');
    expect(of([{ scheme: 'CPNP', number: ' ' }])?.missing).toEqual(['eu.cpnp']);
    expect(of([{ scheme: 'CPNP', number: null }])?.unknowns).toEqual(['eu.cpnp']);
    expect(of([{ scheme: 'CPNP' }, { scheme: 'CPNP', number: '1' }])?.status).toBe('complete');
    expect(of([{ scheme: 'SCPN', number: '123' }])?.missing).toEqual(['eu.cpnp']);
    expect(of(null)?.unknowns).toEqual(['eu.cpnp']);
  });

  it('are unknown for a category that the table does not know', () => {
    expect(label({ category: 'drones', responsiblePersons: null }, 'DE')).toEqual({
      status: 'unknown',
      missing: [],
      unknowns: ['eu.responsible-person'],
    });
    expect(label({ category: null, responsiblePersons: {} }, 'GB')).toMatchObject({
      status: 'unknown',
      missing: ['gb.responsible-person'],
    });
  });

  it('are sorted, and asked for once a country', () => {
    const result = judged({
      category: 'toys',
      destinations: ['GB', 'DE', 'GB'],
      marks: [],
      responsiblePersons: {},
    });
    expect(Object.keys(result.labels ?? {})).toEqual(['DE', 'GB']);
    expect(result.labels?.GB?.missing).toEqual(['gb.ce-or-ukca', 'gb.responsible-person']);
  });
});

describe('a format', () => {
  it('that the pack does not know is met by nothing', () => {
    expect(matchesFormat(pack, 'UNHEARD_OF', 'anything')).toBe(false);
    expect(matchesFormat(pack, 'EMAIL', 'a@b.de')).toBe(true);
    expect(matchesFormat(pack, 'DE_LUCID', 'ｄｅ3050219647799 ')).toBe(true);
  });
});

describe('the label items asked for', () => {
  it('are those of the country and the category, and of every category where it is not known', () => {
    const ids = (category: string | null, country: string) =>
      labelsAsked(pack, category, country).map(({ id }) => id);
    expect(ids('toys', 'DE')).toEqual(['eu.ce', 'eu.responsible-person']);
    expect(ids('textile', 'DE')).toEqual(['eu.fibre-composition', 'eu.responsible-person']);
    expect(ids(null, 'DE')).toEqual(['eu.responsible-person']);
    expect(ids('drones', 'DE')).toEqual(['eu.responsible-person']);
    expect(ids('toys', 'SA')).toEqual(['gcc.g-mark']);
    expect(ids('toys', 'CA')).toEqual([]);
  });
});
