import { flipText } from '../../utils/features/packs.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { Flip } from '../../utils/packs/impact.ts';
import type { PackChangeView, PackPreview as Preview } from '../../utils/packs/views.ts';
import { focusOnce } from '../focus.ts';

interface PackPreviewProps {
  t: Translator;
  preview: Preview;
}

const Change = ({
  t,
  change: { part, id, kind, text, fields },
}: {
  t: Translator;
  change: PackChangeView;
}) => (
  <li data-kind={kind}>
    <b>{t(`packKind_${kind}`)}</b> <code>{`${part} ${id}`}</code>
    {text && <p>{t.language === 'en' ? text.en : text.zh}</p>}
    {fields.length > 0 && (
      <ul>
        {fields.map(({ path, before, after }) => (
          <li key={path}>
            <code>{path}</code>: <del>{before ?? '–'}</del> → <ins>{after ?? '–'}</ins>
          </li>
        ))}
      </ul>
    )}
  </li>
);

const Flips = ({ t, name, flips }: { t: Translator; name: string; flips: readonly Flip[] }) => (
  <li>
    <bdi>{name}</bdi>: {flips.map((flip) => flipText(flip, t)).join(' · ')}
  </li>
);

/** What a pack would change: the rules one by one, and whose verdicts turn. */
export const PackPreview = ({ t, preview }: PackPreviewProps) => {
  const { changes, stores, products, flipped, looked, version } = preview;
  return (
    <div class="pack-preview">
      <h3 tabIndex={-1} ref={focusOnce}>
        {t('packPreviewTitle', version, changes.length)}
      </h3>
      {changes.length > 0 && (
        <ul class="changes">
          {changes.map((change) => (
            <Change key={`${change.part} ${change.id}`} t={t} change={change} />
          ))}
        </ul>
      )}
      <h3>{t('packFlipsTitle', flipped.stores, flipped.products)}</h3>
      <p class="hint">{t('packLooked', looked.stores, looked.products)}</p>
      {stores.length + products.length > 0 && (
        <ul class="flips">
          {stores.map(({ channelId, name, flips }) => (
            <Flips key={channelId} t={t} name={name || channelId} flips={flips} />
          ))}
          {products.map(({ channelId, productId, flips }) => (
            <Flips key={`${channelId} ${productId}`} t={t} name={t('packProduct', productId)} flips={flips} />
          ))}
        </ul>
      )}
    </div>
  );
};
