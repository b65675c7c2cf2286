import { Button, Card, Empty, Tag } from 'antd';
import { mergeMonitorPage, type PoolFailure, type PoolFigures } from '../../catalogue/pages/merge.ts';
import { Described, Statistics } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

const COLOURS: Record<PoolFailure['type'], string> = {
  库存锁定失败: 'error',
  质检驳回: 'warning',
  分单超时: 'processing',
};

/** 合并服务监控台: made from the words of an article alone; nobody has described the page. */
export function MergeMonitorPage(props: PageProps) {
  const page = useLoaded(mergeMonitorPage, props);
  if (!page) return <Waiting />;
  const { pool, failures } = page;
  if (!pool) return <NoPool />;
  return props.settings.layout === 'evidence' ? (
    <Board pool={pool} failures={failures} />
  ) : (
    <Console pool={pool} failures={failures} />
  );
}

function NoPool() {
  return (
    <Evidence title="合并服务监控台">
      <Card className="ait-card-pure" size="small">
        <Empty description="尚未开通合并服务" />
      </Card>
    </Evidence>
  );
}

interface BoardProps {
  readonly pool: PoolFigures;
  readonly failures: readonly PoolFailure[];
}

function Board({ pool, failures }: BoardProps) {
  return (
    <Evidence title="合并服务监控台" extra={<Button danger>迁移库存至Pool ID</Button>}>
      <Card className="ait-card-pure" size="small" title="库存池">
        <Described
          facts={[
            ['Pool ID', pool.poolId],
            ['本月动销率', pool.activeRate],
            ['本月退货率', pool.returnRate],
            ['本月GMV', pool.gmv],
            ['跨店合并订单金额', pool.crossStoreAmount],
            ['跨店合并订单数', pool.crossStoreOrders],
            ['物流履约准时率', pool.onTimeRate],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="系统对接">
        <Described
          facts={[
            ['token有效期至', pool.tokenUntil],
            ['接口调用频率', pool.callRate],
            ['WMS最近推送时间', pool.lastPush],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="Pool ID异常看板">
        <AntSheet
          rows={failures}
          keyOf={(failure) => failure.at}
          empty="暂无异常"
          columns={[
            { title: '发生时间', width: 160, cell: (failure) => failure.at },
            { title: 'Pool ID', cell: (failure) => failure.poolId },
            {
              title: '失败类型',
              cell: (failure) => <Tag color={COLOURS[failure.type]}>{failure.type}</Tag>,
            },
            { title: 'SKU', cell: (failure) => failure.sku },
            { title: '店铺', width: 180, cell: (failure) => failure.storeName },
            { title: '订单数', width: 90, cell: (failure) => failure.count },
          ]}
        />
      </Card>
    </Evidence>
  );
}

function Console({ pool, failures }: BoardProps) {
  return (
    <Redesigned title="Merge console 合并服务监控台" lead={`Pool ID：${pool.poolId}`}>
      <Panel title="Exceptions Pool ID异常看板">
        <NextSheet
          rows={failures}
          keyOf={(failure) => failure.at}
          columns={[
            { title: 'Store 店铺', cell: (failure) => failure.storeName },
            { title: 'Orders 订单数', width: 120, cell: (failure) => failure.count },
            { title: 'Failure 失败类型', width: 150, cell: (failure) => failure.type },
            { title: 'Assignee', width: 110, cell: () => '—' },
            { title: 'SKU', width: 140, cell: (failure) => failure.sku },
            { title: 'Pool ID', width: 130, cell: (failure) => failure.poolId },
            { title: 'Time 发生时间', width: 160, cell: (failure) => failure.at },
          ]}
        />
      </Panel>
      <Statistics
        facts={[
          ['Calls 接口调用频率', pool.callRate],
          ['Token expires token有效期至', pool.tokenUntil],
          ['Last WMS push WMS最近推送时间', pool.lastPush],
          ['Return rate 退货率', pool.returnRate],
          ['Active SKU rate 动销率', pool.activeRate],
          ['On-time 物流履约准时率', pool.onTimeRate],
          ['Cross-store amount 跨店合并订单金额', pool.crossStoreAmount],
          ['Cross-store orders 跨店合并订单数', pool.crossStoreOrders],
          ['Month GMV 本月GMV', pool.gmv],
        ]}
      />
      <div className="workbench-foot">
        <Button danger>Migrate stock 迁移库存至Pool ID</Button>
      </div>
    </Redesigned>
  );
}
