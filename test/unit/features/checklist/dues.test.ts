import { describe, expect, it } from 'vitest';
import { AT } from '../support.ts';
import { item, itemsOf, storeOf, viewOf } from './support.ts';

const dues = (path: Parameters<typeof item>[0], id: string, record: ReturnType<typeof storeOf>) =>
  Object.fromEntries(
    item(path, id, record).deadlines.map(({ title, dues: all }) => [
      title,
      all.map(({ days, left, reading }) => [days, left, ...(reading ? [reading] : [])]),
    ]),
  );

describe('the times of an item', () => {
  // 22 November 2026 is a Sunday.
  it('of a review are both of the article’s, side by side, with the one that gives none', () => {
    const applied = storeOf({ 'dates.fullApplied': '2026-11-20' });
    expect(dues('full-apply', 'full.platform-approval', applied)).toEqual({
      'Review: 3 to 5 working days': [['Wed, Nov 25, 2026 to Fri, Nov 27, 2026', 'working days left: 5']],
      'Review: 3 to 7 working days': [['Wed, Nov 25, 2026 to Tue, Dec 1, 2026', 'working days left: 7']],
      'Review: no time given': [],
    });
  });

  it('of the merge stages have both readings, and the average is called about', () => {
    const applied = storeOf({ 'dates.mergeApplied': '2026-11-20' });
    expect(dues('merge', 'merge.step-apply', applied)).toMatchObject({
      'Stage 1, pre-check: T+1': [['by Mon, Nov 23, 2026', 'working days left: 1']],
      'Stage 3, integration: T+5': [
        ['by Fri, Nov 27, 2026', 'working days left: 5', expect.stringContaining('5 working days at most')],
        ['by Thu, Dec 3, 2026', 'working days left: 9', expect.stringContaining('9 working days at most')],
      ],
      'All of it: 9.4 working days on average': [
        ['about Thu, Dec 3, 2026 to Fri, Dec 4, 2026', 'working days left: 10'],
      ],
    });
  });

  it('say when they are past, and by how many working days', () => {
    const applied = storeOf({ 'dates.exitSubmitted': '2026-11-10' });
    expect(dues('exit', 'exit.step-wait-for-notice', applied)).toEqual({
      'Exit review: about 3 working days': [['about Fri, Nov 13, 2026', 'past; working days over: 5']],
    });
    const [exit] = item('exit', 'exit.step-wait-for-notice', applied).deadlines;
    expect(exit?.dues[0]?.isPast).toBe(true);
  });

  it('say that the holidays of a year are not known yet', () => {
    const refund = storeOf({ 'dates.refundApproved': '2026-12-30' });
    const [first] = item('exit', 'deposit.step-check-bill', refund, 'zh_CN').deadlines;
    expect(first?.dues[0]?.calendar).toBe('2027 年官方节假日安排尚未公布，按周一至周五计算');
  });

  it('are not past while holidays that are not known may put them off', () => {
    const applied = storeOf({ 'dates.fullApplied': '2027-02-03' });
    const on = (day: string) => {
      const items = itemsOf(viewOf('full-apply', applied, 'en', `${day}T04:00:00Z`));
      const [longer] = items
        .flatMap(({ deadlines }) => deadlines)
        .filter(({ title }) => title === 'Review: 3 to 7 working days');
      return longer?.dues.map(({ left, isPast, calendar }) => [left, isPast, calendar]);
    };
    const rough = 'The official calendar for 2027 is not out yet: Monday to Friday were counted';
    expect(on('2027-02-12')).toEqual([['today', false, rough]]);
    expect(on('2027-02-26')).toEqual([['past, unless public holidays fall in between', false, rough]]);
    expect(on('2027-02-27')).toEqual([[expect.stringContaining('past; working days over'), true, rough]]);
  });

  it('name the year that is not known where only the days left reach into it', () => {
    const left = viewOf(
      'exit',
      storeOf({ 'dates.exitSubmitted': '2026-12-21' }),
      'en',
      '2027-01-05T04:00:00Z',
    );
    const [first] = itemsOf(left)
      .flatMap(({ deadlines }) => deadlines)
      .filter(({ title }) => title === 'Exit review: about 3 working days');
    expect(first?.dues).toMatchObject([{ isPast: true, calendar: expect.stringContaining('2027') }]);
  });

  it('are shown before anything runs, and no more once it is done', () => {
    expect(dues('exit', 'deposit.step-check-bill', storeOf({}))).toEqual({
      'Refund arrives: 3 to 5 working days': [],
    });
    const arrived = storeOf({ 'dates.refundApproved': '2026-11-18' }, { 'deposit.step-check-bill': true });
    expect(dues('exit', 'deposit.step-check-bill', arrived)).toEqual({
      'Refund arrives: 3 to 5 working days': [],
    });
    expect(viewOf('exit', arrived).timeline.spans).toEqual([]);
  });

  it('stand on the timeline, one row for each reading', () => {
    const { timeline } = viewOf('merge', storeOf({ 'dates.mergeApplied': '2026-11-20' }));
    expect(timeline.today).toBe('2026-11-22');
    expect(timeline.spans.map(({ label, latest }) => [label, latest])).toEqual([
      ['Stage 1, pre-check: T+1', '2026-11-23'],
      ['Stage 2, warehouse: T+3, reading 1', '2026-11-25'],
      ['Stage 2, warehouse: T+3, reading 2', '2026-11-26'],
      ['Stage 3, integration: T+5, reading 1', '2026-11-27'],
      ['Stage 3, integration: T+5, reading 2', '2026-12-03'],
      ['All of it: 9.4 working days on average', '2026-12-04'],
    ]);
  });

  it('of an EPR filing are shown under both readings of the 72 hours', () => {
    const store = {
      ...storeOf({}),
      pools: {
        P1: {
          destinations: ['DE'],
          epr: [{ country: 'DE', scheme: 'DE_LUCID', number: 'DE1234567890123', filedAt: AT }],
          appliedAt: '2026-11-24T08:00:00.000Z',
          at: AT,
        },
      },
    };
    const { state, proof } = item('merge', 'merge.epr-filed', store);
    expect(state).toBe('open');
    expect(proof).toEqual([
      expect.stringMatching(
        /^Pool P1, Germany: filed at least 72 hours ahead: no; filed at any time before applying: yes \(typed by you on Nov 22, 2026, .*\) · 72 hours before applying is Nov 21, 2026/,
      ),
    ]);
    expect(item('merge', 'merge.epr-bound', store)).toMatchObject({
      state: 'done',
      proof: [expect.stringMatching(/^Pool P1, Germany: number bound \(typed by you on Nov 22, 2026/)],
    });
  });
});
