import NextButton from '@alifd/next/es/button';
import NextSelect from '@alifd/next/es/select';
import { Button, Card, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { EXIT_AGREEMENT, EXIT_REASONS, storeExitPage } from '../../catalogue/pages/leaving.ts';
import { Definitions, Described } from '../kit/facts.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

type Exit = ReturnType<typeof storeExitPage>;

const REASONS = EXIT_REASONS.map((reason) => ({ value: reason, label: reason }));

/** 店铺退店: made from the words of an article alone; nobody has described the page. */
export function StoreExitPage(props: PageProps) {
  const page = useLoaded(storeExitPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Form page={page} /> : <Closing page={page} />;
}

function Agreement() {
  return (
    <ol className="terms">
      {EXIT_AGREEMENT.map((term) => (
        <li key={term}>{term}</li>
      ))}
    </ol>
  );
}

function Form({ page }: { page: Exit }) {
  const [agreed, setAgreed] = useState(false);
  return (
    <Evidence title="店铺退店">
      <Card className="ait-card-pure" size="small" title="店铺状态">
        <Described
          facts={[
            ['店铺状态', page.state],
            ['未完成订单', page.openOrders],
            ['未解决纠纷', page.openDisputes],
            ['未清偿欠款', page.debts],
            ['剩余库存', page.stock],
            ['保证金状态', page.depositState],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="退店协议">
        <Agreement />
        <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
          我已阅读并同意退店协议
        </Checkbox>
        <div className="form-line">
          <span>退店原因</span>
          <Select className="wide-select" placeholder="请选择退店原因" options={REASONS} />
          <Button type="primary" danger disabled={!agreed}>
            提交退店申请
          </Button>
        </div>
      </Card>
    </Evidence>
  );
}

function Closing({ page }: { page: Exit }) {
  return (
    <Redesigned title="Close this store 店铺退店">
      <Panel title="Before you go 退店协议">
        <Agreement />
      </Panel>
      <Panel title="To be settled 待结清">
        <Definitions
          facts={[
            ['Deposit 保证金状态', page.depositState],
            ['Debts 未清偿欠款', page.debts],
            ['Stock left 剩余库存', page.stock],
            ['Open disputes 未解决纠纷', page.openDisputes],
            ['Open orders 未完成订单', page.openOrders],
            ['Store 店铺状态', page.state],
          ]}
        />
      </Panel>
      <div className="workbench-foot">
        <NextSelect placeholder="Reason 退店原因" dataSource={REASONS} style={{ width: 240 }} />
        <NextButton warning type="primary">
          提交退店申请 Submit
        </NextButton>
      </div>
    </Redesigned>
  );
}
