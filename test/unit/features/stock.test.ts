import { describe, expect, it } from 'vitest';
import { cardOfRow, chipOfRow, judgedRow } from './rows-support.ts';

const ROW = { saleable: '1,569', state: '库存充足', warehouse: '杭州中心仓' };
const stock = (values: Record<string, string | undefined>) =>
  judgedRow('purchase-stock', 'stock', { ...ROW, ...values });

describe('the stock chip', () => {
  it.each([
    [{}, 'pass'],
    [{ saleable: '3', state: '建议补货' }, 'caution'],
    [{ saleable: '0', state: '缺货' }, 'fail'],
    [{ saleable: '0' }, 'fail'],
    [{ state: '缺货' }, 'fail'],
    [{ saleable: undefined, state: '缺货' }, 'fail'],
    [{ saleable: '10' }, 'pass'],
  ])('of %j', (values, verdict) => {
    expect(stock(values).verdict).toBe(verdict);
  });

  it('passes nothing of which half was not read, and names it', () => {
    expect(stock({ state: undefined })).toMatchObject({ verdict: 'unknown', unseen: ['state'] });
    expect(stock({ state: '充足' })).toMatchObject({ verdict: 'unknown', unseen: ['state'] });
    expect(stock({ saleable: undefined })).toMatchObject({ verdict: 'unknown', unseen: ['saleable'] });
    expect(stock({ saleable: undefined, state: '建议补货' })).toMatchObject({
      verdict: 'caution',
      unseen: ['saleable'],
    });
  });

  it('shows the number as the page has it, and whose it is', () => {
    expect(chipOfRow('purchase-stock', ROW)).toMatchObject({ chip: 'stock', detail: '1,569' });
    const { subject, values } = cardOfRow('purchase-stock', 'stock', ROW);
    expect(subject?.name).toBe('Product ID');
    expect(values.map(({ name, value }) => [name, value])).toEqual([
      ['Stock for sale', '1,569'],
      ['Stock status', '库存充足'],
      ['Warehouse', '杭州中心仓'],
    ]);
  });
});
