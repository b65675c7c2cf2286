import { Card, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { type RankRow, rankPage } from '../../catalogue/pages/rank.ts';
import { GoodsCell } from '../kit/goods.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

const TABS = ['全部商品', '已加入半托管', '可加入半托管'];

/** 生意参谋 商品排行 */
export function RankPage(props: PageProps) {
  const page = useLoaded(rankPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Ranking rows={page} /> : <Board rows={page} />;
}

function Ranking({ rows }: { rows: readonly RankRow[] }) {
  const [tab, setTab] = useState(TABS[0] ?? '');
  const shown = rows.filter((row) => tab === TABS[0] || row.mark === tab);
  return (
    <Evidence title="商品排行">
      <Card className="ait-card-pure" size="small">
        <Segmented className="rank-tabs" options={TABS} value={tab} onChange={setTab} />
        <AntSheet
          rows={shown}
          keyOf={(row) => row.productId}
          columns={[
            { title: '排名', width: 70, cell: (row) => row.rank },
            {
              title: '商品',
              width: 380,
              cell: (row) => (
                <>
                  <GoodsCell goods={row} />
                  {row.mark && <Tag color={row.mark === '已加入半托管' ? 'success' : 'blue'}>{row.mark}</Tag>}
                </>
              ),
            },
            { title: '类目', width: 240, cell: (row) => row.category },
            { title: '零售价', width: 120, cell: (row) => row.minPrice },
            { title: '支付金额', width: 150, cell: (row) => row.paid },
            { title: '商品访客数', width: 110, cell: (row) => row.visitors },
            { title: '支付买家数', width: 110, cell: (row) => row.buyers },
            { title: '首次上架时间', width: 130, cell: (row) => row.firstOnline },
          ]}
        />
      </Card>
    </Evidence>
  );
}

function Board({ rows }: { rows: readonly RankRow[] }) {
  return (
    <Redesigned title="Top products 商品排行" lead="Last 30 days 近30天">
      <Panel title="All products 全部商品">
        <NextSheet
          rows={rows}
          keyOf={(row) => row.productId}
          columns={[
            { title: 'Semi-managed 半托管', width: 140, cell: (row) => row.mark ?? '-' },
            { title: 'Buyers 买家数', width: 100, cell: (row) => row.buyers },
            { title: 'Revenue 支付金额', width: 150, cell: (row) => row.paid },
            { title: 'Visitors 商品访客数', width: 110, cell: (row) => row.visitors },
            { title: 'Trend', width: 80, cell: (row) => (row.rank % 3 === 0 ? '↓' : '↑') },
            { title: 'Product 商品', width: 300, cell: (row) => <GoodsCell goods={row} label="商品ID：" /> },
            { title: 'Price 零售价', width: 120, cell: (row) => row.minPrice },
            { title: 'Category 类目', width: 200, cell: (row) => row.category },
            { title: 'First listed 首次上架时间', width: 120, cell: (row) => row.firstOnline },
            { title: 'Rank', width: 70, cell: (row) => row.rank },
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
