import Button from '@alifd/next/es/button';
import { Tag } from 'antd';
import { type JitPurchaseOrder, jitOrdersPage } from '../../catalogue/pages/full-managed.ts';
import { Definitions } from '../kit/facts.tsx';
import { NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

/** JIT采购单: the purchase orders of the full-managed programme, with the time until which each must be picked up. */
export function JitOrdersPage(props: PageProps) {
  const page = useLoaded(jitOrdersPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Rows rows={page} /> : <Cards rows={page} />;
}

function Items({ row }: { row: JitPurchaseOrder }) {
  return (
    <>
      {row.items.map((item) => (
        <div key={item.skuId} className="jit-item">
          <div className="goods-title">{item.title}</div>
          <div className="goods-id">{`货品编码：${item.scItemCode}　×${item.quantity}`}</div>
          <div className="goods-id">{`SKU ID：${item.skuId}`}</div>
        </div>
      ))}
    </>
  );
}

function Rows({ rows }: { rows: readonly JitPurchaseOrder[] }) {
  return (
    <Evidence title="JIT采购单">
      <div className="surface">
        <NextSheet
          rows={rows}
          keyOf={(row) => row.purchaseOrderNo}
          empty="没有采购单"
          columns={[
            { title: '采购单号', width: 160, cell: (row) => row.purchaseOrderNo },
            { title: '货品信息', width: 280, cell: (row) => <Items row={row} /> },
            { title: '数量', width: 70, cell: (row) => row.totalQuantity },
            { title: '采购单状态', width: 110, cell: (row) => row.status },
            { title: '最晚揽收时间', width: 170, cell: (row) => row.lastPickupTime ?? '-' },
            { title: '发货单号', width: 160, cell: (row) => row.consignOrderNo },
            { title: '收货国家', width: 90, cell: (row) => row.country.name },
            { title: '店铺', width: 150, cell: (row) => row.storeName },
            { title: '创建时间', width: 150, cell: (row) => row.createdAt },
            {
              title: '操作',
              width: 100,
              cell: (row) => (
                <Button text type="primary">
                  {row.status === '待接单' ? '确认接单' : '查看'}
                </Button>
              ),
            },
          ]}
        />
      </div>
    </Evidence>
  );
}

function Cards({ rows }: { rows: readonly JitPurchaseOrder[] }) {
  return (
    <Redesigned title="Purchase orders 采购单" lead="JIT">
      {rows.length === 0 && <p className="nothing">No purchase orders 没有采购单</p>}
      <div className="ticket-grid">
        {rows.map((row) => (
          <article key={row.purchaseOrderNo} className="ticket">
            <header>
              <b>{`PO No. 采购单号：${row.purchaseOrderNo}`}</b>
              <Tag color={row.status === '待揽收' ? 'processing' : 'default'}>{row.status}</Tag>
            </header>
            <Definitions
              facts={[
                ['Pick up by 最晚揽收时间', row.lastPickupTime],
                ['Store 店铺', row.storeName],
                ['Consignment 发货单号', row.consignOrderNo],
                ['Destination 收货国家', row.country.name],
                ['Quantity 数量', row.totalQuantity],
                ['Created 创建时间', row.createdAt],
              ]}
            />
            <Items row={row} />
          </article>
        ))}
      </div>
    </Redesigned>
  );
}
