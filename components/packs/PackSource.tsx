import { refusalText } from '../../utils/features/packs.ts';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { PackSourceView, PackPreview as Preview } from '../../utils/packs/views.ts';
import { PackPreview } from './PackPreview.tsx';

type Moving = (button: HTMLElement) => void;

export interface PackSourceProps {
  t: Translator;
  source: PackSourceView;
  /** What of it is being looked at before it is taken. */
  preview: Preview | undefined;
  /** Where it can be moved among others; each gets the button that was pressed. */
  move: { isFirst: boolean; isLast: boolean; onUp: Moving; onDown: Moving } | undefined;
  onAllow(url: string): void;
  onRemove(source: PackSourceView): void;
  onPreview(source: string): void;
  onTake(source: string, version: string): void;
  onPutOff(source: string, version: string): void;
  onDecline(source: string, version: string): void;
}

const Waiting = (props: PackSourceProps & { waiting: NonNullable<PackSourceView['waiting']> }) => {
  const { t, source, waiting, preview, onPreview, onTake, onPutOff, onDecline } = props;
  const { version, date, isPutOff } = waiting;
  const isShown = preview?.version === version;
  return (
    <div class="notice" data-verdict="caution" data-waiting={version}>
      <p>{t('packWaiting', version, date)}</p>
      {isShown && <PackPreview t={t} preview={preview} />}
      <p class="buttons">
        {isShown ? (
          <button
            key="take"
            type="button"
            class="primary"
            data-do="take"
            onClick={() => onTake(source.id, version)}
          >
            {t('packTake')}
          </button>
        ) : (
          <button
            key="preview"
            type="button"
            class="primary"
            data-do="preview"
            onClick={() => onPreview(source.id)}
          >
            {t('packPreview')}
          </button>
        )}
        {!isPutOff && (
          <button type="button" data-do="put-off" onClick={() => onPutOff(source.id, version)}>
            {t('packPutOff')}
          </button>
        )}
        <button type="button" data-do="decline" onClick={() => onDecline(source.id, version)}>
          {t('packDecline')}
        </button>
      </p>
      {isPutOff && <p class="hint">{t('packIsPutOff')}</p>}
    </div>
  );
};

const Move = ({
  t,
  url,
  move,
}: {
  t: Translator;
  url: string;
  move: NonNullable<PackSourceProps['move']>;
}) => (
  <>
    <button
      type="button"
      data-do="up"
      aria-label={t('packMoveUpOf', url)}
      aria-disabled={move.isFirst}
      onClick={({ currentTarget }) => move.onUp(currentTarget)}
    >
      {t('packMoveUp')}
    </button>
    <button
      type="button"
      data-do="down"
      aria-label={t('packMoveDownOf', url)}
      aria-disabled={move.isLast}
      onClick={({ currentTarget }) => move.onDown(currentTarget)}
    >
      {t('packMoveDown')}
    </button>
  </>
);

/** One address: whose it is, how asking it went, what of it is in force and what waits. */
export const PackSource = (props: PackSourceProps) => {
  const { t, source, move, onAllow, onRemove } = props;
  const { url, keyId, isManaged, hasAccess, checkedAt, triedAt, refusal, inForce, waiting } = source;
  return (
    <li class="pack-source" data-url={url} data-refusal={refusal?.reason}>
      <p class="address">
        <bdi>{url}</bdi> {isManaged && <span class="managed">{t('packManaged')}</span>}
      </p>
      <p class="hint">
        {t('packKey', keyId)} · {inForce ? t('packInForce', inForce) : t('packNotInForce')} ·{' '}
        {checkedAt ? t('packChecked', shownTime(checkedAt, t)) : t('packNeverChecked')}
      </p>
      {refusal && triedAt && (
        <div class="notice" data-verdict="fail" role="status">
          <p>{t('packRefused', shownTime(triedAt, t))}</p>
          <p>{refusalText(refusal, t)}</p>
        </div>
      )}
      {waiting && <Waiting {...props} waiting={waiting} />}
      <p class="buttons">
        {!hasAccess && (
          <button type="button" data-do="allow" onClick={() => onAllow(url)}>
            {t('packAllow', new URL(url).hostname)}
          </button>
        )}
        {move && <Move t={t} url={url} move={move} />}
        {!isManaged && (
          <button
            type="button"
            data-do="remove"
            aria-label={t('packRemoveOf', url)}
            onClick={() => onRemove(source)}
          >
            {t('packRemove')}
          </button>
        )}
      </p>
    </li>
  );
};
