import type { FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Language, Translator } from '../utils/i18n/translate.ts';
import type { Overview, StoreView } from '../utils/messaging/protocol.ts';
import { FactForm } from './FactForm.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Programmes } from './Programmes.tsx';
import { StorePicker } from './StorePicker.tsx';

interface PopupProps {
  t: Translator;
  overview: Overview;
  store: StoreView | undefined;
  fault: string | undefined;
  onLanguage(language: Language | null): void;
  onStore(channelId: string): void;
  onName(channelId: string, name: string): void;
  onFact(
    channelId: string,
    path: FieldPath,
    text: string,
    isExact: boolean,
  ): Promise<FieldProblem | undefined>;
}

const NoStore = ({ t }: Pick<PopupProps, 't'>) => (
  <section class="empty">
    <h2>{t('noStoreTitle')}</h2>
    <p>{t('noStoreText')}</p>
  </section>
);

/** A page of its own: a popup closes as soon as a file is being chosen. */
const ImportLink = ({ t, channelId }: { t: Translator; channelId: string | undefined }) => (
  <p class="import-link">
    <a href={`/options.html${channelId ? `?channelId=${channelId}` : ''}`} target="_blank" rel="noreferrer">
      {t('importLink')}
    </a>
  </p>
);

/** The popup: the stores seen, the verdict for each programme, and the open store's facts to type in. */
export const Popup = ({ t, overview, store, fault, onLanguage, onStore, onName, onFact }: PopupProps) => (
  <>
    <header class="bar">
      <h1>
        {t('brand')} <small>{t('brandOther')}</small>
      </h1>
      <LanguageChoice t={t} overview={overview} onLanguage={onLanguage} />
    </header>
    {fault && (
      <p class="fault" role="alert">
        {t('fault', fault)}
      </p>
    )}
    {store ? (
      <>
        <StorePicker t={t} overview={overview} store={store} onStore={onStore} onName={onName} />
        <Programmes t={t} store={store} />
        <FactForm
          key={store.channelId}
          t={t}
          store={store}
          onFact={(path, text, isExact) => onFact(store.channelId, path, text, isExact)}
        />
      </>
    ) : (
      <NoStore t={t} />
    )}
    <footer class="foot">
      <ImportLink t={t} channelId={store?.channelId} />
      {t('cardFooter', overview.packVersion)}
    </footer>
  </>
);
