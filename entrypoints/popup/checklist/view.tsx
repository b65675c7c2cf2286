import { useEffect } from 'preact/hooks';
import { Checklist } from '../../../components/checklist/Checklist.tsx';
import '../../../components/checklist/checklist.css';
import { typeFact } from '../state.ts';
import type { ViewProps } from '../views.ts';
import { checklist, choosePath, note, openChecklist, path, tick } from './state.ts';

export default ({ t, store, drafts }: ViewProps) => {
  const { channelId } = store;
  useEffect(() => openChecklist(channelId), [channelId]);
  return (
    <Checklist
      t={t}
      path={path.value}
      view={checklist.value}
      store={store}
      drafts={drafts}
      onPath={choosePath}
      onTick={(rule, isDone) => tick(channelId, rule, isDone)}
      onNote={(rule, text) => note(channelId, rule, text)}
      onFact={(fact, text, isExact) => typeFact(channelId, fact, text, isExact)}
    />
  );
};
