import '../../../components/compare/compare.css';
import { useEffect } from 'preact/hooks';
import { Compare } from '../../../components/compare/Compare.tsx';
import type { ViewProps } from '../views.ts';
import { compared, compareFor } from './state.ts';

export default ({ t, store: { channelId } }: ViewProps) => {
  useEffect(() => compareFor(channelId), [channelId]);
  if (compared.value?.channelId !== channelId) return <p class="hint">{t('viewLoading')}</p>;
  return <Compare t={t} view={compared.value.view} />;
};
