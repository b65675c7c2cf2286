import NextButton from '@alifd/next/es/button';
import { Alert, Button, Card, Checkbox, Steps, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { mergeApplyPage } from '../../catalogue/pages/merge.ts';
import { Definitions, type Fact, Lines } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';

type Apply = ReturnType<typeof mergeApplyPage>;

const STAGES = ['资质预审', '仓配适配评估', '系统对接联调'];
const WARNING = '合并后原各店铺独立库存将清零并迁移至Pool ID，不可逆。';

/** 合并服务 申请: made from the words of an article alone; nobody has described the page. */
export function MergeApplyPage(props: PageProps) {
  const page = useLoaded(mergeApplyPage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Form page={page} /> : <Wizard page={page} />;
}

function Document({ uploaded }: { uploaded: boolean }) {
  const [sent, setSent] = useState(uploaded);
  return (
    <span className="document">
      <Tag color={sent ? 'success' : 'default'}>{sent ? '已上传' : '未上传'}</Tag>
      <Button type="link" size="small" onClick={() => setSent(true)}>
        {sent ? '重新上传' : '上传'}
      </Button>
    </span>
  );
}

function Agreement({ children }: { children: (agreed: boolean) => ReactNode }) {
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="agreement">
      <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
        我已阅读并同意《服务协议补充条款》第4.7条
      </Checkbox>
      {children(agreed)}
    </div>
  );
}

function eprFacts(page: Apply, label: string): readonly Fact[] {
  return page.epr.map(({ country, number, filedAt }) => [
    `${country}${label}`,
    number && `${number}${filedAt ? `（备案时间：${filedAt}）` : ''}`,
  ]);
}

function Form({ page }: { page: Apply }) {
  return (
    <Evidence title="合并服务">
      <Alert className="page-note" type="warning" showIcon message={WARNING} />
      <Card className="ait-card-pure" size="small" title={`申请进度：${page.stage}`}>
        <Steps
          size="small"
          current={page.stage === '已通过' ? STAGES.length : STAGES.indexOf(page.stage)}
          items={STAGES.map((title) => ({ title }))}
        />
        {page.appointment && <Lines facts={[['仓配适配预约单发送时间', page.appointment]]} />}
      </Card>
      <Card className="ait-card-pure" size="small" title="准入条件">
        <AntSheet
          rows={page.bars}
          keyOf={(bar) => bar.name}
          columns={[
            { title: '准入条件', width: 240, cell: (bar) => bar.name },
            { title: '准入要求', cell: (bar) => bar.bar },
            { title: '平台数据', cell: (bar) => bar.figure ?? '--' },
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="申请材料">
        <Lines
          facts={page.documents.map(({ name, uploaded }) => [
            name,
            <Document key={name} uploaded={uploaded} />,
          ])}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="EPR注册号">
        <Lines facts={eprFacts(page, 'EPR注册号')} />
        <Agreement>
          {(agreed) => (
            <Button type="primary" disabled={!agreed}>
              立即申请
            </Button>
          )}
        </Agreement>
      </Card>
    </Evidence>
  );
}

function Wizard({ page }: { page: Apply }) {
  return (
    <Redesigned title="Merge service 合并服务" lead={WARNING}>
      <Panel title="Documents 申请材料">
        <NextSheet
          rows={page.documents}
          keyOf={(document) => document.name}
          columns={[
            { title: 'Status 状态', width: 200, cell: ({ uploaded }) => <Document uploaded={uploaded} /> },
            { title: 'Document 材料', cell: ({ name }) => name },
          ]}
        />
      </Panel>
      <Panel title="Requirements 准入条件">
        <NextSheet
          rows={page.bars}
          keyOf={(bar) => bar.name}
          columns={[
            { title: 'Your figure 平台数据', width: 180, cell: (bar) => bar.figure ?? '--' },
            { title: 'Requirement 准入条件', cell: (bar) => bar.name },
            { title: 'Source', width: 120, cell: () => 'OMS' },
            { title: 'Bar 准入要求', width: 160, cell: (bar) => bar.bar },
          ]}
        />
      </Panel>
      <Panel title="EPR">
        <Definitions
          facts={[
            ...eprFacts(page, ' EPR number 注册号'),
            ['Appointment sent 仓配适配预约单发送时间', page.appointment],
          ]}
        />
      </Panel>
      <Panel title={`Stage 申请进度：${page.stage}`}>
        <Agreement>
          {(agreed) => (
            <NextButton type="primary" disabled={!agreed}>
              立即申请 Apply
            </NextButton>
          )}
        </Agreement>
      </Panel>
    </Redesigned>
  );
}
