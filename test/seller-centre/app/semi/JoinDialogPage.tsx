import NextButton from '@alifd/next/es/button';
import Dialog from '@alifd/next/es/dialog';
import Form from '@alifd/next/es/form';
import Input from '@alifd/next/es/input';
import Radio from '@alifd/next/es/radio';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import type { SemiJoinPage, StepState } from '../../catalogue/pages/semi-join.ts';
import { GoodsCell } from '../kit/goods.tsx';
import { NextSheet } from '../kit/sheets.tsx';
import { Evidence } from '../kit/view.tsx';
import { type JoinProps, useEstimate, useWarehouse, type Warehouse } from './estimate.ts';

const STEP_COLOURS: Record<StepState, string> = {
  已完成: 'success',
  进行中: 'processing',
  未完成: 'default',
};

/** The page behind, and Fusion's dialog over it, which is open when the page has loaded. */
export function JoinDialogPage(props: JoinProps) {
  const { page } = props;
  const [open, setOpen] = useState(true);
  const warehouse = useWarehouse(props);
  return (
    <Evidence title="加入半托管">
      <Card className="ait-card-pure" size="small" title="开通待办事项">
        {page.steps.map(({ name, state }) => (
          <div key={name} className="todo-item">
            <span className="todo-item--name">{name}</span>
            <Tag color={STEP_COLOURS[state]}>{state}</Tag>
          </div>
        ))}
        <div className="todo-item">
          <span className="todo-item--name">设置JIT仓库</span>
          <Tag color={warehouse.fixed ? 'success' : 'default'}>{warehouse.fixed ? '已完成' : '未完成'}</Tag>
        </div>
      </Card>
      <Card className="ait-card-pure" size="small" title="商品">
        <div className="page-head">
          <GoodsCell goods={page} />
          {page.mark && <Tag color="blue">{page.mark}</Tag>}
          <Button onClick={() => setOpen(true)}>编辑半托管信息</Button>
        </div>
      </Card>
      <Dialog
        visible={open}
        title="商品加入半托管"
        closeMode={['close', 'esc']}
        footer={false}
        shouldUpdatePosition
        animation={false}
        style={{ width: 720 }}
        onClose={() => setOpen(false)}
      >
        <JoinForm {...props} warehouse={warehouse} />
      </Dialog>
    </Evidence>
  );
}

function JoinForm(props: JoinProps & { warehouse: Warehouse }) {
  const { page, warehouse } = props;
  const estimate = useEstimate(props);
  return (
    <Form className="join-form" labelAlign="left" labelCol={{ fixedSpan: 6 }}>
      <Form.Item label="裸价">
        <span className="join-form--price">{page.basePrice}</span>
      </Form.Item>
      <Form.Item label="JIT仓" required>
        <Radio.Group
          value={warehouse.warehouse ?? ''}
          disabled={warehouse.fixed}
          dataSource={page.warehouses.map((name) => ({ value: name, label: name }))}
          onChange={(value) => warehouse.choose(String(value))}
        />
        <div className="join-form--hint">单个店铺只能选择一个JIT路由仓库，选择后无法变更。</div>
      </Form.Item>
      <Form.Item label="包裹重量(kg)" required>
        <Input
          id="weight"
          value={estimate.weight}
          placeholder="请输入"
          onChange={(value) => estimate.setWeight(String(value))}
        />
        <NextButton className="join-form--ask" loading={estimate.busy} onClick={estimate.ask}>
          预估运费
        </NextButton>
      </Form.Item>
      <Form.Item label="加入国家">
        <Countries page={page} />
      </Form.Item>
      {estimate.fees.length > 0 && (
        <NextSheet
          rows={estimate.fees}
          keyOf={({ country }) => country.code}
          columns={[
            { title: '国家/地区', cell: ({ country }) => country.name },
            { title: '预估运费', cell: ({ fee }) => fee },
          ]}
        />
      )}
      <div className="join-form--foot">
        <NextButton type="primary" loading={warehouse.busy} onClick={warehouse.join}>
          立即开通
        </NextButton>
      </div>
    </Form>
  );
}

function Countries({ page }: { page: SemiJoinPage }) {
  return (
    <div className="join-countries">
      {page.countries.map(({ country, sellable }) => (
        <span key={country.code} className={`join-country ${sellable ? '' : 'join-country-off'}`}>
          {sellable ? country.name : `${country.name}（不可售）`}
        </span>
      ))}
    </div>
  );
}
