import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ItemView } from '../../utils/features/checklist/view.ts';
import { focusOnce } from '../focus.ts';
import { Lines } from '../Lines.tsx';
import { ReasonList } from '../Reasons.tsx';
import { Sign } from '../Sign.tsx';
import { StoreField, type StoreFields } from '../StoreField.tsx';
import { Ask } from './Ask.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Note } from './Note.tsx';
import { Places } from './Places.tsx';
import { itemAnchor } from './Progress.tsx';

export interface ItemProps extends StoreFields {
  item: ItemView;
  onTick(rule: string, isDone: boolean | null): void;
  onNote(rule: string, text: string): void;
}

/** What a person says of it; taking back what was said needs no question. */
const Tick = ({ t, item, onTick }: Pick<ItemProps, 't' | 'item' | 'onTick'>) => {
  const { id, tick, losses, state } = item;
  if (!tick) return null;
  const isSaid = tick.isDone === true || state === 'not_applicable';
  if (state === 'done' && !isSaid) return null;
  return (
    <>
      <Ask
        t={t}
        describedBy={itemAnchor(item.id)}
        losses={isSaid ? [] : losses}
        first={t(isSaid ? 'checklistTakeBack' : losses.length > 0 ? 'checklistTickAsk' : 'checklistTick')}
        second={t('checklistConfirmTick')}
        onConfirm={() => onTick(id, isSaid ? null : true)}
      />
      {tick.isOptional && !isSaid && (
        <button
          type="button"
          aria-describedby={itemAnchor(item.id)}
          onClick={({ currentTarget }) => {
            // The button goes with what it says.
            currentTarget.parentElement?.querySelector('button')?.focus();
            onTick(id, false);
          }}
        >
          {t('checklistNotNeeded')}
        </button>
      )}
    </>
  );
};

/**
 * What is typed of it, folded where it is known when the list is opened: later nothing folds under the hands of who
 * types. Where it can't be undone, what is lost stands before the field, and a tick comes before its day.
 */
const Facts = ({ item, ...ofStore }: StoreFields & { item: ItemView }) => {
  const { t } = ofStore;
  const { fields, losses, state } = item;
  const isOpen = useRef(fields.some(({ isKnown }) => !isKnown));
  const isUnderstood = useSignal(false);
  if (fields.length === 0) return null;
  if (losses.length > 0 && state !== 'done' && !isUnderstood.value) {
    return item.tick ? null : (
      <div class="actions">
        <Ask
          t={t}
          describedBy={itemAnchor(item.id)}
          losses={losses}
          first={t('checklistEnterFact')}
          second={t('checklistConfirmFact')}
          onConfirm={() => {
            isUnderstood.value = true;
          }}
        />
      </div>
    );
  }
  const own = fields.map(({ path }) => <StoreField key={path} {...ofStore} path={path} />);
  if (isOpen.current) {
    return (
      <div class="facts-fold" tabIndex={-1} ref={isUnderstood.value ? focusOnce : null}>
        {own}
      </div>
    );
  }
  return (
    <details class="facts-fold">
      <summary ref={isUnderstood.value ? focusOnce : null}>{t('checklistFacts')}</summary>
      {own}
    </details>
  );
};

/** A step, document or bar: where it stands, by what proof, what to do, who asks for it, and a person's note. */
export const Item = ({ item, onTick, onNote, ...ofStore }: ItemProps) => {
  const { t } = ofStore;
  return (
    <li class="item" data-rule={item.id} data-state={item.state} data-verdict={item.verdict}>
      <Sign verdict={item.verdict} />
      <div>
        <p class="item-head">
          <span class="kind">{item.kind}</span>
          <span class="verdict">{item.stateWord}</span>
        </p>
        <p class="sentence" id={itemAnchor(item.id)}>
          {item.text}
        </p>
        {item.blockedBy && <p class="blocked">{item.blockedBy}</p>}
        <Lines lines={item.proof} name="proof" />
        <Lines lines={item.notes} name="hint" />
        <Places t={t} places={item.places} />
        <Deadlines deadlines={item.deadlines} />
        {item.advice.length > 0 && <ReasonList reasons={item.advice} source={t('checklistSource')} />}
        <Facts {...ofStore} item={item} />
        <div class="actions">
          <Tick t={t} item={item} onTick={onTick} />
          <details class="who">
            <summary>{t('checklistSource')}</summary>
            <ReasonList
              reasons={[item.source, ...item.deadlines.map(({ reason }) => reason), ...item.losses]}
            />
          </details>
          <Note t={t} item={item} onNote={(text) => onNote(item.id, text)} />
        </div>
      </div>
    </li>
  );
};
