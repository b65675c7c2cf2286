import { fieldName } from '../utils/features/health.ts';
import { pageName } from '../utils/features/present.ts';
import { keyOf, type Translator } from '../utils/i18n/translate.ts';
import type { BadEntry, PatchPreview } from '../utils/site/patch.ts';
import { FileChoice } from './FileChoice.tsx';
import { focusOnce } from './focus.ts';
import type { SiteMapProps } from './SiteMap.tsx';

const badText = ({ place, problem }: BadEntry, t: Translator): string =>
  t('siteMapBad', place, t(keyOf('entryProblem', problem)));

type PreviewProps = Pick<SiteMapProps, 'onDiscardPatch' | 'onKeepPatch' | 't'> & {
  file: string;
  preview: PatchPreview;
};

const Preview = ({
  t,
  file,
  preview: { added, already, bad },
  onKeepPatch,
  onDiscardPatch,
}: PreviewProps) => (
  <div class="step preview">
    <h3 tabIndex={-1} ref={focusOnce}>
      {t('siteMapAdds', file)}
    </h3>
    {added.length === 0 && <p>{t('siteMapAddsNone')}</p>}
    <ul class="added">
      {added.map((one) => (
        <li key={JSON.stringify(one)}>
          {pageName(one.page, t)} · {fieldName(one.field, t)}: <strong>{one.words}</strong>
        </li>
      ))}
    </ul>
    {already > 0 && <p class="hint">{t('siteMapAlready', already)}</p>}
    {bad.length > 0 && (
      <ul class="notice bad" data-verdict="caution">
        {bad.map((entry) => (
          <li key={entry.place}>{badText(entry, t)}</li>
        ))}
      </ul>
    )}
    <p class="buttons">
      {added.length > 0 && (
        <button type="button" class="primary" data-do="keep-patch" onClick={onKeepPatch}>
          {t('siteMapKeep', added.length)}
        </button>
      )}
      <button type="button" data-do="discard-patch" onClick={onDiscardPatch}>
        {t('siteMapDiscard')}
      </button>
    </p>
  </div>
);

type StartProps = Pick<SiteMapProps, 'onPatch' | 'patch' | 't'>;

const PatchChoice = ({ t, patch, onPatch }: StartProps) => (
  <div class="step">
    <FileChoice word={t('siteMapImport')} accept=".json" onFile={onPatch} />
    {patch.kind === 'refused' && (
      <div class="notice" data-verdict="fail" role="alert">
        <strong>{t('siteMapRefused', patch.file)}</strong>
        <p>{t(keyOf('patchProblem', patch.problem))}</p>
      </div>
    )}
    {patch.kind === 'full' && (
      <p class="notice" data-verdict="fail" role="alert">
        {t('siteMapFull')}
      </p>
    )}
    {patch.kind === 'kept' && (
      <p class="notice" data-verdict="pass" role="status" tabIndex={-1} ref={focusOnce}>
        {t('siteMapKept', patch.count)}
      </p>
    )}
  </div>
);

/** The import of a site-map patch: choose a file, look at what it adds, keep or discard. */
export const PatchImport = (props: SiteMapProps) =>
  props.patch.kind === 'preview' ? <Preview {...props} {...props.patch} /> : <PatchChoice {...props} />;
