import { Button, Dropdown, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { ListQuery, Quality, SortKey } from '../../catalogue.ts';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import type { Names } from './labels.ts';
import type { LiveProduct } from './live.ts';
import { ProductCell } from './ProductCell.tsx';

type Columns = TableColumnsType<LiveProduct>;

const MORE = ['下架', '复制', '移动分组', '查看数据'].map((label) => ({ key: label, label }));

function Actions({ product }: { product: LiveProduct }) {
  return (
    <div className="product-actions">
      <Button
        type="link"
        size="small"
        onClick={() => navigate(linkTo(PATHS.publish, { productId: product.productId }))}
      >
        编辑
      </Button>
      <MoreButton />
    </div>
  );
}

/** The menu is made when it is first wanted: 500 of them would double the time that a page of 500 rows takes. */
function MoreButton() {
  const [open, setOpen] = useState(false);
  const button = (
    <Button type="link" size="small" onClick={() => setOpen(true)}>
      更多
    </Button>
  );
  if (!open) return button;
  return (
    <Dropdown menu={{ items: MORE }} trigger={['click']} open onOpenChange={setOpen}>
      {button}
    </Dropdown>
  );
}

function QualityTag({ quality }: { quality: Quality }) {
  return (
    <Tag color={quality === '影响转化' ? 'warning' : 'success'} bordered={false}>
      {quality}
    </Tag>
  );
}

/** The columns, with the sort that the list was last asked for. The order of the row's text is the real list's. */
export function columnsFor(sort: ListQuery['sort'], names: Names): Columns {
  const sortable = (key: SortKey) => ({
    key,
    sorter: true,
    showSorterTooltip: false,
    sortOrder: sort?.key === key ? sort.order : null,
  });
  const columns: Columns = [
    {
      title: names.name,
      key: 'product',
      width: 420,
      fixed: 'left',
      render: (_, row) => <ProductCell product={row} idName={names.id} />,
    },
    { title: '商品分组', dataIndex: 'group', width: 138 },
    { title: names.price, dataIndex: 'priceText', width: 164, ...sortable('price') },
    { title: '库存', dataIndex: 'stock', width: 86, align: 'right', ...sortable('stock') },
    {
      title: '商品质量',
      key: 'quality',
      width: 92,
      render: (_, row) => <QualityTag quality={row.quality} />,
    },
    { title: '近30天销量', dataIndex: 'sales', width: 114, align: 'right', ...sortable('sales') },
    { title: '近30天浏览量', dataIndex: 'views', width: 110, align: 'right' },
    { title: '支付转化率', dataIndex: 'conversion', width: 96, align: 'right' },
    { title: '运费模板', dataIndex: 'shippingTemplate', width: 128 },
    {
      title: '编辑/创建时间',
      width: 166,
      render: (_, row) => <Times product={row} />,
      ...sortable('editedAt'),
    },
    {
      title: '操作',
      key: 'actions',
      width: 100,
      fixed: 'right',
      render: (_, row) => <Actions product={row} />,
    },
  ];
  return columns.map((column) => ({ ...column, shouldCellUpdate: hasChanged }));
}

/** Spares the cells of the rows whose figures stayed: a page has up to 500 rows of a dozen cells. */
function hasChanged(now: LiveProduct, before: LiveProduct): boolean {
  return now.productId !== before.productId || now.views !== before.views;
}

function Times({ product }: { product: LiveProduct }) {
  return (
    <div className="product-times">
      <div>{`编辑：${product.editedAt}`}</div>
      <div>{`创建：${product.createdAt}`}</div>
    </div>
  );
}
