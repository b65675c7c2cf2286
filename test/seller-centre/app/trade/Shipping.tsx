import NextButton from '@alifd/next/es/button';
import Tab from '@alifd/next/es/tab';
import Table from '@alifd/next/es/table';
import { Button, Empty, Segmented, Tag } from 'antd';
import { buyerContact, remainingOf, SHIP_TABS } from '../../catalogue/pages/trade.ts';
import type { Order } from '../../catalogue.ts';
import { Lines } from '../kit/facts.tsx';
import { Evidence, Redesigned, Waiting } from '../kit/view.tsx';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import { ColourTag } from '../orders/ColourTag.tsx';
import { SoldProduct } from '../orders/OrderParts.tsx';

interface ShippingProps {
  readonly rows: readonly Order[] | undefined;
  readonly tab: string | null;
}

const toTab = (tab: string): void => navigate(linkTo(PATHS.shipping, { tab }));
const create = (order: Order): void =>
  navigate(linkTo(PATHS.createShipment, { trade_order_id: order.orderNumber }));

type Cell = (value: unknown, index: number, row: { order: Order }) => React.ReactNode;

const goodsCell: Cell = (_value, _index, { order }) =>
  order.lines.map((line) => <SoldProduct key={line.skuCode} line={line} />);
const buyerCell: Cell = (_value, _index, { order }) => {
  const { name, country, address } = buyerContact(order);
  return (
    <>
      <span className="cells--buyerName--x8Gd1Vq">{name}</span>
      <div className="goods-id">{`${address}, ${country.name}`}</div>
    </>
  );
};
const timeCell: Cell = (_value, _index, { order }) => (
  <>
    <div>{`付款时间：${order.paidAt ?? '-'}`}</div>
    <div>{`剩余发货时间：${remainingOf(order) ?? '-'}`}</div>
  </>
);
const stateCell: Cell = (_value, _index, { order }) => order.status;
const actionCell: Cell = (_value, _index, { order }) => (
  <NextButton type="primary" size="small" onClick={() => create(order)}>
    创建物流
  </NextButton>
);

function ShipHeader({ order }: { order: Order }) {
  return (
    <div className="order-header">
      <span>{`订单号：${order.orderNumber}`}</span>
      <span>{`下单时间：${order.placedAt}`}</span>
      {order.tags.map((tag) => (
        <ColourTag key={tag} tag={tag} />
      ))}
    </div>
  );
}

/** 我要发货: Fusion's tabs, whose state is in the address, and its table in groups. */
export function ShipTable({ rows, tab }: ShippingProps) {
  return (
    <Evidence title="我要发货">
      <div className="surface">
        <Tab activeKey={tab ?? SHIP_TABS[0].key} onChange={(key) => toTab(String(key))}>
          {SHIP_TABS.map(({ key, label }) => (
            <Tab.Item key={key} title={label} />
          ))}
        </Tab>
        <Table
          dataSource={(rows ?? []).map((order) => ({
            key: order.orderNumber,
            order,
            children: [{ key: `${order.orderNumber}-0`, order }],
          }))}
          primaryKey="key"
          loading={!rows}
          hasBorder={false}
          tableLayout="fixed"
          emptyContent={rows ? '没有包裹' : ' '}
        >
          <Table.GroupHeader
            hasSelection={false}
            cell={({ order }: { order: Order }) => <ShipHeader order={order} />}
          />
          <Table.Column title="商品信息" cell={goodsCell} />
          <Table.Column title="买家" width={230} cell={buyerCell} />
          <Table.Column title="时间" width={230} cell={timeCell} />
          <Table.Column title="订单状态" width={120} cell={stateCell} />
          <Table.Column title="操作" width={120} cell={actionCell} />
        </Table>
      </div>
    </Evidence>
  );
}

/** The same in cards. */
export function ShipCards({ rows, tab }: ShippingProps) {
  return (
    <Redesigned title="Dispatch 我要发货">
      <Segmented
        options={SHIP_TABS.map(({ key, label }) => ({ value: key, label }))}
        value={tab ?? SHIP_TABS[0].key}
        onChange={toTab}
      />
      {!rows && <Waiting />}
      {rows?.length === 0 && <Empty description="没有包裹" />}
      <div className="ticket-grid">
        {rows?.map((order) => (
          <article key={order.orderNumber} className="ticket">
            <header>
              <b>{order.lines[0]?.title}</b>
              {order.tags.map((tag) => (
                <Tag key={tag} color="geekblue">
                  {tag}
                </Tag>
              ))}
            </header>
            <Lines
              name="parcel"
              facts={[
                ['Dispatch within 剩余发货时间', remainingOf(order)],
                ['Paid at 付款时间', order.paidAt],
                ['Status 订单状态', order.status],
                ['Ship to 买家', `${buyerContact(order).name}, ${buyerContact(order).address}`],
                ['Order time 下单时间', order.placedAt],
                ['Order No. 订单号', order.orderNumber],
              ]}
            />
            <Button size="small" onClick={() => create(order)}>
              Create shipment 创建物流
            </Button>
          </article>
        ))}
      </div>
    </Redesigned>
  );
}
