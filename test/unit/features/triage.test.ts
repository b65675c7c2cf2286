import { describe, expect, it } from 'vitest';
import { cardOfRow, chipOfRow, judgedRow, NOON } from './rows-support.ts';

const LOCKED = {
  type: '库存锁定失败',
  pool: 'POOL-88021',
  at: '2026-11-20 08:55',
  tokenUntil: '2027-01-03 09:30',
  callRate: '312',
  lastPush: '2026-11-20 09:26',
};
type Values = Partial<Record<keyof typeof LOCKED, string>>;

const triage = (values: Values = {}, readAt = NOON) =>
  judgedRow('merge-monitor', 'merge', { ...LOCKED, ...values }, readAt);

const steps = (values?: Values, readAt?: string) =>
  triage(values, readAt).reasons.map(({ id, outcome }) => `${id.replace('merge.', '')} ${outcome}`);

describe('the chip of a failure on the Pool ID board', () => {
  it('goes the way as far as the page tells, and marks the next step', () => {
    const { verdict, reasons, unseen } = triage();
    expect(steps()).toEqual([
      'triage-board pass',
      'triage-type pass',
      'triage-wms-push unknown',
      'triage-token pass',
      'triage-call-rate pass',
    ]);
    expect(verdict).toBe('unknown');
    expect(unseen).toEqual(['wmsPushed']);
    const next = reasons.filter(({ notes }) => notes?.some(({ key }) => key === 'noteNextStep'));
    expect(next.map(({ id }) => id)).toEqual(['merge.triage-wms-push']);
  });

  it.each([
    ['500', 'pass', 'unknown'],
    ['501', 'fail', 'fail'],
    ['1,200', 'fail', 'fail'],
  ])('with %s calls a minute', (callRate, outcome, verdict) => {
    expect(steps({ callRate }).at(-1)).toBe(`triage-call-rate ${outcome}`);
    expect(triage({ callRate }).verdict).toBe(verdict);
  });

  it.each([
    ['2026-11-20 12:01', 'triage-token pass'],
    ['2026-11-20 11:59', 'triage-token fail'],
    ['2027-02-18 12:00', 'triage-token pass'],
  ])('with a token that ends %s, at noon in Beijing', (tokenUntil, step) => {
    expect(steps({ tokenUntil })).toContain(step);
  });

  it('knows no age of a token with another term than the default, or one that ends this very moment', () => {
    expect(steps({ tokenUntil: '2027-06-01 12:00' }).join()).not.toContain('triage-token');
    expect(triage({ tokenUntil: '2027-06-01 12:00' }).unseen).toEqual(['wmsPushed', 'tokenAge']);
    expect(steps({ tokenUntil: '2026-11-20 12:00' }).join()).not.toContain('triage-token');
  });

  it('names what the page does not show', () => {
    const { tokenUntil: _token, callRate: _rate, ...bare } = LOCKED;
    expect(judgedRow('merge-monitor', 'merge', bare)).toMatchObject({
      verdict: 'unknown',
      unseen: ['wmsPushed', 'tokenUntil', 'callRate'],
    });
  });

  it.each([
    ['质检驳回', 'merge.gap-triage-qc-rejected'],
    ['分单超时', 'merge.gap-triage-split-timeout'],
  ])('says of %s that no source gives its steps', (type, gap) => {
    const { verdict, summary, reasons } = triage({ type, callRate: '900' });
    expect([verdict, summary.key]).toEqual(['caution', 'triageNoSteps']);
    expect(reasons.at(-1)).toMatchObject({ id: gap, notes: [{ key: 'noteNextStep' }] });
  });

  it('stops at a type that it does not know', () => {
    const { type: _type, ...untyped } = LOCKED;
    for (const values of [untyped, { ...LOCKED, type: '其他' }]) {
      expect(judgedRow('merge-monitor', 'merge', values)).toMatchObject({
        verdict: 'unknown',
        summary: { key: 'triageNoType' },
        unseen: ['type'],
      });
    }
  });

  it('never passes', () => {
    for (const type of ['库存锁定失败', '质检驳回', '分单超时', '?']) {
      expect(triage({ type }).verdict).not.toBe('pass');
    }
  });

  it('says when the token will have ended', () => {
    const { until = '' } = chipOfRow('merge-monitor', LOCKED) ?? {};
    expect(steps({}, until)).toContain('triage-token fail');
  });

  it('has words of its own, and shows what the page shows around the board', () => {
    expect(chipOfRow('merge-monitor', LOCKED)).toMatchObject({ chip: 'merge', word: 'Next step' });
    const { title, values } = cardOfRow('merge-monitor', 'merge', LOCKED);
    expect(title).toBe('Merge service failure');
    expect(values.map(({ name }) => name)).toEqual([
      'Type of failure',
      'Pool ID',
      'Time of the failure',
      'Last WMS push',
      'Token valid until',
      'API calls a minute',
    ]);
  });
});
