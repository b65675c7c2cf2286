import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Tabs, Typography } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { browse, type ListingStatus, type ListQuery, products as productsOf } from '../../catalogue.ts';
import type { PageProps } from '../kit/view.tsx';
import { useDelayed } from '../loading.ts';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import { FilterForm, type Filters } from './FilterForm.tsx';
import { namesOf, TABS } from './labels.ts';
import { OddProductList } from './OddLists.tsx';
import { ProductBoard } from './ProductBoard.tsx';
import { ProductTable } from './ProductTable.tsx';

const NOTHING = { rows: [], total: 0 };

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** 商品管理 */
export function ProductListPage(props: PageProps) {
  const { list, layout } = props.settings;
  if (list) return <OddProductList {...props} list={list} />;
  return layout === 'evidence' ? <ProductScene {...props} /> : <ProductBoard {...props} />;
}

/** Tabs by state, filters, the table. Every question is answered after the delay of a load. */
function ProductScene({ store, settings }: PageProps) {
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
  const names = useMemo(() => namesOf(settings), [settings]);

  const ask = (next: ListQuery) => {
    document.getElementById('ait-layout-content')?.scrollTo({ top: 0 });
    setQuery(next);
  };
  const { page: _page, sort: _sort, ...unsorted } = query;
  const search = (filters: Filters) => {
    const { status, pageSize, sort } = query;
    ask({ status, pageSize, ...(sort && { sort }), ...filters, page: 1 });
  };
  const counted = (status: ListingStatus) => all.filter((product) => product.status === status).length;

  return (
    <div className="page">
      <div className="page-head">
        <Typography.Title level={4}>商品管理</Typography.Title>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate(linkTo(PATHS.publish))}>
          发布商品
        </Button>
      </div>
      <Card className="ait-card-pure" size="small">
        <Tabs
          activeKey={query.status}
          onChange={(status) => ask({ ...query, status: status as ListingStatus, page: 1 })}
          items={TABS.map(({ status, label }) => ({ key: status, label: `${label} (${counted(status)})` }))}
        />
        <FilterForm
          groups={distinct(all.map((product) => product.group))}
          templates={distinct(all.map((product) => product.shippingTemplate))}
          onSearch={search}
        />
        <div className="ait-scene-table-bottom">
          <ProductTable
            {...(load.answer ?? NOTHING)}
            query={query}
            loading={load.loading}
            rerender={settings.rerender}
            names={names}
            onChange={(change) => ask({ ...unsorted, ...change })}
          />
        </div>
      </Card>
    </div>
  );
}
