import NextButton from '@alifd/next/es/button';
import { Button, Card } from 'antd';
import { depositPage } from '../../catalogue/pages/leaving.ts';
import { Described, Lines } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

type Deposit = ReturnType<typeof depositPage>;

/** 保证金: made from the words of an article alone; nobody has described the page. */
export function DepositPage(props: PageProps) {
  const page = useLoaded(depositPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Account page={page} /> : <Balance page={page} />;
}

function Account({ page }: { page: Deposit }) {
  return (
    <Evidence title="保证金">
      <Card className="ait-card-pure" size="small" title="全托管保证金">
        {page.state === undefined && <p className="nothing">尚未缴纳保证金</p>}
        <Described
          columns={2}
          facts={[
            ['保证金状态', page.state],
            ['保证金金额', page.amount],
            ['退款账户', page.account],
            ['违规罚款', page.fines],
          ]}
        />
        <Button type="primary" disabled={page.state !== '可退还'}>
          申请退保证金
        </Button>
      </Card>
      <Card className="ait-card-pure" size="small" title="保证金记录">
        <AntSheet
          rows={page.records}
          keyOf={(record) => record.at}
          columns={[
            { title: '时间', cell: (record) => record.at },
            { title: '类型', cell: (record) => record.what },
            { title: '金额', cell: (record) => record.amount },
          ]}
        />
      </Card>
    </Evidence>
  );
}

function Balance({ page }: { page: Deposit }) {
  return (
    <Redesigned title="Deposit 保证金">
      <Panel title="History 记录">
        <NextSheet
          rows={page.records}
          keyOf={(record) => record.at}
          columns={[
            { title: 'Amount 金额', cell: (record) => record.amount },
            { title: 'Type 类型', cell: (record) => record.what },
            { title: 'Time 时间', cell: (record) => record.at },
          ]}
        />
      </Panel>
      <Panel
        title="Balance 全托管保证金"
        extra={
          <NextButton type="primary" disabled={page.state !== '可退还'}>
            申请退保证金 Request refund
          </NextButton>
        }
      >
        <Lines
          name="balance"
          facts={[
            ['Fines 违规罚款', page.fines],
            ['Amount 保证金金额', page.amount],
            ['Status 保证金状态', page.state],
            ['Refund to 退款账户', page.account],
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
