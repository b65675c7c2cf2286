import type { FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Language, Translator } from '../utils/i18n/translate.ts';
import type { Overview, StoreView } from '../utils/messaging/protocol.ts';
import { FactForm } from './FactForm.tsx';
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

const LanguageChoice = ({ t, overview, onLanguage }: Pick<PopupProps, 't' | 'overview' | 'onLanguage'>) => (
  <select
    class="language"
    aria-label={t('language')}
    value={overview.chosenLanguage ?? ''}
    onChange={({ currentTarget }) => onLanguage((currentTarget.value || null) as Language | null)}
  >
    <option value="">{t('languageOfBrowser')}</option>
    <option value="zh_CN" lang="zh-CN">
      简体中文
    </option>
    <option value="en" lang="en">
      English
    </option>
  </select>
);

const NoStore = ({ t }: Pick<PopupProps, 't'>) => (
  <section class="empty">
    <h2>{t('noStoreTitle')}</h2>
    <p>{t('noStoreText')}</p>
  </section>
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
    <footer class="foot">{t('cardFooter', overview.packVersion)}</footer>
  </>
);
