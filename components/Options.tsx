import type { Language } from '../utils/i18n/translate.ts';
import type { Overview } from '../utils/messaging/protocol.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';

interface OptionsProps extends ImportProps {
  overview: Overview;
  fault: string | undefined;
  onLanguage(language: Language | null): void;
}

/** The page of what is too large for the popup. */
export const Options = ({ overview, fault, onLanguage, ...ofImport }: OptionsProps) => {
  const { t } = ofImport;
  return (
    <>
      <header class="bar">
        <h1>
          {t('brand')} <small>{t('options')}</small>
        </h1>
        <LanguageChoice t={t} overview={overview} onLanguage={onLanguage} />
      </header>
      {fault && (
        <p class="fault" role="alert">
          {t('fault', fault)}
        </p>
      )}
      <ProductImport {...ofImport} />
      <footer class="foot">{t('cardFooter', overview.packVersion)}</footer>
    </>
  );
};
