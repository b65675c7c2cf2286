import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

const readiness = (programme: 'merge' | 'semi', facts: Facts) =>
  evaluate(pack, { store: {}, ...facts }).readiness?.[programme];

const stateOf = (programme: 'merge' | 'semi', rule: string, facts: Facts) => {
  const item = readiness(programme, facts)?.items.find((entry) => entry.rule === rule);
  return item?.seeRule ? `${item.state}, see ${item.seeRule}` : item?.state;
};

describe('a store on its way into semi-managed', () => {
  it('has waited for the supply-chain system since the day it began to open, unless the days are stated', () => {
    const waited = (asOf: string | null, supplyChainPendingDays: number | null = null) =>
      stateOf('semi', 'semi.supply-chain-system', {
        asOf,
        dates: { supplyChainStarted: '2026-11-20' },
        store: { supplyChainOpened: false, supplyChainPendingDays },
      });
    expect(waited('2026-11-21')).toBe('waiting');
    expect(waited('2026-11-22')).toBe('failed, see semi.supply-chain-diagnosis');
    expect(waited('2026-11-22', 1)).toBe('waiting');
    expect(waited('2026-11-19')).toBe('open, see semi.supply-chain-diagnosis');
    expect(waited(null)).toBe('open, see semi.supply-chain-diagnosis');
  });

  it('meets the steps in the order of the article, and can’t undo its choice of warehouse', () => {
    const { items = [], irreversible } = readiness('semi', {}) ?? {};
    const order = items.map(({ rule }) => rule);
    expect(order.filter((rule) => !rule.startsWith('semi.step-'))).toEqual([
      'semi.agreement',
      'semi.supply-chain-system',
      'semi.return-address',
      'semi.jit-exam',
      'semi.jit-warehouse',
      'semi.open-store',
    ]);
    expect(irreversible).toEqual(['semi.irreversible-jit-warehouse']);
  });

  it('is asked for nothing that comes after joining, nor for every way in', () => {
    const rules = readiness('semi', {})?.items.map(({ rule }) => rule);
    expect(rules).not.toContain('semi.step-accept-order');
    expect(rules).not.toContain('semi.step-entry-banner');
  });

  it.each<[string, Facts['store'], string]>([
    ['semi.agreement', { semiAgreementSigned: true }, 'done'],
    ['semi.agreement', { semiAgreementSigned: false }, 'failed'],
    ['semi.agreement', {}, 'unknown'],
    ['semi.jit-warehouse', { jitWarehouses: 0 }, 'failed'],
    ['semi.jit-warehouse', { jitWarehouses: 1 }, 'done'],
    ['semi.open-store', { semiOpened: false }, 'open'],
    ['semi.open-store', { semiOpened: true }, 'done'],
    ['semi.supply-chain-system', { supplyChainOpened: true, supplyChainPendingDays: 5 }, 'done'],
    ['semi.supply-chain-system', { supplyChainOpened: false, supplyChainPendingDays: 1 }, 'waiting'],
    ['semi.supply-chain-system', { supplyChainOpened: false, supplyChainPendingDays: '0.5' }, 'waiting'],
    [
      'semi.supply-chain-system',
      { supplyChainOpened: false, supplyChainPendingDays: 2 },
      'failed, see semi.supply-chain-diagnosis',
    ],
    ['semi.supply-chain-system', { supplyChainOpened: false }, 'open, see semi.supply-chain-diagnosis'],
    ['semi.supply-chain-system', { supplyChainPendingDays: 2 }, 'unknown'],
  ])('%s with %j is %s', (rule, store, state) => {
    expect(stateOf('semi', rule, { store })).toBe(state);
  });

  it('takes what a person has ticked for a step that no fact shows', () => {
    const rule = 'semi.step-read-rules';
    expect(stateOf('semi', rule, {})).toBe('unknown');
    expect(stateOf('semi', rule, { done: { [rule]: true } })).toBe('done');
    expect(stateOf('semi', rule, { done: { [rule]: false } })).toBe('open');
    expect(stateOf('semi', rule, { done: { [rule]: null } })).toBe('unknown');
  });

  it('takes no tick for what a fact decides', () => {
    const done = { 'semi.agreement': true };
    expect(stateOf('semi', 'semi.agreement', { store: { semiAgreementSigned: false }, done })).toBe('failed');
    expect(stateOf('semi', 'semi.agreement', { done })).toBe('unknown');
  });

  it('is ready when all is done, and is told what comes next until then', () => {
    const store = {
      semiAgreementSigned: true,
      supplyChainOpened: true,
      returnAddressSet: true,
      jitExamPassed: true,
      jitWarehouses: 1,
      semiOpened: true,
    };
    const done = { 'semi.step-read-rules': true };
    expect(readiness('semi', { store, done })).toMatchObject({ verdict: 'pass', next: null });
    expect(readiness('semi', { store: { ...store, jitExamPassed: null }, done })).toMatchObject({
      verdict: 'unknown',
      next: 'semi.jit-exam',
    });
    const waiting = { ...store, supplyChainOpened: false, supplyChainPendingDays: 0 };
    expect(readiness('semi', { store: waiting, done })).toMatchObject({
      verdict: 'fail',
      next: 'semi.supply-chain-system',
    });
    expect(readiness('semi', { store: { ...store, semiOpened: false }, done })?.verdict).toBe('fail');
  });
});

describe('a store on its way into the merge service', () => {
  it('can’t have the screenshots of two stores while it has one', () => {
    const rule = 'merge.document-store-screenshots';
    const done = { [rule]: true };
    expect(stateOf('merge', rule, { store: { fullManagedStores: 1 }, done })).toBe('blocked');
    expect(stateOf('merge', rule, { store: {}, done })).toBe('unknown');
    expect(stateOf('merge', rule, { store: { fullManagedStores: 2 }, done })).toBe('done');
    expect(stateOf('merge', rule, { store: { fullManagedStores: 2 } })).toBe('unknown');
    expect(readiness('merge', { store: { fullManagedStores: 1 }, done })?.verdict).toBe('fail');
  });

  it('has its EPR numbers bound and filed, or none to bind', () => {
    const epr = (pools: Facts['pools']) => [
      stateOf('merge', 'merge.epr-bound', { pools }),
      stateOf('merge', 'merge.epr-filed', { pools }),
    ];
    const pool = {
      id: 'P1',
      destinations: ['DE'],
      epr: [
        { country: 'DE', scheme: 'DE_LUCID', number: 'DE3050219647799', filedAt: '2026-11-01T00:00:00Z' },
      ],
      appliedAt: '2026-11-20T00:00:00Z',
    };
    expect(epr([pool])).toEqual(['done', 'done']);
    expect(epr([{ ...pool, epr: [] }])).toEqual(['open', 'unknown']);
    expect(epr([{ ...pool, appliedAt: '2026-11-02T00:00:00Z' }])).toEqual(['done', 'open']);
    expect(epr([{ ...pool, appliedAt: null }])).toEqual(['done', 'unknown']);
    expect(epr([{ id: 'P1', destinations: ['ES'] }])).toEqual(['done', 'done']);
    expect(epr([{ id: 'P1', destinations: null, epr: [] }])).toEqual(['unknown', 'unknown']);
    expect(epr([{ ...pool, epr: null }])).toEqual(['unknown', 'unknown']);
    expect(epr([pool, { ...pool, id: 'P2' }])).toEqual(['open', 'done']);
    expect(epr([pool, { id: 'P2', destinations: ['FR'], epr: null }])).toEqual(['unknown', 'unknown']);
    expect(epr([])).toEqual(['unknown', 'unknown']);
    expect(epr(null)).toEqual(['unknown', 'unknown']);
  });

  it('is told that the migration can’t be undone', () => {
    expect(readiness('merge', {})?.irreversible).toEqual(['merge.irreversible-migration']);
  });

  it('is asked for no diagnosis of failures', () => {
    expect(readiness('merge', {})?.items.map(({ rule }) => rule)).not.toContain('merge.triage-board');
  });
});
