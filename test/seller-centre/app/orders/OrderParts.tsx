import Button from '@alifd/next/es/button';
import type { Order, OrderLine, OrderStatus } from '../../catalogue.ts';
import { linkTo, navigate, PATHS } from '../navigation.ts';
import { pictureOf } from '../picture.ts';
import { ColourTag } from './ColourTag.tsx';

const STATE_COLOUR: Record<OrderStatus, string> = {
  等待付款: 'warning',
  等待发货: 'processing',
  等待仓库发货: 'processing',
  等待买家收货: 'processing',
  交易成功: 'success',
  已关闭: 'default',
};

/** The order's own line above its products: number, time, tags. The hashed class names are those seen in public. */
export function OrderHeader({ order }: { order: Order }) {
  return (
    <div className="order-header">
      <span className="header--label">
        订单号：<span className="header--valueHighLight--wCk3sLF">{order.orderNumber}</span>
      </span>
      <span className="header--label">
        下单时间：<span className="header--value--E2HYUZn">{order.placedAt}</span>
      </span>
      {order.tags.map((tag) => (
        <ColourTag key={tag} tag={tag} />
      ))}
    </div>
  );
}

export function SoldProduct({ line }: { line: OrderLine }) {
  return (
    <div className="sold">
      <img src={pictureOf(line.picture)} alt="" width={56} height={56} />
      <div className="sold-text">
        <span className="productInfo--itemTitle--QshSnPH" title={line.title}>
          {line.title}
        </span>
        <span className="productInfo--skuCodeValue--FJA_1Ru">{line.spec}</span>
        <span className="productInfo--skuCodeValue--FJA_1Ru">{line.skuCode}</span>
      </div>
    </div>
  );
}

export function OrderState({ status }: { status: OrderStatus }) {
  return (
    <div className={`chc-state-label chc-state-label-${STATE_COLOUR[status]}`}>
      <div className="chc-state-label__stateText">{status}</div>
    </div>
  );
}

export function OrderActions({ order }: { order: Order }) {
  const { orderNumber, status } = order;
  return (
    <div className="order-actions">
      {status === '等待发货' && (
        <Button
          type="primary"
          size="small"
          onClick={() => navigate(linkTo(PATHS.createShipment, { trade_order_id: orderNumber }))}
        >
          去发货
        </Button>
      )}
      <Button
        text
        type="primary"
        onClick={() => navigate(linkTo(PATHS.orderDetail, { orderId: orderNumber }))}
      >
        查看详情
      </Button>
    </div>
  );
}
