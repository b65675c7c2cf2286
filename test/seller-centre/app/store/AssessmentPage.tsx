import { Tag } from 'antd';
import { type AssessmentRow, assessmentPage } from '../../catalogue/pages/store.ts';
import { Definitions, Metrics } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

type Assessment = ReturnType<typeof assessmentPage>;

/** 店铺考核: the store's rates, and the orders that count against it. */
export function AssessmentPage(props: PageProps) {
  const page = useLoaded(assessmentPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Rows page={page} /> : <Scorecard page={page} />;
}

/** One cell holds the order's texts, as `订单号：`, `SKU ID:` and the amount were seen in one row. */
function OrderTexts({ row }: { row: AssessmentRow }) {
  return (
    <div className="assessment-order">
      <p>{`订单号：${row.orderNumber}`}</p>
      <p>{`SKU ID: ${row.skuId}`}</p>
      <p>{row.amount}</p>
    </div>
  );
}

function Rows({ page }: { page: Assessment }) {
  return (
    <Evidence title="店铺考核">
      <div className="surface">
        <Metrics
          facts={[
            ['好评率', page.positiveRate],
            ['物流履约达标率', page.fulfilmentRate],
            ['物流上网率', page.onlineRate],
          ]}
        />
        <NextSheet
          rows={page.rows}
          keyOf={(row) => row.orderNumber}
          empty="没有考核记录"
          columns={[
            { title: '订单信息', cell: (row) => <OrderTexts row={row} /> },
            { title: '考核原因', width: 200, cell: (row) => <p>{row.problem}</p> },
            { title: '申诉时限', width: 220, cell: (row) => <p>{`剩余时间：${row.remaining}`}</p> },
          ]}
        />
      </div>
    </Evidence>
  );
}

function Scorecard({ page }: { page: Assessment }) {
  return (
    <Redesigned title="Store scorecard 店铺考核">
      <Panel title="Rates">
        <Definitions
          facts={[
            ['On-time hand-over 物流上网率', page.onlineRate],
            ['Fulfilment rate 物流履约达标率', page.fulfilmentRate],
            ['Positive feedback 好评率', page.positiveRate],
          ]}
        />
      </Panel>
      <Panel title="Flagged orders 考核订单">
        <AntSheet
          rows={page.rows}
          keyOf={(row) => row.orderNumber}
          columns={[
            { title: 'Time left 剩余时间', cell: (row) => row.remaining },
            { title: 'Reason 考核原因', cell: (row) => <Tag color="warning">{row.problem}</Tag> },
            { title: 'Order No. 订单号', width: 190, cell: (row) => row.orderNumber },
            { title: 'Handled by 负责人', cell: () => 'Seller' },
            { title: 'Amount 金额', cell: (row) => row.amount },
            { title: 'SKU ID', width: 190, cell: (row) => row.skuId },
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
