import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import type { Programme } from '../../../utils/rules/pack.ts';
import { rulesOf } from '../../../utils/rules/programmes.ts';
import { pack } from './support.ts';

const result = (programme: Programme, store: Facts['store'], product?: Facts['product']) =>
  evaluate(pack, { store: store ?? {}, product }).programmes?.[programme];

const REP = { name: 'Rep GmbH', postalAddress: 'Berlin', email: 'rep@example.eu' };
const TOY: NonNullable<Facts['product']> = {
  id: '1',
  programme: 'pop',
  category: 'toys',
  destinations: ['DE'],
  blocked: [],
  marks: ['CE'],
  responsiblePersons: { EU: REP },
  registrations: [],
};

describe('every programme', () => {
  it.each<[Programme, Facts['store'], string[]]>([
    ['pop', { realNameVerified: false, accountApproved: true }, ['pop.real-name']],
    ['semi', { jitWarehouses: 0 }, ['semi.jit-warehouse']],
    ['full', { fullApproved: false }, ['full.platform-approval']],
    ['full-apply', { fullApproved: false }, ['full.platform-approval']],
    [
      'full-invited',
      { fullApproved: false, fullInvited: false },
      ['full-invited.invitation', 'full.platform-approval'],
    ],
    ['exit', { stockCleared: false }, ['exit.stock-cleared']],
    ['deposit', { openDisputes: 1, openOrders: 2 }, ['deposit.no-disputes', 'deposit.no-open-orders']],
    [
      'deposit',
      { hasUnpaidDebts: true, depositRefundable: false },
      ['deposit.no-debts', 'deposit.refundable'],
    ],
    ['third-party', { hostingApproved: false }, ['third-party.company-approval']],
    ['stock-guard', { warehouseNamesMatch: false }, ['stock-guard.warehouse-names-match']],
  ])('%s with %j fails by %j', (programme, store, fails) => {
    expect(result(programme, store)).toMatchObject({ verdict: 'fail', fails });
  });

  it.each<[Programme, Facts['store']]>([
    ['pop', { realNameVerified: true, accountApproved: true }],
    ['full', { fullApproved: true }],
    ['full-apply', { fullApproved: true }],
    ['full-invited', { fullApproved: true, fullInvited: true }],
    ['exit', { stockCleared: true }],
    ['deposit', { depositRefundable: true, openDisputes: 0, openOrders: 0, hasUnpaidDebts: false }],
    ['third-party', { hostingContractSigned: true, hostingApproved: true }],
    ['stock-guard', { warehouseNamesMatch: true }],
  ])('%s with %j passes', (programme, store) => {
    expect(result(programme, store)).toEqual({
      verdict: 'pass',
      fails: [],
      unknowns: [],
      cautions: [],
      conflicts: [],
    });
  });

  it('is unknown of a store of which nothing is known, with every bar named', () => {
    const { programmes } = evaluate(pack, { store: {} });
    for (const { verdict, unknowns } of Object.values(programmes ?? {})) {
      expect(verdict).toBe('unknown');
      expect(unknowns.length).toBeGreaterThan(0);
    }
  });

  it('has the rules of the one it extends', () => {
    const ids = rulesOf(pack, 'full-invited').map(({ id }) => id);
    expect(ids).toContain('full.platform-approval');
    expect(ids).toContain('full-invited.invitation');
    expect(ids).not.toContain('full.document-form');
    expect(rulesOf(pack, 'full').map(({ id }) => id)).not.toContain('full-invited.invitation');
  });

  it('is unknown in a pack that names no bar for it', () => {
    const empty = { ...pack, rules: pack.rules.filter(({ programme }) => programme !== 'exit') };
    expect(evaluate(empty, { store: {} }).programmes?.exit).toMatchObject({
      verdict: 'unknown',
      unknowns: [],
    });
  });

  it('lists its rules sorted, however the pack has them', () => {
    const backwards = { ...pack, rules: pack.rules.toReversed() };
    const facts: Facts = { store: { openDisputes: 1, openOrders: 2, depositRefundable: false } };
    expect(evaluate(backwards, facts).programmes).toEqual(evaluate(pack, facts).programmes);
  });
});

describe('a store with more than one JIT warehouse', () => {
  it('is told that the figure can’t be right', () => {
    expect(result('semi', { jitWarehouses: 2 })).toMatchObject({
      verdict: 'fail',
      conflicts: ['semi.jit-warehouse-count'],
    });
    expect(result('semi', { jitWarehouses: 1 })?.conflicts).toEqual([]);
  });
});

describe('a product that is to join semi-managed', () => {
  const joined = (product: Partial<typeof TOY>, store: Facts['store'] = { semiOpened: true }) =>
    result('semi-product', store, { ...TOY, ...product });

  it('needs an opened store and complete labels for every destination', () => {
    expect(joined({})?.verdict).toBe('pass');
    expect(joined({}, { semiOpened: false })?.fails).toEqual(['semi-product.store-upgraded']);
    expect(joined({ marks: [] })?.fails).toEqual(['semi-product.labels']);
    expect(joined({ destinations: ['DE', 'GB'] })?.fails).toEqual(['semi-product.labels']);
  });

  it('needs no label where it is blocked or the programme does not go', () => {
    expect(joined({ destinations: ['DE', 'GB'], blocked: ['GB'] })?.verdict).toBe('pass');
    expect(joined({ destinations: ['DE', 'KR'] })?.verdict).toBe('pass');
  });

  it('is unknown where a market is not covered, nothing is known, or no market is left', () => {
    for (const product of [
      { destinations: ['DE', 'CA'] },
      { destinations: [] },
      { destinations: null },
      { destinations: ['KR'] },
      { category: null },
      { blocked: ['DE'] },
    ]) {
      expect(joined(product), JSON.stringify(product)).toMatchObject({
        verdict: 'unknown',
        unknowns: ['semi-product.labels'],
      });
    }
  });
});
