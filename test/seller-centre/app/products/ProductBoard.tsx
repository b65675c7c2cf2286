import NextButton from '@alifd/next/es/button';
import Pagination from '@alifd/next/es/pagination';
import Tab from '@alifd/next/es/tab';
import { Spin } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { browse, type ListingStatus, type ListQuery, products as productsOf } from '../../catalogue.ts';
import { NextSheet } from '../kit/sheets.tsx';
import { type PageProps, Redesigned } from '../kit/view.tsx';
import { useDelayed, useTicks } from '../loading.ts';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import { pictureOf } from '../picture.ts';
import { namesOf, TABS } from './labels.ts';
import { type LiveProduct, liveAt } from './live.ts';

/** The product list in Fusion's table: the ID is a column of its own, and the name comes last but one. */
export function ProductBoard({ store, settings }: PageProps) {
  const all = useMemo(
    () => productsOf(store.channelId, { hostile: settings.hostile, rows: settings.rows }),
    [store.channelId, settings.hostile, settings.rows],
  );
  const [query, setQuery] = useState<ListQuery>({
    status: 'onSelling',
    page: 1,
    pageSize: settings.pageSize,
  });
  const answer = useCallback((asked: ListQuery) => browse(all, asked), [all]);
  const load = useDelayed(query, answer, settings.delay);
  const ticks = useTicks(settings.rerender);
  const rows = useMemo(
    () => (load.answer?.rows ?? []).map((product) => liveAt(product, ticks)),
    [load.answer, ticks],
  );
  const names = namesOf(settings);
  return (
    <Redesigned title="Catalogue 商品管理">
      <Tab
        shape="capsule"
        activeKey={query.status}
        onChange={(status) => setQuery({ ...query, status: status as ListingStatus, page: 1 })}
      >
        {TABS.map(({ status, label }) => (
          <Tab.Item key={status} title={label} />
        ))}
      </Tab>
      <Spin spinning={load.loading}>
        <NextSheet
          rows={rows}
          keyOf={(row) => row.productId}
          columns={[
            { title: 'Sales 30d 销量', width: 100, cell: (row) => row.sales },
            { title: 'Views 浏览量', width: 100, cell: (row) => row.views },
            { title: names.price, width: 160, cell: (row) => row.priceText },
            { title: names.id, width: 170, cell: (row) => row.productId },
            { title: 'Owner 商品责任人', width: 120, cell: () => 'Seller' },
            { title: 'Stock 库存', width: 80, cell: (row) => row.stock },
            { title: names.name, width: 320, cell: (row) => <Name row={row} /> },
            { title: 'Group 商品分组', width: 170, cell: (row) => row.group },
            { title: '', width: 90, cell: (row) => <Edit row={row} /> },
          ]}
        />
      </Spin>
      <Pagination
        className="orders-pagination"
        current={query.page}
        pageSize={query.pageSize}
        total={load.answer?.total ?? 0}
        onChange={(page) => setQuery({ ...query, page })}
      />
    </Redesigned>
  );
}

function Name({ row }: { row: LiveProduct }) {
  return (
    <div className="goods">
      <img src={pictureOf(row.picture)} alt="" width={36} height={36} />
      <div className="goods-text">
        <span className="goods-title">{row.title}</span>
        <span className="goods-id">{`${row.skuCount} SKU · ${row.editedAt}`}</span>
      </div>
    </div>
  );
}

function Edit({ row }: { row: LiveProduct }) {
  return (
    <NextButton
      text
      type="primary"
      onClick={() => navigate(linkTo(PATHS.publish, { productId: row.productId }))}
    >
      Edit 编辑
    </NextButton>
  );
}
