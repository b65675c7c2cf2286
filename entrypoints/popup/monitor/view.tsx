import '../../../components/call-log.css';
import '../../../components/file-choice.css';
import '../../../components/monitor/monitor.css';
import { useEffect } from 'preact/hooks';
import { CallLog } from '../../../components/CallLog.tsx';
import { ChangeLog } from '../../../components/monitor/ChangeLog.tsx';
import { Monitor } from '../../../components/monitor/Monitor.tsx';
import { isPoolDraft } from '../../../components/monitor/pool-draft.ts';
import { copyText } from '../../../utils/dom/clipboard.ts';
import { saveFile } from '../../../utils/dom/save.ts';
import { POOL } from '../../../utils/storage/typing.ts';
import { callLog, cancelCallLog, readCallFiles, readCallText } from '../call-log.ts';
import { formDraft } from '../form-draft.ts';
import { typeFact } from '../state.ts';
import type { ViewProps } from '../views.ts';
import {
  keepCalls,
  keepPool,
  log,
  monitor,
  search,
  searched,
  showMore,
  tick,
  watched,
  watchStore,
} from './state.ts';

/** The merge service's monitor of the open store. */
export default ({ t, store, drafts }: ViewProps) => {
  const { channelId } = store;
  useEffect(() => watchStore(channelId), [channelId]);
  if (watched.value !== channelId || !monitor.value || !log.value)
    return <p class="hint">{t('viewLoading')}</p>;
  const { mostCalls } = monitor.value;
  return (
    <Monitor
      t={t}
      view={monitor.value}
      store={store}
      drafts={drafts}
      onFact={(path, text, isExact) => typeFact(channelId, path, text, isExact)}
      onAnswer={(rule, isDone) => void tick({ channelId, rule, isDone })}
      onCopy={copyText}
      onSave={(sheet, name) => saveFile(new Blob([sheet], { type: 'text/plain;charset=utf-8' }), name)}
      draftOfPool={(poolId) => formDraft(`${POOL}${channelId}:${poolId}`, isPoolDraft)}
      onPool={(poolId, pool) => keepPool({ channelId, poolId, pool })}
      callLog={
        mostCalls !== null && (
          <CallLog
            t={t}
            state={callLog.value}
            place={`/popup.html?channelId=${channelId}#monitor`}
            onFiles={(files) => void readCallFiles(files, mostCalls)}
            onText={(text) => void readCallText(text, mostCalls)}
            onCancel={cancelCallLog}
            onKeep={(read, file) => void keepCalls(channelId, read, file)}
          />
        )
      }
      changeLog={
        <ChangeLog t={t} log={log.value} text={searched.value} onSearch={search} onMore={showMore} />
      }
    />
  );
};
