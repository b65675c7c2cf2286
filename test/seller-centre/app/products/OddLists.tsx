import { Card, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { type Product, products as productsOf } from '../../catalogue.ts';
import type { PageProps } from '../kit/view.tsx';
import { useTicks } from '../loading.ts';
import { linkTo, PATHS } from '../navigation.ts';
import type { OddList } from '../settings.ts';
import { liveAt } from './live.ts';
import { ProductCell } from './ProductCell.tsx';

type Rows = readonly Product[];
type Columns = TableColumnsType<Product>;

const FEW = 40;
const MANY = 5000;
/** After so many ticks the rows stay as they are, so that a test can compare them. */
const LAST_TICK = 20;

const STREAM_EVERY_MS = 100;
const STREAM_ROWS = 6;
const STREAM_BATCHES = 50;

const COLUMNS: Columns = [
  {
    title: '商品信息',
    key: 'product',
    width: 420,
    render: (_, row) => <ProductCell product={row} idName="ID" />,
  },
  { title: '零售价', dataIndex: 'priceText', width: 164 },
  { title: '库存', dataIndex: 'stock', width: 86 },
];

/** A cell of nothing but text: when it changes, everything in it is put anew. */
const TEXT_COLUMNS: Columns = [
  {
    title: '商品信息',
    key: 'product',
    width: 420,
    render: (_, { views, title, productId }) => `${views} 次浏览 · ${title} ID: ${productId}`,
  },
  ...COLUMNS.slice(1),
];

interface SceneProps {
  rows: Rows;
  rerender: number;
}

const Simple = ({ rows, columns = COLUMNS }: { rows: Rows; columns?: Columns }) => (
  <Table rowKey="productId" columns={columns} dataSource={[...rows]} pagination={false} />
);

function TextCells({ rows, rerender }: SceneProps) {
  const tick = Math.min(useTicks(rerender), LAST_TICK);
  return <Simple rows={rows.slice(0, FEW).map((row) => liveAt(row, tick))} columns={TEXT_COLUMNS} />;
}

/** The same rows show other products, as where one scrolls through a window of rows. */
function Recycled({ rows, rerender }: SceneProps) {
  const tick = Math.min(useTicks(rerender), LAST_TICK);
  const shown = rows.slice(tick * 3, tick * 3 + FEW).map((row, place) => ({ ...row, place: `row-${place}` }));
  return <Table rowKey="place" columns={COLUMNS} dataSource={shown} pagination={false} />;
}

/** More products than any store of the catalogue has: each again and again under other IDs. */
const manyOf = (rows: Rows): Product[] =>
  Array.from({ length: MANY }, (_, index) => {
    const product = rows[index % rows.length] as Product;
    const round = BigInt(Math.floor(index / rows.length));
    return { ...product, productId: String(BigInt(product.productId) + round * 10n ** 9n) };
  });

function Virtual({ rows }: SceneProps) {
  const many = useMemo(() => manyOf(rows), [rows]);
  return (
    <Table
      virtual
      rowKey="productId"
      columns={COLUMNS}
      dataSource={many}
      scroll={{ x: 670, y: 600 }}
      pagination={false}
    />
  );
}

function Streaming({ rows }: SceneProps) {
  const batches = Math.min(useTicks(STREAM_EVERY_MS), STREAM_BATCHES);
  return <Simple rows={rows.slice(0, (batches + 1) * STREAM_ROWS)} />;
}

const Framed = () => (
  <iframe
    className="list-frame"
    title="商品管理"
    src={linkTo(PATHS.products, { 'standin-list': null })}
    style={{ width: '100%', height: 800, border: 0 }}
  />
);

const CAMPAIGNS = ['11.11 全球狂欢', '店铺满立减', 'Super Deals 专场'].map((name, index) => ({
  name,
  id: `ID: 2026111${index}`,
  budget: `USD ${index + 5}.00`,
}));

/** Above the products stands a table of campaigns, which have IDs and prices too. */
const Two = ({ rows }: SceneProps) => (
  <>
    <Table
      className="campaigns"
      rowKey="id"
      columns={[
        { title: '活动', dataIndex: 'name' },
        { title: '编号', dataIndex: 'id' },
        { title: '预算', dataIndex: 'budget' },
      ]}
      dataSource={CAMPAIGNS}
      pagination={false}
    />
    <Simple rows={rows.slice(0, FEW)} />
  </>
);

const SCENES: Record<OddList, (props: SceneProps) => React.ReactNode> = {
  text: TextCells,
  recycled: Recycled,
  virtual: Virtual,
  streaming: Streaming,
  framed: Framed,
  two: Two,
};

/** The product list as no evidence has it, in ways that lists of other sites are made. */
export function OddProductList({ store, settings, list }: PageProps & { list: OddList }) {
  const rows = useMemo(
    () => productsOf(store.channelId).filter(({ status }) => status === 'onSelling'),
    [store.channelId],
  );
  const Scene = SCENES[list];
  return (
    <div className="page">
      <Card className="ait-card-pure" size="small" title="商品管理">
        <Scene rows={rows} rerender={settings.rerender} />
      </Card>
    </div>
  );
}
