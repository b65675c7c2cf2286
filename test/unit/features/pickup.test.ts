import { describe, expect, it } from 'vitest';
import { cardOfRow, chipOfRow, judgedRow, NOON } from './rows-support.ts';

const PURCHASE = { status: '待揽收', pickupBy: '2026-11-21 12:00:00' };
const pickup = (values: Record<string, string | undefined>, readAt = NOON) => {
  const { verdict, detail } = chipOfRow('purchase-orders', { ...PURCHASE, ...values }, readAt) ?? {};
  return [verdict, detail];
};

describe('the pick-up chip of a purchase order', () => {
  it.each([
    ['2026-11-22 11:59', 'pass', '1 d 23 h'],
    ['2026-11-21 12:00:00', 'pass', '1 d 0 h'],
    ['2026-11-21 11:59:59', 'caution', '23 h'],
    ['2026-11-20 12:00:01', 'caution', 'under 1 h'],
    ['2026-11-20 12:00:00', 'fail', 'overdue'],
    ['2026-11-19 12:00', 'fail', 'overdue'],
  ])('at noon in Beijing, with pick-up by %s', (pickupBy, verdict, detail) => {
    expect(pickup({ pickupBy })).toEqual([verdict, detail]);
    expect(pickup({ pickupBy, status: '待接单' })).toEqual([verdict, detail]);
  });

  it.each(['已揽收', '已入库', '已取消'])('has nothing to count once it is %s', (status) => {
    expect(pickup({ status, pickupBy: '2026-11-01 12:00' })).toEqual(['none', undefined]);
    expect(pickup({ status, pickupBy: undefined })).toEqual(['none', undefined]);
  });

  it('names what was not read, and is unknown', () => {
    const purchase = (values: Record<string, string | undefined>) =>
      judgedRow('purchase-orders', 'dispatch', { ...PURCHASE, ...values });
    expect(purchase({ pickupBy: undefined })).toMatchObject({ verdict: 'unknown', unseen: ['pickupBy'] });
    expect(purchase({ status: undefined })).toMatchObject({ verdict: 'unknown', unseen: ['status'] });
    expect(purchase({ status: '已退回' })).toMatchObject({ verdict: 'unknown', unseen: ['status'] });
  });

  it('has words of its own, for the chip and its card', () => {
    expect(chipOfRow('purchase-orders', PURCHASE)).toMatchObject({ chip: 'dispatch', word: 'Pick-up' });
    const { title, subject, values } = cardOfRow('purchase-orders', 'dispatch', PURCHASE);
    expect([title, subject?.name]).toEqual(['Time to pick-up', 'Purchase order number']);
    expect(values[0]).toMatchObject({
      value: '2026-11-21 12:00:00',
      origin: expect.stringMatching(/^read on the JIT purchase orders on .* read as Beijing time/),
    });
  });

  it('says when it will say something else', () => {
    const { until = '' } = chipOfRow('purchase-orders', PURCHASE) ?? {};
    expect(pickup({}, until)).toEqual(['caution', '23 h']);
  });
});
