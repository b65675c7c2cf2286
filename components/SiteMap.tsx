import { fieldName } from '../utils/features/health.ts';
import { pageName, shownTime } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { TaughtView } from '../utils/messaging/protocol.ts';
import type { PatchPreview, PatchProblem } from '../utils/site/patch.ts';
import type { Taught } from '../utils/site/taught.ts';
import { focusOnce } from './focus.ts';
import { PatchImport } from './PatchImport.tsx';

/** What was last done with the site map, or is about to be. */
export type PatchStage =
  | { kind: 'deleted'; taught: Taught }
  | { kind: 'full' }
  | { kind: 'kept'; count: number }
  | { kind: 'preview'; file: string; preview: PatchPreview }
  | { kind: 'refused'; file: string; problem: PatchProblem }
  | { kind: 'start' };

export interface SiteMapProps {
  t: Translator;
  taught: readonly TaughtView[];
  patch: PatchStage;
  onForget(taught: Taught): void;
  onUndo(): void;
  onExport(): void;
  onPatch(file: File): void;
  onKeepPatch(): void;
  onDiscardPatch(): void;
}

type TableProps = Pick<SiteMapProps, 'onForget' | 't' | 'taught'>;

const TaughtTable = ({ t, taught, onForget }: TableProps) => (
  <table class="rows taught">
    <thead>
      <tr>
        <th scope="col">{t('siteMapPage')}</th>
        <th scope="col">{t('siteMapField')}</th>
        <th scope="col">{t('siteMapWords')}</th>
        <th scope="col">{t('siteMapWhen')}</th>
        <td />
      </tr>
    </thead>
    <tbody>
      {taught.map(({ isKnown, at, ...one }) => (
        <tr key={JSON.stringify(one)}>
          <td>{pageName(one.page, t)}</td>
          <td>{fieldName(one.field, t)}</td>
          <td>
            {one.words}
            {isKnown && <p class="hint">{t('siteMapKnown')}</p>}
          </td>
          <td>{shownTime(at, t)}</td>
          <td>
            <button
              type="button"
              data-do="forget"
              aria-label={t('siteMapDeleteOf', one.words, fieldName(one.field, t))}
              onClick={() => onForget(one)}
            >
              {t('siteMapDelete')}
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Deleted = ({ t, words, onUndo }: { t: Translator; words: string; onUndo(): void }) => (
  <div class="notice" role="status">
    <span>{t('siteMapDeleted', words)}</span>{' '}
    <button type="button" data-do="undo" ref={focusOnce} onClick={onUndo}>
      {t('siteMapUndo')}
    </button>
  </div>
);

/** What the site map was taught: looked at, deleted, exported, imported. */
export const SiteMap = (props: SiteMapProps) => {
  const { t, taught, patch, onUndo, onExport } = props;
  return (
    <section class="site-map" aria-labelledby="site-map-title" data-stage={patch.kind}>
      <h2 id="site-map-title">{t('siteMapTitle')}</h2>
      <p class="hint">{t('siteMapHint')}</p>
      {taught.length > 0 ? <TaughtTable {...props} /> : <p class="notice">{t('siteMapNone')}</p>}
      {patch.kind === 'deleted' && (
        <Deleted key={patch.taught.words} t={t} words={patch.taught.words} onUndo={onUndo} />
      )}
      {taught.length > 0 && (
        <div class="step">
          <p class="buttons">
            <button type="button" data-do="export" onClick={onExport}>
              {t('siteMapExport')}
            </button>
          </p>
          <p class="hint">{t('siteMapExportHint')}</p>
        </div>
      )}
      <PatchImport {...props} />
    </section>
  );
};
