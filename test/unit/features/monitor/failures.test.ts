import { describe, expect, it } from 'vitest';
import { newStore } from '../../../../utils/facts/store-record.ts';
import { AT } from '../support.ts';
import { boardOf, failure, LOCKED, watched } from './support.ts';

const BOARD = boardOf(
  failure('SC1', LOCKED),
  failure('SC2', { ...LOCKED, at: '2026-11-21 10:00' }),
  failure('SC3', { ...LOCKED, type: '质检驳回' }),
  failure('SC4', { pool: 'POOL-88021' }),
);

const answered = (rule: string, isDone: boolean, at: string) => ({
  ...newStore('21900', AT),
  ticks: { [rule]: { isDone, at } },
});

const groupsOf = (store = newStore('21900', AT), board = BOARD) =>
  watched({ store, board }).sections.failures.groups;

const outcomes = (group: ReturnType<typeof groupsOf>[number] | undefined) =>
  Object.fromEntries(
    (group?.steps ?? []).map(({ reason }) => [reason.id.replace('merge.', ''), reason.verdict]),
  );

describe('the failures of a pool', () => {
  it('are counted by type, a type that was not read apart', () => {
    const { line, verdict } = watched({ board: BOARD }).sections.failures;
    expect(groupsOf().map(({ type, count }) => [type, count])).toEqual([
      ['stock-lock', 2],
      ['qc-rejected', 1],
      ['unread', 1],
    ]);
    expect(line).toContain('Stock lock failed: 2');
    expect(verdict).toBe('caution');
  });

  it('are unknown before the board was seen, and none where it showed none', () => {
    expect(watched().sections.failures.verdict).toBe('unknown');
    const empty = watched({ board: boardOf() }).sections.failures;
    expect([empty.verdict, empty.groups]).toEqual(['none', []]);
    expect(empty.notes.join()).toContain('read on the merge monitor');
  });

  it('say how old the board is once it is old', () => {
    const notesAt = (now: string) => watched({ board: BOARD, now }).sections.failures.notes.join();
    expect(notesAt('2026-11-23T08:00:00Z')).not.toContain('days ago');
    expect(notesAt('2026-11-26T08:00:00Z')).toContain('last seen 4 days ago');
  });

  it('lead through the checks, of which a person answers those that no page tells', () => {
    expect(outcomes(groupsOf()[0])).toMatchObject({
      'triage-board': 'pass',
      'triage-wms-push': 'unknown',
      'triage-token': 'pass',
      'triage-call-rate': 'pass',
      'triage-logs': 'none',
    });
    const asked = groupsOf()[0]?.steps.flatMap(({ question }) => question ?? []);
    expect(asked).toEqual([
      { check: 'merge.triage-wms-push', answer: null },
      { check: 'merge.triage-logs', answer: null },
    ]);
    const pushed = answered('merge.triage-wms-push', true, '2026-11-22T00:00:00Z');
    expect(outcomes(groupsOf(pushed)[0])).toMatchObject({
      'triage-wms-push': 'pass',
      'triage-logs': 'unknown',
    });
    const late = answered('merge.triage-wms-push', false, '2026-11-22T00:00:00Z');
    expect(outcomes(groupsOf(late)[0])).toMatchObject({ 'triage-wms-push': 'fail' });
    expect(watched({ store: late, board: BOARD }).sections.failures.verdict).toBe('fail');
  });

  it('take no answer that was given before the last of them happened', () => {
    // 2026-11-21 10:00 in Beijing.
    const before = answered('merge.triage-wms-push', true, '2026-11-21T01:59:00Z');
    const after = answered('merge.triage-wms-push', true, '2026-11-21T02:00:00Z');
    expect(outcomes(groupsOf(before)[0])['triage-wms-push']).toBe('unknown');
    expect(outcomes(groupsOf(after)[0])['triage-wms-push']).toBe('pass');
  });

  it('of a type for which no source has steps say so', () => {
    const group = groupsOf()[1];
    expect(group?.steps[0]?.reason).toMatchObject({
      id: 'merge.gap-triage-qc-rejected',
      verdict: 'caution',
    });
  });
});

describe('the self-check sheet', () => {
  const sheetOf = (store = newStore('21900', AT)) => groupsOf(store)[0]?.sheet ?? '';

  it('has the pool, type and time of each failure, in both languages', () => {
    const [chinese = '', english = ''] = sheetOf().split('\n---\n');
    for (const side of [chinese, english]) {
      expect(side).toContain('2026-11-20 08:55 · Pool ID POOL-88021 · SKU SC1');
      expect(side).toContain('2026-11-21 10:00 · Pool ID POOL-88021 · SKU SC2');
      expect(side).not.toContain('SC3');
    }
    expect(chinese).toContain('库存锁定失败');
    expect(english).toContain('Type of failure: Stock lock failed');
  });

  it('calls what was not checked just that, and makes nothing up', () => {
    const english = sheetOf().split('\n---\n')[1] ?? '';
    const checks = [...english.matchAll(/^\d\. \[(.*?)\]/gm)].map(([, result]) => result);
    expect(checks).toEqual([
      'passed',
      'passed',
      'not checked',
      'passed',
      'passed',
      'not checked',
      'not checked',
    ]);
    expect(english).toMatch(
      /\[passed\][^\n]*call rate[^\n]*\n {3}API calls a minute: 312, read on the merge monitor/,
    );
    expect(english).not.toContain('Answer:');
  });

  it('says what a person answered, and when', () => {
    const english = sheetOf(answered('merge.triage-wms-push', true, '2026-11-22T09:00:00Z')).split(
      '\n---\n',
    )[1];
    expect(english).toMatch(/3\. \[passed\][^\n]*\n {3}Answer: Yes, given by you on Nov 22, 2026/);
  });
});
