// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readList } from '../../../utils/site/lists.ts';
import { chipOfRow } from './rows-support.ts';
import { pack } from './support.ts';

const ID = '8168901688100074';

const HTML = {
  orders: (remaining: string) => `<table><tbody><tr class="next-table-row"><td>订单号：${ID}</td>
    <td>半托管</td><td>等待发货</td><td>下单时间：2026-11-20 10:00</td><td>剩余发货时间：${remaining}</td></tr></tbody></table>`,
  'order-detail': (
    remaining: string,
  ) => `<main><h1>订单详情</h1><section><div>订单号：${ID}</div><div>半托管</div>
    <div>订单状态：等待发货</div><div>下单时间：2026-11-20 10:00</div><div>剩余发货时间：${remaining}</div></section></main>`,
  shipping: (
    remaining: string,
  ) => `<article><header>订单号：${ID}</header><span>半托管</span><p>状态：等待发货</p>
    <p>下单时间：2026-11-20 10:00</p><p>剩余发货时间：${remaining}</p></article>`,
};

/** What the chip of an order says of the time left that its page shows. */
function shown(page: keyof typeof HTML, remaining: string) {
  document.body.innerHTML = HTML[page](remaining);
  const list = pack.siteMap.pages[page]?.lists?.entries;
  const [entry] = list ? readList(document, list) : [];
  const { verdict, detail } = chipOfRow(page, entry?.values ?? {}) ?? {};
  return [verdict, detail];
}

describe.each(Object.keys(HTML) as (keyof typeof HTML)[])('the time left on the page %s', (page) => {
  it.each([
    ['2天3小时', 'pass', '2 d 3 h'],
    ['2天3小时5分10秒', 'pass', '2 d 3 h'],
    ['已超时', 'fail', 'overdue'],
    ['已超时2天3小时', 'fail', 'overdue'],
    ['已超时5分钟', 'fail', 'overdue'],
    ['超时 2天', 'fail', 'overdue'],
    ['2天前已超时', 'fail', 'overdue'],
  ])('%s', (remaining, ...chip) => {
    expect(shown(page, remaining)).toEqual(chip);
  });

  it.each(['3天前应发货', '-2天3小时', '超时将关闭'])('is not known of %s', (remaining) => {
    expect(shown(page, remaining)).toEqual(['unknown', '≈ 3 workdays']);
  });
});
