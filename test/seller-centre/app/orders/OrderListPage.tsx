import Pagination from '@alifd/next/es/pagination';
import { Card, Tabs, Typography } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { type Order, orders as ordersOf } from '../../catalogue.ts';
import { type PageProps, useLoaded, Waiting } from '../kit/view.tsx';
import { useDelayed } from '../loading.ts';
import { OrderBoard } from './OrderBoard.tsx';
import { OrderTable } from './OrderTable.tsx';

const PAGE_SIZE = 10;
const TABS = ['全部订单', '半托管订单', '等待发货', '等待买家收货', '交易成功'] as const;

type Tab = (typeof TABS)[number];

function belongs(order: Order, tab: Tab): boolean {
  if (tab === '全部订单') return true;
  return tab === '半托管订单' ? order.tags.includes('半托管') : order.status === tab;
}

/** 订单管理 */
export function OrderListPage(props: PageProps) {
  return props.settings.layout === 'evidence' ? <OrderGroups {...props} /> : <OneTable {...props} />;
}

function OneTable(props: PageProps) {
  const rows = useLoaded(ordersOf, props);
  return rows ? <OrderBoard rows={rows} /> : <Waiting />;
}

/** Tabs, orders in groups, Fusion's pagination. */
function OrderGroups({ store, settings }: PageProps) {
  const all = useMemo(
    () => ordersOf(store.channelId, { hostile: settings.hostile }),
    [store.channelId, settings.hostile],
  );
  const [query, setQuery] = useState<{ tab: Tab; page: number }>({ tab: '全部订单', page: 1 });
  const answer = useCallback(
    (asked: typeof query) => {
      const found = all.filter((order) => belongs(order, asked.tab));
      const start = (asked.page - 1) * PAGE_SIZE;
      return { rows: found.slice(start, start + PAGE_SIZE), total: found.length };
    },
    [all],
  );
  const load = useDelayed(query, answer, settings.delay);
  const toPage = (page: number) => {
    document.getElementById('ait-layout-content')?.scrollTo({ top: 0 });
    setQuery({ ...query, page });
  };

  return (
    <div className="page">
      <Typography.Title level={4}>订单管理</Typography.Title>
      <Card className="ait-card-pure" size="small">
        <Tabs
          activeKey={query.tab}
          onChange={(tab) => setQuery({ tab: tab as Tab, page: 1 })}
          items={TABS.map((tab) => ({ key: tab, label: tab }))}
        />
        <OrderTable orders={load.answer?.rows ?? []} loading={load.loading} />
        <Pagination
          className="orders-pagination"
          current={query.page}
          pageSize={PAGE_SIZE}
          total={load.answer?.total ?? 0}
          totalRender={(total) => `共 ${total} 条`}
          onChange={toPage}
        />
      </Card>
    </div>
  );
}
