import { useCallback } from 'react';
import { publishPage } from '../../catalogue/pages/publish.ts';
import { type PageProps, useLoaded, Waiting } from '../kit/view.tsx';
import { PublishSheet } from './PublishSheet.tsx';
import { PublishTabs } from './PublishTabs.tsx';

/** 发布商品, and the editing of a listing: the same page at both of its addresses. */
export function PublishPage(props: PageProps) {
  const productId = props.query.get('productId');
  const load = useCallback(
    (channelId: string, options: { hostile: boolean }) => publishPage(channelId, productId, options),
    [productId],
  );
  const page = useLoaded(load, props);
  if (!page) return <Waiting />;
  const View = props.settings.layout === 'evidence' ? PublishSheet : PublishTabs;
  return <View key={page.productId ?? ''} page={page} />;
}
