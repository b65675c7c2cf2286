import { Button, Table, Tag } from 'antd';
import type { Order } from '../../catalogue.ts';
import { Redesigned } from '../kit/view.tsx';
import { linkTo, navigate, PATHS } from '../navigation.ts';

/** The orders in a table of antd's, a row for each. */
export function OrderBoard({ rows }: { rows: readonly Order[] }) {
  return (
    <Redesigned title="Orders 订单">
      <Table<Order>
        rowKey="orderNumber"
        size="middle"
        dataSource={[...rows]}
        pagination={{ pageSize: 20, showSizeChanger: false }}
        scroll={{ x: 1280 }}
        columns={[
          { title: 'Status 订单状态', width: 130, render: (_, row) => <Tag>{row.status}</Tag> },
          { title: 'Total 实收金额', width: 120, render: (_, row) => `${row.currency} ${row.amount}` },
          {
            title: 'Programme 订单标识',
            width: 150,
            render: (_, row) =>
              row.tags.map((tag) => (
                <Tag key={tag} color={tag === '半托管' ? 'geekblue' : 'default'}>
                  {tag}
                </Tag>
              )),
          },
          { title: 'Paid at 付款时间', width: 150, render: (_, row) => row.paidAt ?? '-' },
          {
            title: 'Items 商品',
            width: 300,
            render: (_, row) => row.lines.map((line) => line.title).join(' / '),
          },
          { title: 'Buyer 买家', width: 120, dataIndex: 'buyer' },
          { title: 'Order No. 订单号', width: 170, dataIndex: 'orderNumber' },
          { title: 'Order time 下单时间', width: 150, dataIndex: 'placedAt' },
          {
            title: '',
            width: 90,
            render: (_, row) => (
              <Button
                type="link"
                size="small"
                onClick={() => navigate(linkTo(PATHS.orderDetail, { orderId: row.orderNumber }))}
              >
                Details
              </Button>
            ),
          },
        ]}
      />
    </Redesigned>
  );
}
