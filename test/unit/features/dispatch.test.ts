import { describe, expect, it } from 'vitest';
import { cardOfRow, chipOfRow, judgedRow, NOON } from './rows-support.ts';

const ORDER = { mark: '半托管', status: '等待发货', placed: '2026-11-20 02:30' };

/** Beijing's clock, as ISO 8601 in UTC. */
const at = (beijing: string): string => new Date(`${beijing.replace(' ', 'T')}:00+08:00`).toISOString();

const shown = (values: Partial<typeof ORDER> & Record<string, string | undefined>, now: string) => {
  const { verdict, detail } = chipOfRow('orders', { ...ORDER, ...values }, at(now)) ?? {};
  return [verdict, detail];
};

describe('the dispatch chip of a semi-managed order', () => {
  it('counts working days by the rough reference, and never passes by it', () => {
    // Ordered on a Friday: three working days end on Wednesday, the 25th.
    expect(shown({}, '2026-11-20 12:00')).toEqual(['unknown', '≈ 3 workdays']);
    expect(shown({}, '2026-11-22 23:59')).toEqual(['unknown', '≈ 3 workdays']);
    expect(shown({}, '2026-11-23 00:00')).toEqual(['unknown', '≈ 2 workdays']);
    expect(shown({}, '2026-11-24 12:00')).toEqual(['unknown', '≈ 1 workday']);
    expect(shown({}, '2026-11-25 23:59')).toEqual(['caution', '≈ today']);
    expect(shown({}, '2026-11-26 00:00')).toEqual(['caution', '≈ past']);
  });

  it('is past on a weekend after the last working day', () => {
    // Ordered on a Tuesday: over on Friday; no working day lies between that and Saturday.
    expect(shown({ placed: '2026-11-17 10:00' }, '2026-11-21 10:00')).toEqual(['caution', '≈ past']);
  });

  it('leaves out the holidays of China', () => {
    // National Day's holiday lasts until 7 October, and the Saturday after it is worked.
    const { reasons } = judgedRow('orders', 'dispatch', { ...ORDER, placed: '2026-09-30 10:00' });
    expect(reasons[0]?.notes?.[0]?.args).toEqual(['2026-09-30', '2026-10-08', '2026-10-10']);
  });

  it.each([
    ['4天6小时', { days: '4', hours: '6' }, 'pass', '4 d 6 h'],
    ['1天', { days: '1' }, 'pass', '1 d 0 h'],
    ['23小时', { hours: '23' }, 'caution', '23 h'],
    ['59分钟', { minutes: '59' }, 'caution', 'under 1 h'],
    ['0小时', { hours: '0' }, 'fail', 'overdue'],
    ['已超时', {}, 'fail', 'overdue'],
    ['已超时1天2小时', {}, 'fail', 'overdue'],
    ['1天已超时', { days: '1' }, 'fail', 'overdue'],
  ])('goes by the page’s own remaining time before all else: %s', (remaining, parts, verdict, detail) => {
    const values = { remaining, ...parts, placed: '2026-11-02 10:00' };
    expect(shown(values, '2026-11-20 12:00')).toEqual([verdict, detail]);
    const { summary, reasons } = judgedRow('shipping', 'dispatch', { ...ORDER, ...values });
    expect(summary.args).toEqual([remaining]);
    expect(reasons.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['semi.dispatch-unstated', verdict],
      ['semi.dispatch-1-3', 'none'],
    ]);
  });

  it('takes no part of a time left that was not read as a whole', () => {
    expect(shown({ days: '2', hours: '3' }, '2026-11-20 12:00')).toEqual(['unknown', '≈ 3 workdays']);
  });

  it('lets a remaining time run on that the page does not count down', () => {
    const order = { ...ORDER, remaining: '1天2小时', days: '1', hours: '2' };
    const hoursLater = (hours: number) => {
      const now = new Date(Date.parse(NOON) + hours * 3_600_000).toISOString();
      const { verdict, detail } = chipOfRow('shipping', order, now, NOON) ?? {};
      return [verdict, detail];
    };
    expect(hoursLater(0)).toEqual(['pass', '1 d 2 h']);
    expect(hoursLater(2)).toEqual(['pass', '1 d 0 h']);
    expect(hoursLater(2.1)).toEqual(['caution', '23 h']);
    expect(hoursLater(26)).toEqual(['fail', 'overdue']);
  });

  it.each([
    ['等待付款', 'dispatchUnpaid'],
    ['等待买家付款', 'dispatchUnpaid'],
    ['等待买家收货', 'dispatchDone'],
    ['交易成功', 'dispatchCompleted'],
    ['已关闭', 'dispatchClosed'],
  ])('has nothing to count where an order is %s', (status, key) => {
    const values = { ...ORDER, status, remaining: '已超时' };
    expect(judgedRow('orders', 'dispatch', values)).toMatchObject({ verdict: 'none', summary: { key } });
    expect(chipOfRow('orders', values)).not.toHaveProperty('detail');
  });

  it('names what was not read, and is unknown', () => {
    expect(judgedRow('orders', 'dispatch', { ...ORDER, status: undefined })).toMatchObject({
      verdict: 'unknown',
      unseen: ['status'],
    });
    for (const placed of [undefined, '2026-13-40 10:00', '2026-02-30 10:00', '20 Nov 2026']) {
      expect(judgedRow('orders', 'dispatch', { ...ORDER, placed }), placed).toMatchObject({
        verdict: 'unknown',
        unseen: ['remaining', 'placed'],
      });
    }
    expect(cardOfRow('orders', 'dispatch', ORDER).missing).toEqual([
      {
        name: 'Time left to dispatch, as the page shows it',
        where: 'Order page or shipping page › 剩余发货时间',
      },
    ]);
  });

  it('says of an order at a warehouse that nobody says what is left to do', () => {
    const { verdict, warnings } = judgedRow('orders', 'dispatch', { ...ORDER, status: '等待仓库发货' });
    expect([verdict, warnings]).toEqual(['unknown', [{ key: 'dispatchAtWarehouse' }]]);
  });

  it('is not there on an order without the mark', () => {
    expect(chipOfRow('orders', { ...ORDER, mark: undefined })).toBeUndefined();
  });

  it('says when it will say something else', () => {
    expect(chipOfRow('orders', ORDER)?.until).toBe('2026-11-20T16:00:00.000Z');
    const left = { ...ORDER, remaining: '1天', days: '1' };
    const { until = '' } = chipOfRow('orders', left) ?? {};
    expect(chipOfRow('orders', left, until, NOON)?.verdict).toBe('caution');
    expect(chipOfRow('orders', { ...ORDER, status: '已关闭' })?.until).toBeUndefined();
  });

  it('speaks Chinese as well', () => {
    expect(chipOfRow('orders', ORDER, NOON, NOON, 'zh_CN')).toMatchObject({
      word: '发货',
      detail: '约3个工作日',
      label: expect.stringContaining('2026-11-25'),
    });
  });
});

describe('its card', () => {
  it('names the order, its values and where they were read, and the zone that they are read in', () => {
    const { subject, values } = cardOfRow('orders', 'dispatch', ORDER);
    expect(subject).toEqual({ title: '', name: 'Order number', id: '8168901688100074' });
    expect(values).toEqual([
      { name: 'Status', value: '等待发货', origin: expect.stringMatching(/^read on the order list on /) },
      {
        name: 'Time of ordering',
        value: '2026-11-20 02:30',
        origin: expect.stringMatching(/read as Beijing time/),
      },
    ]);
  });

  it('shows the rules with their doubt, of which no reading is used', () => {
    const { reasons, basis } = cardOfRow('orders', 'dispatch', ORDER);
    expect(reasons.map(({ id }) => id)).toEqual(['semi.dispatch-1-3', 'semi.dispatch-unstated']);
    expect(basis.map(({ id }) => id).sort()).toEqual([
      'semi.gap-fine',
      'semi.late-fine',
      'semi.late-reputation',
    ]);
    for (const { doubts } of reasons) {
      expect(doubts.map(({ id }) => id)).toEqual(['conflict.semi-dispatch']);
      expect(doubts[0]?.readings.map(({ used }) => used)).toEqual([undefined, undefined, undefined]);
    }
    expect(reasons[0]?.notes).toEqual([
      'Ordered on 2026-11-20: about 2026-11-23 to 2026-11-25.',
      expect.stringMatching(/Beijing time/),
    ]);
  });
});
