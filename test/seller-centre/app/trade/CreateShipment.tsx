import NextButton from '@alifd/next/es/button';
import { Button, Card } from 'antd';
import { useState } from 'react';
import type { CreateShipmentPage } from '../../catalogue/pages/trade.ts';
import { Definitions, Lines } from '../kit/facts.tsx';
import { AntSheet } from '../kit/sheets.tsx';
import { Evidence, Panel, Redesigned } from '../kit/view.tsx';
import { ColourTag } from '../orders/ColourTag.tsx';

/** 创建物流: the solutions in cards whose hashed classes were seen in public. */
export function CreateForm({ page }: { page: CreateShipmentPage }) {
  const { order, contact } = page;
  const [chosen, setChosen] = useState(page.solutions[0]?.service);
  return (
    <Evidence title="创建物流">
      <div className="surface">
        <div className="order-summary">
          <Lines
            facts={[
              ['交易订单号', order.orderNumber],
              ['下单时间', order.placedAt],
              ['付款时间', order.paidAt],
              ['订单状态', order.status],
              ['剩余发货时间', page.remaining],
            ]}
          />
          {order.tags.map((tag) => (
            <ColourTag key={tag} tag={tag} />
          ))}
        </div>
        <Lines
          facts={[
            ['收件人', contact.name],
            ['收货地址', `${contact.address}, ${contact.country.name}`],
            ['联系电话', contact.phone],
          ]}
        />
        {page.solutions.map(({ service, fee, days }) => (
          <div
            key={service}
            className={`LogisticSolution--init_card--b2Hq9Kd ${chosen === service ? 'solution-chosen' : ''}`}
          >
            <span className="create_ship--service--e4Wn8Tz">{service}</span>
            <span>{`预计时效：${days}`}</span>
            <span data-hottag-name="运费估计">
              运费估计：<span className="create_ship--amount--p1Vc6Ys">{fee}</span>
            </span>
            <NextButton size="small" onClick={() => setChosen(service)}>
              {chosen === service ? '已选择' : '选择'}
            </NextButton>
          </div>
        ))}
        <NextButton type="primary">提交发货</NextButton>
      </div>
    </Evidence>
  );
}

/** The same with a table. */
export function CreateTable({ page }: { page: CreateShipmentPage }) {
  const { order, contact } = page;
  return (
    <Redesigned title="New shipment 创建物流">
      <Panel title="Carriers 物流方案">
        <AntSheet
          rows={page.solutions}
          keyOf={({ service }) => service}
          columns={[
            { title: 'Estimated freight 运费估计', cell: ({ fee }) => fee },
            { title: 'Transit 预计时效', cell: ({ days }) => days },
            { title: 'Service 物流方案', cell: ({ service }) => service },
            { title: '', cell: () => <Button size="small">Choose 选择</Button> },
          ]}
        />
      </Panel>
      <Panel title="Order 订单">
        <Definitions
          facts={[
            ['Order No. 交易订单号', order.orderNumber],
            ['Dispatch within 剩余发货时间', page.remaining],
            ['Status 订单状态', order.status],
            ['Paid at 付款时间', order.paidAt],
            ['Order time 下单时间', order.placedAt],
            ['Programme 订单标识', order.tags.length > 0 ? order.tags.join('，') : undefined],
          ]}
        />
      </Panel>
      <Card size="small" title="Recipient 收件人">
        {`${contact.name}, ${contact.address}, ${contact.country.name}, ${contact.phone}`}
      </Card>
    </Redesigned>
  );
}
