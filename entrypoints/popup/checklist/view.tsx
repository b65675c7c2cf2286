import { useEffect } from 'preact/hooks';
import { Checklist } from '../../../components/checklist/Checklist.tsx';
import '../../../components/checklist/checklist.css';
import { typeFact } from '../state.ts';
import type { ViewProps } from '../views.ts';
import { checklist, choosePath, note, openChecklist, path, tick } from './state.ts';

export default ({ t, store: { channelId, typed } }: ViewProps) => {
  useEffect(() => openChecklist(channelId), [channelId]);
  return (
    <Checklist
      t={t}
      channelId={channelId}
      path={path.value}
      view={checklist.value}
      typed={typed}
      onPath={choosePath}
      onTick={(rule, isDone) => tick(channelId, rule, isDone)}
      onNote={(rule, text) => note(channelId, rule, text)}
      onFact={(fact, text, isExact) => typeFact(channelId, fact, text, isExact)}
    />
  );
};
