import Button from '@alifd/next/es/button';
import { Tag } from 'antd';
import { type DisputeRow, disputesPage } from '../../catalogue/pages/store.ts';
import { Lines, Statistics } from '../kit/facts.tsx';
import { NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

type Disputes = ReturnType<typeof disputesPage>;

/** 纠纷管理: the store's rate of disputes, and the disputes. */
export function DisputesPage(props: PageProps) {
  const page = useLoaded(disputesPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Rows page={page} /> : <Cards page={page} />;
}

function Rows({ page }: { page: Disputes }) {
  return (
    <Evidence title="纠纷管理">
      <div className="surface">
        <Lines
          facts={[
            ['纠纷率', page.disputeRate],
            ['待处理纠纷', page.open],
          ]}
        />
        <NextSheet
          rows={page.rows}
          keyOf={(row) => row.disputeId}
          empty="没有纠纷"
          columns={[
            { title: '纠纷编号', width: 150, cell: (row) => row.disputeId },
            { title: '订单号', width: 190, cell: (row) => row.orderNumber },
            { title: '纠纷原因', cell: (row) => row.reason },
            { title: '退款金额', width: 120, cell: (row) => row.amount },
            { title: '纠纷状态', width: 130, cell: (row) => row.state },
            { title: '发起时间', width: 160, cell: (row) => row.openedAt },
            { title: '剩余时间', width: 100, cell: (row) => row.remaining ?? '-' },
            {
              title: '操作',
              width: 90,
              cell: () => (
                <Button text type="primary">
                  查看详情
                </Button>
              ),
            },
          ]}
        />
      </div>
    </Evidence>
  );
}

function Cards({ page }: { page: Disputes }) {
  return (
    <Redesigned title="Disputes 纠纷">
      <Statistics
        facts={[
          ['Open 待处理纠纷', page.open],
          ['Dispute rate 纠纷率', page.disputeRate],
        ]}
      />
      {page.rows.length === 0 && <p className="nothing">No disputes 没有纠纷</p>}
      <div className="ticket-grid">
        {page.rows.map((row) => (
          <Ticket key={row.disputeId} row={row} />
        ))}
      </div>
    </Redesigned>
  );
}

function Ticket({ row }: { row: DisputeRow }) {
  return (
    <article className="ticket">
      <header>
        <b>{row.reason}</b>
        <Tag color={row.remaining ? 'warning' : 'default'}>{row.state}</Tag>
      </header>
      <Lines
        name="ticket"
        facts={[
          ['Refund 退款金额', row.amount],
          ['Order No. 订单号', row.orderNumber],
          ['Opened 发起时间', row.openedAt],
          ['Time left 剩余时间', row.remaining],
          ['Dispute No. 纠纷编号', row.disputeId],
        ]}
      />
    </article>
  );
}
