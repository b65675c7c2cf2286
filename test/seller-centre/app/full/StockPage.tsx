import { Tag } from 'antd';
import { type StockRow, stockPage } from '../../catalogue/pages/full-managed.ts';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

const COLOURS: Record<StockRow['state'], string> = {
  库存充足: 'success',
  建议补货: 'warning',
  缺货: 'error',
};

/** 仓发备货: the stock in the platform's warehouses. */
export function StockPage(props: PageProps) {
  const page = useLoaded(stockPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Rows rows={page} /> : <Inventory rows={page} />;
}

function Rows({ rows }: { rows: readonly StockRow[] }) {
  return (
    <Evidence title="仓发备货">
      <div className="surface">
        <NextSheet
          rows={rows}
          keyOf={(row) => row.scItemId}
          empty="没有备货商品"
          columns={[
            { title: '货品ID', width: 140, cell: (row) => row.scItemId },
            {
              title: '货品名称',
              width: 300,
              cell: (row) => (
                <>
                  <div className="goods-title">{row.title}</div>
                  <div className="goods-id">{`商品ID：${row.productId}`}</div>
                </>
              ),
            },
            { title: '仓库', width: 120, cell: (row) => row.warehouse },
            { title: '可售库存', width: 100, cell: (row) => row.saleable },
            { title: '在仓库存', width: 100, cell: (row) => row.inWarehouse },
            { title: '在途库存', width: 100, cell: (row) => row.onWay },
            { title: '库存状态', width: 110, cell: (row) => row.state },
          ]}
        />
      </div>
    </Evidence>
  );
}

function Inventory({ rows }: { rows: readonly StockRow[] }) {
  return (
    <Redesigned title="Inventory 库存">
      <Panel title="Warehouse stock 仓发备货">
        <AntSheet
          rows={rows}
          keyOf={(row) => row.scItemId}
          columns={[
            { title: 'Status 状态', cell: (row) => <Tag color={COLOURS[row.state]}>{row.state}</Tag> },
            { title: 'Product ID 商品ID', width: 170, cell: (row) => row.productId },
            { title: 'Name 名称', width: 320, cell: (row) => row.title },
            { title: 'Inbound 在途', cell: (row) => row.onWay },
            { title: 'On hand 在仓', cell: (row) => row.inWarehouse },
            { title: 'Available 可售库存', cell: (row) => row.saleable },
            { title: 'Item 货品ID', width: 150, cell: (row) => row.scItemId },
            { title: 'Warehouse 仓库', cell: (row) => row.warehouse },
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
