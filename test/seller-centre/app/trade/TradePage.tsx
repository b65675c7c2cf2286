import { useCallback } from 'react';
import { createShipmentPage, orderDetailPage, shippingPage } from '../../catalogue/pages/trade.ts';
import { type PageProps, useLoaded, Waiting } from '../kit/view.tsx';
import { CreateForm, CreateTable } from './CreateShipment.tsx';
import { AddressDetail, CardDetail, DadaDetail } from './OrderDetail.tsx';
import { ShipCards, ShipTable } from './Shipping.tsx';

type Options = { hostile: boolean };

function useOrder(props: PageProps, parameter: string) {
  const number = props.query.get(parameter);
  const load = useCallback(
    (channelId: string, options: Options) => orderDetailPage(channelId, number, options),
    [number],
  );
  return useLoaded(load, props);
}

/** 订单详情 */
export function OrderDetailPage(props: PageProps) {
  const page = useOrder(props, 'orderId');
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <AddressDetail page={page} /> : <CardDetail page={page} />;
}

/** 订单详情 as the older pages have it. */
export function DadaDetailPage(props: PageProps) {
  const page = useOrder(props, 'orderId');
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <DadaDetail page={page} /> : <CardDetail page={page} />;
}

/** 我要发货 */
export function ShippingPage(props: PageProps) {
  const tab = props.query.get('tab');
  const load = useCallback(
    (channelId: string, options: Options) => shippingPage(channelId, tab, options),
    [tab],
  );
  const rows = useLoaded(load, props);
  const View = props.settings.layout === 'evidence' ? ShipTable : ShipCards;
  return <View rows={rows} tab={tab} />;
}

/** 创建物流 */
export function CreateShipmentPage(props: PageProps) {
  const number = props.query.get('trade_order_id');
  const load = useCallback(
    (channelId: string, options: Options) => createShipmentPage(channelId, number, options),
    [number],
  );
  const page = useLoaded(load, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <CreateForm page={page} /> : <CreateTable page={page} />;
}
