import { describe, expect, it } from 'vitest';
import { newStore } from '../../../../utils/facts/store-record.ts';
import { AT, storeWith } from '../support.ts';
import { boardOf, failure, LOCKED, MONTH, watched } from './support.ts';

const tokenOf = (issued: string, now = AT) =>
  watched({ store: storeWith({ 'dates.tokenIssued': issued }), now }).sections.token;

describe('the token', () => {
  it.each([
    ['2026-11-21', 'pass', /1 days old, 89 left/],
    ['2026-09-08', 'pass', /75 days old, 15 left/],
    ['2026-09-07', 'caution', /76 days old, 14 left/],
    ['2026-08-25', 'caution', /89 days old, 1 left/],
    ['2026-08-24', 'unknown', /90 days old: .* no source says/],
    ['2026-08-23', 'fail', /91 days old: over the 90 days/],
    ['2026-11-23', 'unknown', /still to come/],
  ])('issued on %s is %s on 22 November', (issued, verdict, line) => {
    const token = tokenOf(issued);
    expect(token.verdict).toBe(verdict);
    expect(token.line).toMatch(line);
  });

  it('ages by the days in China', () => {
    expect(tokenOf('2026-08-24', '2026-11-21T15:59:00Z').line).toMatch(/89 days/);
    expect(tokenOf('2026-08-24', '2026-11-21T16:00:00Z').line).toMatch(/90 days/);
  });

  it('that the board shows is told with page and time, and where it contradicts the day of issue', () => {
    const board = boardOf(failure('SC1', LOCKED));
    const alone = watched({ store: newStore('1', AT), board }).sections.token;
    expect([alone.verdict, alone.line]).toEqual(['pass', expect.stringContaining('2027-01-03 09:30')]);
    expect(alone.notes.join()).toContain('read on the merge monitor');
    const both = watched({ store: storeWith({ 'dates.tokenIssued': '2026-09-01' }), board }).sections.token;
    expect(both.verdict).toBe('caution');
    expect(both.notes.join()).toContain('leads to 2026-11-30, the monitor shows 2027-01-03');
    const agreed = watched({ store: storeWith({ 'dates.tokenIssued': '2026-10-05' }), board }).sections.token;
    expect(agreed.notes.join()).not.toContain('leads to');
  });

  it('is over at the minute that the board shows', () => {
    const board = boardOf(failure('SC1', { ...LOCKED, tokenUntil: '2026-11-22 16:00' }));
    const at = (now: string) => watched({ store: newStore('1', AT), board, now }).sections.token.verdict;
    expect(at('2026-11-22T07:59:00Z')).toBe('caution');
    expect(at('2026-11-22T08:00:00Z')).toBe('fail');
  });

  it('of which nothing is known is unknown, and asks for its date', () => {
    const { verdict, facts } = watched({ store: newStore('1', AT) }).sections.token;
    expect(verdict).toBe('unknown');
    expect(facts).toMatchObject([{ path: 'dates.tokenIssued', value: null }]);
  });
});

describe('the bill', () => {
  it('is due by both readings of “before the 10th”', () => {
    const { line, reasons } = watched().sections.bill;
    expect(line).toContain('2026-12-10');
    expect(line).toContain('2026-12-09');
    const readings = reasons[0]?.doubts.flatMap((doubt) => doubt.readings.map(({ amount }) => amount));
    expect(readings).toEqual(expect.arrayContaining(['2026-12-10', '2026-12-09']));
  });

  it('says that its working days left were counted without the holidays of a year', () => {
    const notes = (month: string) =>
      watched({ store: storeWith({ 'pool.month': month }) }).sections.bill.reasons[0]?.notes.join();
    expect(notes('2026-12')).toMatch(/2027-01-10.* working days left.*Counted Monday to Friday/);
    expect(notes('2026-11')).not.toContain('Counted Monday to Friday');
  });

  it('has no date where the month is not known', () => {
    expect(watched({ store: newStore('1', AT) }).sections.bill.verdict).toBe('unknown');
  });
});

describe('the application', () => {
  const applied = (day: string) =>
    watched({ store: storeWith({ 'dates.mergeApplied': day }) }).sections.application;

  it('is not known before its date is, and then runs by the stages', () => {
    expect(watched({ store: newStore('1', AT) }).sections.application.verdict).toBe('unknown');
    const { verdict, reasons } = applied('2026-11-20');
    expect(verdict).toBe('none');
    expect(reasons.map(({ id }) => id)).toContain('merge.stage-3');
  });

  it('is late only when it is by every reading: nine working days', () => {
    // From 10 November on, a Tuesday, five working days are over on the 17th and nine on the 23rd.
    expect(applied('2026-11-10').verdict).toBe('none');
    expect(applied('2026-11-09').verdict).toBe('caution');
  });

  it('is not late while holidays that are not known may put it off', () => {
    const store = storeWith({ 'dates.mergeApplied': '2027-02-01' });
    const on = (day: string) => watched({ store, now: `${day}T04:00:00Z` }).sections.application;
    // Nine working days, counted Monday to Friday, are over on 12 February; the Spring Festival falls in between.
    const { verdict, reasons } = on('2027-02-26');
    expect(verdict).toBe('none');
    expect(reasons.flatMap(({ notes }) => notes).join()).toContain('past, unless public holidays');
    expect(on('2027-02-27').verdict).toBe('caution');
  });

  it('is through where the monitor page itself shows a pool, and not where figures were typed', () => {
    const store = storeWith(MONTH);
    expect(watched({ store }).sections.application.verdict).toBe('unknown');
    const read = {
      ...store,
      facts: {
        'pool.gmv': [
          {
            value: '5',
            text: '5',
            at: AT,
            origin: { kind: 'read' as const, page: 'merge-monitor' as const },
          },
        ],
      },
    };
    expect(watched({ store: read }).sections.application.line).toContain('the service is running');
  });
});
