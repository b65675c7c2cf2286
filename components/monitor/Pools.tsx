import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { CheckView } from '../../utils/features/monitor/epr-numbers.ts';
import type { PoolView } from '../../utils/features/monitor/pools.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { FormDraft } from '../draft.ts';
import { focusOnce } from '../focus.ts';
import { Lines } from '../Lines.tsx';
import { Sign, VerdictWord } from '../Sign.tsx';
import { type OnPool, PoolEditor } from './PoolEditor.tsx';
import { draftOf, NEW_POOL, type PoolDraft } from './pool-draft.ts';

export interface PoolsProps {
  t: Translator;
  pools: readonly PoolView[];
  seen: readonly string[];
  /** What is being typed of a pool; of a new one, by ''. */
  draftOfPool(poolId: string): FormDraft<PoolDraft>;
  onPool: OnPool;
}

const Checks = ({ t, checks }: { t: Translator; checks: readonly CheckView[] }) => (
  <ul class="checks">
    {checks.map(({ verdict, text }) => (
      <li key={text} data-verdict={verdict}>
        <Sign verdict={verdict} />
        <span>
          <span class="sr-only">{t(`verdict_${verdict}`)}: </span>
          {text}
        </span>
      </li>
    ))}
  </ul>
);

interface EditingProps extends Pick<PoolsProps, 'onPool' | 't'> {
  /** What leads to it. */
  word: string;
  isKept?: boolean;
  typing: FormDraft<PoolDraft>;
  from(): PoolDraft;
}

/** What is being typed stays while the rest is drawn anew, and when the popup is closed. */
const Editing = ({ word, typing, from, ...rest }: EditingProps) => {
  const [left] = useState(typing.read);
  const draft = useSignal(left);
  const wasOpen = useSignal(false);
  return draft.value ? (
    <PoolEditor
      from={draft.value}
      onTyping={typing.keep}
      onDone={() => {
        typing.keep(undefined);
        wasOpen.value = true;
        draft.value = undefined;
      }}
      {...rest}
    />
  ) : (
    <button
      type="button"
      ref={wasOpen.value ? focusOnce : null}
      onClick={() => {
        draft.value = from();
      }}
    >
      {word}
    </button>
  );
};

const Pool = ({ t, pool, draftOfPool, onPool }: Omit<PoolsProps, 'pools' | 'seen'> & { pool: PoolView }) => (
  <article class="pool" data-pool={pool.id}>
    <h4>
      {pool.id} <VerdictWord verdict={pool.verdict} word={t(`verdict_${pool.verdict}`)} />
    </h4>
    <Lines lines={pool.lines} name="hint" />
    <Lines lines={pool.contradictions} name="warning" />
    {pool.bindings.length > 0 && <Checks t={t} checks={pool.bindings} />}
    {pool.numbers.map(({ title, number, filed, checks }) => (
      <div class="epr-number" key={`${title} ${number}`}>
        <p>
          {title} <b>{number}</b>
          <small>{filed}</small>
        </p>
        <Checks t={t} checks={checks} />
      </div>
    ))}
    <Editing
      t={t}
      word={t('poolEdit', pool.id)}
      typing={draftOfPool(pool.id)}
      from={() => draftOf(pool)}
      onPool={onPool}
      isKept
    />
  </article>
);

/** The pools of a store with their EPR numbers, and what is typed of them. */
export const Pools = ({ t, pools, seen, draftOfPool, onPool }: PoolsProps) => (
  <div class="pools">
    {pools.map((pool) => (
      <Pool key={pool.id} t={t} pool={pool} draftOfPool={draftOfPool} onPool={onPool} />
    ))}
    {seen.map((id) => (
      <Editing
        key={id}
        t={t}
        word={t('poolAddSeen', id)}
        typing={draftOfPool(id)}
        from={() => ({ ...NEW_POOL, id })}
        onPool={onPool}
      />
    ))}
    <Editing t={t} word={t('poolAdd')} typing={draftOfPool('')} from={() => NEW_POOL} onPool={onPool} />
  </div>
);
