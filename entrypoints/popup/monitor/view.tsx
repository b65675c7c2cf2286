import '../../../components/monitor/monitor.css';
import { useEffect } from 'preact/hooks';
import { ChangeLog } from '../../../components/monitor/ChangeLog.tsx';
import { Monitor } from '../../../components/monitor/Monitor.tsx';
import { copyText } from '../../../utils/dom/clipboard.ts';
import { saveFile } from '../../../utils/dom/save.ts';
import { typeFact } from '../state.ts';
import type { ViewProps } from '../views.ts';
import {
  answerCheck,
  keepPool,
  log,
  monitor,
  search,
  searched,
  showMore,
  watched,
  watchStore,
} from './state.ts';

/** The merge service's monitor of the open store. */
export default ({ t, store: { channelId, typed } }: ViewProps) => {
  useEffect(() => watchStore(channelId), [channelId]);
  if (watched.value !== channelId || !monitor.value || !log.value)
    return <p class="hint">{t('viewLoading')}</p>;
  return (
    <Monitor
      t={t}
      view={monitor.value}
      typed={typed}
      onFact={(path, text, isExact) => typeFact(channelId, path, text, isExact)}
      onAnswer={(check, isDone) => void answerCheck({ channelId, check, isDone })}
      onCopy={copyText}
      onSave={(sheet, name) => saveFile(new Blob([sheet], { type: 'text/plain;charset=utf-8' }), name)}
      onPool={(poolId, pool) => keepPool({ channelId, poolId, pool })}
      changeLog={
        <ChangeLog t={t} log={log.value} text={searched.value} onSearch={search} onMore={showMore} />
      }
    />
  );
};
