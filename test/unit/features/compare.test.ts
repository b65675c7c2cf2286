import { describe, expect, it } from 'vitest';
import type { StoreRecord } from '../../../utils/facts/store-record.ts';
import { compareView } from '../../../utils/features/compare.ts';
import { ANSWERS, COMPARED, type Compared, type Question } from '../../../utils/features/compare-rows.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, pack, READY, storeWith } from './support.ts';

const compared = (store: StoreRecord = storeWith({}), language: 'en' | 'zh_CN' = 'en') =>
  compareView(subjectOf(pack, store, undefined, AT), translator(language));

function answer(question: Question, programme: Compared, language: 'en' | 'zh_CN' = 'en') {
  const row = compared(storeWith({}), language).rows.find(({ id }) => id === question);
  if (!row) throw new Error(`No row for ${question}`);
  return row.answers[programme];
}

const standing = (programme: Compared, store: StoreRecord) => {
  const found = compared(store).standings.find(({ id }) => id === programme);
  if (!found) throw new Error(`No standing for ${programme}`);
  return found;
};

describe('the comparison of the programmes', () => {
  it('names only rules and fees that the pack has, each under a programme it is of', () => {
    const programmeOf = new Map([
      ...pack.rules.map(({ id, programme }) => [id, programme] as const),
      ...pack.fees.map(({ id }) => [id, 'merge'] as const),
    ]);
    for (const { ids = {} } of Object.values(ANSWERS)) {
      for (const [programme, own = []] of Object.entries(ids)) {
        for (const id of own) expect(programmeOf.get(id), id).toBe(programme);
      }
    }
  });

  it('says nothing where no source speaks, rather than no', () => {
    expect(answer('price', 'merge')).toEqual({ statements: [], doubts: [] });
    expect(answer('suits', 'semi').statements).toEqual([]);
  });

  it('says who sets the price where a source does', () => {
    expect(answer('price', 'full').statements.map(({ text }) => text)).toEqual([
      expect.stringContaining('platform lists, delists and prices'),
    ]);
    expect(answer('price', 'semi', 'zh_CN').statements[0]?.text).toContain('商家保留定价权');
  });

  it('has every bar and deadline of the programme, those for applicants too', () => {
    expect(answer('bars', 'merge').statements.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        pack.rules
          .filter(({ kind, programme }) => kind === 'bar' && programme === 'merge')
          .map(({ id }) => id),
      ),
    );
    expect(answer('deadlines', 'full').statements.map(({ id }) => id)).toContain('full.review-3-5');
    // One of two ways in, and no bar of those who apply.
    expect(answer('bars', 'full').statements.map(({ id }) => id)).not.toContain('full-invited.invitation');
  });

  it('says last what no source says', () => {
    const confidences = answer('fees', 'merge').statements.map(({ confidence }) => confidence);
    const first = confidences.indexOf('No source says');
    expect(first).toBeGreaterThan(0);
    expect(new Set(confidences.slice(first))).toEqual(new Set(['No source says']));
  });

  it('tells whose word it is whom a programme suits, and that it bears no date', () => {
    const [factories] = answer('suits', 'full').statements;
    expect(factories?.by).toMatch(/^According to: .*undated.*opinion$/);
    for (const programme of COMPARED) {
      for (const { by } of answer('suits', programme).statements) expect(by).toBeTruthy();
      for (const { by } of answer('ship', programme).statements) expect(by).toBeUndefined();
    }
  });

  it('marks what sources disagree on, with every reading once, and no mere ambiguity', () => {
    const { statements, doubts } = answer('ship', 'semi');
    expect(statements.filter(({ isDoubted }) => isDoubted).map(({ id }) => id)).toEqual([
      'semi.platform-logistics',
      'semi.choose-carrier',
      'semi.seller-ships',
    ]);
    const logistics = doubts.filter(({ id }) => id === 'conflict.semi-logistics');
    expect(logistics.map(({ readings }) => readings.map(({ id }) => id))).toEqual([['platform', 'seller']]);
    const dispatch = answer('fees', 'merge').statements.find(({ id }) => id === 'merge.fee-dispatch');
    expect(dispatch?.isDoubted).toBe(false);
    expect(compared().conflicts.full.map(({ id }) => id)).toContain('conflict.full-review-time');
    expect(compared().conflicts.merge.every(({ title }) => title.startsWith('Sources disagree'))).toBe(true);
  });
});

describe('where a store stands', () => {
  it('counts what is not met, not known and in doubt, the worst first', () => {
    const merge = standing(
      'merge',
      storeWith({ ...READY, 'store.fullManagedStores': 1, 'store.gmv90dUsd': '30000' }),
    );
    expect(merge).toMatchObject({ verdict: 'fail', count: '1 not met, 1 in doubt' });
    expect(merge.between.map(({ id, value }) => [id, value])).toEqual([
      ['merge.gmv-90d', expect.stringContaining('30000 USD')],
      ['merge.store-count-in-documents', expect.stringMatching(/stores.*1$/)],
    ]);
    expect(merge.between.map(({ notes }) => notes)).toEqual([
      [expect.stringMatching(/^typed by you/)],
      [expect.stringMatching(/^typed by you/)],
    ]);
  });

  it('names where a missing fact is found, and never takes it for met', () => {
    const { verdict, count, between } = standing('pop', storeWith({ 'store.realNameVerified': true }));
    expect({ verdict, count }).toEqual({ verdict: 'unknown', count: '1 not known' });
    expect(between.map(({ notes }) => notes)).toEqual([['On-site message after the review']]);
  });

  it('says that nothing stands between where every bar is met', () => {
    expect(standing('merge', storeWith(READY))).toMatchObject({
      verdict: 'pass',
      count: 'Nothing that the sources name',
      between: [],
    });
  });
});
