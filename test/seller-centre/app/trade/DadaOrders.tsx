import NextButton from '@alifd/next/es/button';
import { buyerContact, remainingOf } from '../../catalogue/pages/trade.ts';
import { type Order, orders } from '../../catalogue.ts';
import { Lines } from '../kit/facts.tsx';
import { NextSheet } from '../kit/sheets.tsx';
import { type PageProps, useLoaded, Waiting } from '../kit/view.tsx';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import { OrderBoard } from '../orders/OrderBoard.tsx';

/** The older order list, with the names of its zones as they were seen. */
export function DadaOrdersPage(props: PageProps) {
  const rows = useLoaded(orders, props);
  if (!rows) return <Waiting />;
  if (props.settings.layout === 'redesigned') return <OrderBoard rows={rows} />;
  return (
    <div id="DadaMicroLoaderMicroLoader_order" className="page">
      <div className="dada-main-page">
        <h4 className="page-title">订单</h4>
        <div className="surface">
          <div className="toolbar-zone">
            <NextButton>导出订单</NextButton>
          </div>
          <div className="table-zone parent-tradeOrderItemsTable">
            <NextSheet
              rows={rows.slice(0, 20)}
              keyOf={(row) => row.orderNumber}
              columns={[
                { title: '订单信息', width: 250, cell: (row) => <OrderInfo order={row} /> },
                {
                  title: '商品',
                  cell: (row) =>
                    row.lines.map((line) => (
                      <div key={line.skuCode} className="goods-title">
                        {line.title}
                      </div>
                    )),
                },
                { title: '订单金额', width: 120, cell: (row) => `${row.currency} ${row.amount}` },
                { title: '买家', width: 150, cell: (row) => <Buyer order={row} /> },
                { title: '订单状态', width: 130, cell: (row) => row.status },
                { title: '操作', width: 100, cell: (row) => <Detail order={row} /> },
              ]}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

function OrderInfo({ order }: { order: Order }) {
  return (
    <div className="tb-order-info">
      <Lines
        name="ui-item"
        facts={[
          ['订单号', order.orderNumber],
          ['下单时间', order.placedAt],
          ['支付时间', order.paidAt],
          ['剩余发货时间', remainingOf(order)],
          ['订单标识', order.tags.length > 0 ? order.tags.join('，') : undefined],
        ]}
      />
    </div>
  );
}

function Buyer({ order }: { order: Order }) {
  return (
    <div className="dada-buyer-info">
      <a className="buyer-name" href="/apps/csp/im#/window">
        {buyerContact(order).name}
      </a>
    </div>
  );
}

function Detail({ order }: { order: Order }) {
  return (
    <NextButton
      text
      type="primary"
      onClick={() => navigate(linkTo(PATHS.dadaDetail, { orderId: order.orderNumber }))}
    >
      查看详情
    </NextButton>
  );
}
