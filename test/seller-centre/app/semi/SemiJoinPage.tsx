import { useCallback } from 'react';
import { semiJoinPage } from '../../catalogue/pages/semi-join.ts';
import { type PageProps, useLoaded, Waiting } from '../kit/view.tsx';
import { JoinDialogPage } from './JoinDialogPage.tsx';
import { JoinFormPage } from './JoinFormPage.tsx';

/** 加入半托管 of one listing. */
export function SemiJoinPage(props: PageProps) {
  const productId = props.query.get('productId');
  const load = useCallback(
    (channelId: string, options: { hostile: boolean }) => semiJoinPage(channelId, productId, options),
    [productId],
  );
  const page = useLoaded(load, props);
  if (!page) return <Waiting />;
  const View = props.settings.layout === 'evidence' ? JoinDialogPage : JoinFormPage;
  return <View page={page} delay={props.settings.delay} />;
}
