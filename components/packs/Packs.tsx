import { refusalText } from '../../utils/features/packs.ts';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { SourceProblem } from '../../utils/packs/sources.ts';
import type { PacksView } from '../../utils/packs/views.ts';
import { PackAdd } from './PackAdd.tsx';
import { PackSources, type PackSourcesProps } from './PackSources.tsx';

export interface PacksProps extends PackSourcesProps {
  packs: PacksView | undefined;
  isUpdating: boolean;
  onUpdate(): void;
  onAddSource(url: string, key: string): Promise<SourceProblem | null>;
  onUse(at: string | null): void;
}

type Part = { t: Translator; packs: PacksView };

const Won = ({ t, packs: { won, left } }: Part) => (
  <>
    {won.length > 0 && (
      <details class="won">
        <summary>{t('packsWon', won.length)}</summary>
        <ul>
          {won.map(({ part, id, url }) => (
            <li key={`${part} ${id}`}>
              <code>{`${part} ${id}`}</code>: <bdi>{url}</bdi>
            </li>
          ))}
        </ul>
      </details>
    )}
    {left.map(({ url, refusal }) => (
      <div key={url} class="notice" data-verdict="fail">
        <p>{t('packsLeft', url)}</p>
        <p>{refusalText(refusal, t)}</p>
      </div>
    ))}
  </>
);

interface EarlierProps extends Part {
  onUse(at: string | null): void;
}

const Earlier = ({ t, packs: { earlier, inForce, bundled }, onUse }: EarlierProps) => {
  const rows = [
    ...earlier.map(({ at, packs }) => ({
      at: at as string | null,
      name: t('packsTakenAt', shownTime(at, t)),
      what: packs.map(({ url, version }) => `${version} ${url}`).join(', ') || t('packsNoLayer'),
    })),
    { at: null, name: t('packsBundled', bundled), what: t('packsBundledHint') },
  ];
  return (
    <div class="step earlier">
      <h3>{t('packsEarlier')}</h3>
      <ul>
        {rows.map(({ at, name, what }) => (
          <li key={at} data-at={at ?? 'bundled'}>
            <div>
              {name}
              <p class="hint">
                <bdi>{what}</bdi>
              </p>
            </div>
            {at === inForce ? (
              <b>{t('packsInForce')}</b>
            ) : (
              <button
                type="button"
                data-do="use"
                aria-label={t('packsUseOf', name)}
                onClick={() => onUse(at)}
              >
                {t('packsUse')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Where rules come from beside the bundled pack: addresses, what they serve, and the way back. */
export const Packs = (props: PacksProps) => {
  const { t, packs, isUpdating, onUpdate, onAddSource, onUse } = props;
  if (!packs) return null;
  return (
    <section class="packs" id="packs" aria-labelledby="packs-title" data-version={packs.version}>
      <h2 id="packs-title">{t('packsTitle')}</h2>
      <p class="hint">{t('packsHint')}</p>
      {packs.sources.length > 0 ? (
        <>
          <PackSources {...props} sources={packs.sources} />
          <p class="buttons">
            <button type="button" data-do="update" aria-disabled={isUpdating} onClick={onUpdate}>
              {isUpdating ? t('packsUpdating') : t('packsUpdate')}
            </button>
          </p>
        </>
      ) : (
        <p class="notice">{t('packsNone')}</p>
      )}
      <Won t={t} packs={packs} />
      {packs.earlier.length > 0 && <Earlier t={t} packs={packs} onUse={onUse} />}
      {packs.canVerify ? (
        <PackAdd t={t} onAdd={onAddSource} />
      ) : (
        <p class="notice" data-verdict="caution">
          {t('packProblem_cannot_verify')}
        </p>
      )}
    </section>
  );
};
