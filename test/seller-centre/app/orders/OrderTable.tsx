import Table from '@alifd/next/es/table';
import type { Order, OrderLine } from '../../catalogue.ts';
import { OrderActions, OrderHeader, OrderState, SoldProduct } from './OrderParts.tsx';

/** One row below an order's header: a line of it, and on the first line what belongs to the whole order. */
interface Row {
  readonly key: string;
  readonly order: Order;
  readonly line: OrderLine;
  readonly first: boolean;
}

function groupOf(order: Order) {
  const children = order.lines.map(
    (line, index): Row => ({ key: `${order.orderNumber}-${index}`, order, line, first: index === 0 }),
  );
  return { key: order.orderNumber, order, children };
}

type Cell = (value: unknown, index: number, row: Row) => React.ReactNode;

const quantityCell: Cell = (_value, _index, { line }) => <div>{line.quantity}</div>;
const productCell: Cell = (_value, _index, { line }) => <SoldProduct line={line} />;
const feeCell: Cell = (_value, _index, { order, line }) => (
  <span className="productInfo--unitFee--mVPKC9G">{`${order.currency} ${line.unitPrice}`}</span>
);
const buyerCell: Cell = (_value, _index, { order, first }) =>
  first && <span className="buyerInfo--inline--U3y4fIR">{order.buyer}</span>;
const amountCell: Cell = (_value, _index, { order, first }) =>
  first && <div className="amount--amount--YdsJokJ">{`${order.currency} ${order.amount}`}</div>;
const stateCell: Cell = (_value, _index, { order, first }) => first && <OrderState status={order.status} />;
const actionCell: Cell = (_value, _index, { order, first }) => first && <OrderActions order={order} />;

/** Fusion's table in groups: every order is a `table.next-table-row` of its own; the quantity is column 3. */
export function OrderTable({ orders, loading }: { orders: readonly Order[]; loading: boolean }) {
  return (
    <Table
      dataSource={orders.map(groupOf)}
      primaryKey="key"
      loading={loading}
      hasBorder={false}
      tableLayout="fixed"
      emptyContent={loading ? ' ' : '没有订单'}
    >
      <Table.GroupHeader
        hasSelection={false}
        cell={({ order }: { order: Order }) => <OrderHeader order={order} />}
      />
      <Table.Column title="商品信息" width={340} cell={productCell} />
      <Table.Column title="单价" width={110} cell={feeCell} />
      <Table.Column title="买家" width={130} cell={buyerCell} />
      <Table.Column title="数量" width={70} cell={quantityCell} />
      <Table.Column title="实收金额" width={120} cell={amountCell} />
      <Table.Column title="订单状态" width={140} cell={stateCell} />
      <Table.Column title="操作" width={110} cell={actionCell} />
    </Table>
  );
}
