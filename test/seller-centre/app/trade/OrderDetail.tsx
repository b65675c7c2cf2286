import { Card, Steps } from 'antd';
import type { OrderDetailPage } from '../../catalogue/pages/trade.ts';
import { Definitions, type Fact, Lines } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, Panel, Redesigned } from '../kit/view.tsx';
import { ColourTag } from '../orders/ColourTag.tsx';
import { OrderState, SoldProduct } from '../orders/OrderParts.tsx';

interface DetailProps {
  readonly page: OrderDetailPage;
}

function addressOf({ contact }: OrderDetailPage): readonly Fact[] {
  return [
    ['收件人名称', contact.name],
    ['详细地址', `${contact.address}, ${contact.country.name}`],
    ['邮编', contact.postcode],
    ['联系邮件', contact.email],
    ['联系电话', contact.phone],
    ['Tax', contact.tax],
  ];
}

/** 订单详情 with the address items that were seen in public. */
export function AddressDetail({ page }: DetailProps) {
  const { order, money } = page;
  return (
    <Evidence title="订单详情" extra={<OrderState status={order.status} />}>
      <div className="surface">
        <div className="order-summary">
          <Lines
            facts={[
              ['订单号', order.orderNumber],
              ['下单时间', order.placedAt],
              ['付款时间', order.paidAt],
              ['剩余发货时间', page.remaining],
            ]}
          />
          {order.tags.map((tag) => (
            <ColourTag key={tag} tag={tag} />
          ))}
        </div>
        <div className="orderInfo--address--Q2xJ7aR">
          {addressOf(page).map(([label, value]) => (
            <div key={label} className="orderInfo--addressItem--mY5kT0c">
              <span className="orderInfo--addressLabel--W9bD3hE">{label}</span>
              <span className="orderInfo--addressText--f7Ls2Zp">{value}</span>
            </div>
          ))}
        </div>
        <NextSheet
          rows={order.lines}
          keyOf={(line) => line.skuCode}
          columns={[
            { title: '商品信息', cell: (line) => <SoldProduct line={line} /> },
            { title: '单价', width: 130, cell: (line) => `${order.currency} ${line.unitPrice}` },
            { title: '数量', width: 90, cell: (line) => line.quantity },
          ]}
        />
        <Lines
          name="order-money"
          facts={[
            ['商品总额', money.product],
            ['物流费用', money.shipping],
            ['订单金额', money.total],
            ['平台佣金', money.commission],
            ['联盟佣金', money.affiliate],
            ['预估收入', money.revenue],
          ]}
        />
      </div>
    </Evidence>
  );
}

/** The older page: its money rows have a class each and their amount in `.show-text` or `.tb-text`. */
export function DadaDetail({ page }: DetailProps) {
  const { order, money, contact } = page;
  const rows = [
    ['productPrice', '商品金额', money.product],
    ['shippingFee', '运费', money.shipping],
    ['adjustPrice', '调价', money.adjusted],
    ['storePromotion', '店铺优惠', money.promotion],
    ['orderPrice', '订单金额', money.total],
    ['escrowCommission', '平台佣金', money.commission],
  ] as const;
  const estimates = [
    ['affiliateCommission', '联盟佣金', money.affiliate],
    ['estimateRevenue', '预估收入', money.revenue],
  ] as const;
  return (
    <div id="DadaMicroLoaderMicroLoader_detail" className="page">
      <div className="dada-main-page">
        <h4 className="page-title">订单详情</h4>
        <div className="surface">
          <div className="tb-order-info">
            <Lines
              name="ui-item"
              facts={[
                ['订单号', order.orderNumber],
                ['下单时间', order.placedAt],
                ['支付时间', order.paidAt],
                ['订单状态', order.status],
                ['订单标识', order.tags.length > 0 ? order.tags.join('，') : undefined],
                ['剩余发货时间', page.remaining],
              ]}
            />
          </div>
          <div className="dada-buyer-info">
            <span className="buyer-name">{contact.name}</span>
            <span>{`${contact.address}　${contact.phone}`}</span>
          </div>
          {rows.map(([name, label, value]) => (
            <div key={name} className={`ui-item label-hoc ${name}`}>
              <span className="label-hoc-label">{label}</span>
              <span className="show-text">{value}</span>
            </div>
          ))}
          {estimates.map(([name, label, value]) => (
            <div key={name} className={`ui-item label-hoc ${name}`}>
              <span className="label-hoc-label">{label}</span>
              <span className="tb-text">{value}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The order in cards, for both addresses. */
export function CardDetail({ page }: DetailProps) {
  const { order, money, contact } = page;
  return (
    <Redesigned title={`Order ${order.orderNumber}`} lead={order.tags.join(' · ')}>
      <Steps
        className="order-steps"
        size="small"
        current={order.paidAt ? 1 : 0}
        items={[{ title: 'Placed 下单' }, { title: 'Paid 付款' }, { title: 'Sent 发货' }]}
      />
      <Panel title="Order 订单">
        <Definitions
          facts={[
            ['Dispatch within 剩余发货时间', page.remaining],
            ['Status 订单状态', order.status],
            ['Paid at 付款时间', order.paidAt],
            ['Order time 下单时间', order.placedAt],
            ['Programme 订单标识', order.tags.length > 0 ? order.tags.join('，') : undefined],
            ['Order No. 订单号', order.orderNumber],
          ]}
        />
      </Panel>
      <Card size="small" title="Recipient 收件人">
        <p>{contact.name}</p>
        <p>{`${contact.address} · ${contact.postcode} · ${contact.country.name}`}</p>
        <p>{`${contact.phone} · ${contact.email}`}</p>
      </Card>
      <Panel title="Items 商品">
        <AntSheet
          rows={order.lines}
          keyOf={(line) => line.skuCode}
          columns={[
            { title: 'Qty 数量', width: 90, cell: (line) => line.quantity },
            { title: 'Unit price 单价', cell: (line) => `${order.currency} ${line.unitPrice}` },
            { title: 'Product ID 商品ID', width: 180, cell: (line) => line.productId },
            { title: 'SKU', width: 180, cell: (line) => line.skuCode },
            { title: 'Item 商品信息', width: 360, cell: (line) => line.title },
          ]}
        />
        <Definitions
          facts={[
            ['Estimated revenue 预估收入', money.revenue],
            ['Commission 平台佣金', money.commission],
            ['Order total 订单金额', money.total],
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
