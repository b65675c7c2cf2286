import { Table, type TableProps } from 'antd';
import { type Key, useMemo, useState } from 'react';
import type { ListQuery, Product, SortKey } from '../../catalogue.ts';
import { useTicks } from '../loading.ts';
import { columnsFor } from './columns.tsx';
import type { Names } from './labels.ts';
import { type LiveProduct, liveAt } from './live.ts';

const PAGE_SIZES = [100, 200, 500];
/** What the columns need together. Just fits beside the menu on a screen of 1920. */
const WIDTH = 1658;

type Change = Pick<ListQuery, 'page' | 'pageSize' | 'sort'>;
type OnChange = NonNullable<TableProps<LiveProduct>['onChange']>;

function sortOf(sorter: Parameters<OnChange>[2]): ListQuery['sort'] {
  const first = Array.isArray(sorter) ? sorter[0] : sorter;
  return first?.order ? { key: first.columnKey as SortKey, order: first.order } : undefined;
}

const scrollRoot = (): HTMLElement => document.getElementById('ait-layout-content') ?? document.body;

/** The table: header apart from body, first and last column fixed, figures that move while one looks. */
export function ProductTable(props: {
  rows: readonly Product[];
  total: number;
  query: ListQuery;
  loading: boolean;
  rerender: number;
  names: Names;
  onChange: (change: Change) => void;
}) {
  const { rows, total, query, loading, names } = props;
  const ticks = useTicks(props.rerender);
  const live = useMemo(() => rows.map((product) => liveAt(product, ticks)), [rows, ticks]);
  const columns = useMemo(() => columnsFor(query.sort, names), [query.sort, names]);
  const [selected, setSelected] = useState<Key[]>([]);

  const change: OnChange = (pagination, _filters, sorter, { action }) => {
    const { pageSize = query.pageSize } = pagination;
    const kept = action === 'paginate' && pageSize === query.pageSize;
    const sort = sortOf(sorter);
    props.onChange({ page: kept ? (pagination.current ?? 1) : 1, pageSize, ...(sort && { sort }) });
  };

  return (
    <Table<LiveProduct>
      rowKey="productId"
      rowClassName={(product) => (product.marked ? 'figures-moved' : '')}
      columns={columns}
      dataSource={live}
      loading={loading}
      rowSelection={{ selectedRowKeys: selected, onChange: setSelected, fixed: true, columnWidth: 44 }}
      scroll={{ x: WIDTH }}
      sticky={{ getContainer: scrollRoot }}
      onChange={change}
      pagination={{
        current: query.page,
        pageSize: query.pageSize,
        total,
        showQuickJumper: true,
        showSizeChanger: { showSearch: false },
        pageSizeOptions: [...PAGE_SIZES],
        showTotal: (count) => `共 ${count} 条`,
      }}
    />
  );
}
