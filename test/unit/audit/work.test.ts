import { describe, expect, it } from 'vitest';
import { type Finding, findingsOf } from '../../../utils/audit/findings.ts';
import { summaryOf } from '../../../utils/audit/summary.ts';
import { muteOf, NO_WORK, stateOf, type Work } from '../../../utils/audit/work.ts';
import { auditOf, batchOf, minute, seen, toy } from './support.ts';

const auditWith = (values: Parameters<typeof toy>[1], minutes = 0) =>
  auditOf([batchOf(seen([1], { at: minute(minutes) }), [toy(1, values)])]);

const findingOf = (audit: ReturnType<typeof auditWith>): Finding => {
  const finding = findingsOf(audit).find(({ rule }) => rule === 'eu.ce');
  if (!finding) throw new Error('no finding');
  return finding;
};

const UNMARKED = { 'product.marks': [] };
const audit = auditWith(UNMARKED);
const finding = findingOf(audit);
const SAID = { at: minute(1), name: '王芳', reason: 'on its way', expires: minute(100) };
const muted: Work = { ...NO_WORK, mutes: { [finding.id]: muteOf(finding, SAID) } };

describe('work on findings', () => {
  it('mutes until the day it was given for', () => {
    expect(stateOf(finding, NO_WORK, minute(2))).toBe('open');
    expect(stateOf(finding, muted, minute(99))).toBe('muted');
    expect(stateOf(finding, muted, minute(100))).toBe('open');
  });

  it('mutes no more than was there: another country or verdict brings a finding back', () => {
    const inFrance = auditWith({ ...UNMARKED, 'product.destinations': ['DE', 'FR'] });
    expect(stateOf(findingOf(inFrance), muted, minute(2))).toBe('open');
    const unknown = auditWith({ 'product.marks': null });
    expect(stateOf(findingOf(unknown), muted, minute(2))).toBe('open');
    const fewer = { ...finding, countries: [] };
    expect(stateOf(fewer, muted, minute(2))).toBe('muted');
  });

  it('mutes what ends no longer than until it has ended', () => {
    const EXPIRING = toy(1, { 'product.expiries': [{ what: 'CE ABC', on: '2026-12-10' }] });
    const endingAt = (at: string): Finding => {
      const [ending] = findingsOf(auditOf([batchOf(seen([1], { at }), [EXPIRING])])).filter(
        ({ ends }) => ends,
      );
      if (!ending) throw new Error('no finding');
      return ending;
    };
    const [before, after] = ['2026-11-22T08:00:00.000Z', '2026-12-22T08:00:00.000Z'].map(endingAt);
    if (!before || !after) throw new Error('no finding');
    const mutedAt = (at: string): Work => ({
      ...NO_WORK,
      mutes: { [before.id]: muteOf(before, { ...SAID, at, expires: '2027-01-22T16:00:00.000Z' }) },
    });
    expect(stateOf(before, mutedAt(minute(1)), '2026-12-22T09:00:00.000Z')).toBe('muted');
    expect(stateOf(after, mutedAt(minute(1)), '2026-12-22T09:00:00.000Z')).toBe('open');
    // It had ended already when it was muted.
    expect(stateOf(after, mutedAt('2026-12-22T09:00:00.000Z'), '2026-12-22T10:00:00.000Z')).toBe('muted');
  });

  it('is done until it is found again', () => {
    const done: Work = { ...NO_WORK, done: { [finding.id]: { at: minute(5), name: '王芳' } } };
    expect(stateOf(finding, done, minute(6))).toBe('done');
    expect(stateOf(findingOf(auditWith(UNMARKED, 9)), done, minute(10))).toBe('again');
  });

  it('counts muted findings among all, and apart', () => {
    const findings = findingsOf(audit);
    const plain = summaryOf(audit, findings);
    const { bySeverity, byState } = summaryOf(audit, findings, { work: muted, now: minute(2) });
    expect(bySeverity).toEqual(plain.bySeverity);
    expect(byState).toEqual({ open: findings.length - 1, muted: 1, done: 0, again: 0 });
  });

  it('sums up products by what is worst of them', () => {
    const records = [toy(1), toy(2, UNMARKED), toy(3, { 'product.marks': null })];
    const summary = summaryOf(auditOf([batchOf(seen([1, 2, 3]), records)]));
    expect(summary).toMatchObject({ productsClean: 1, productsFailed: 1, productsOpen: 1 });
    expect(summary.rules[0]).toEqual({ rule: 'eu.ce', chip: 'labels', severity: 'high', count: 1 });
  });
});
