import type { Language, Translator } from '../utils/i18n/translate.ts';
import type { Overview } from '../utils/messaging/protocol.ts';

interface LanguageChoiceProps {
  t: Translator;
  overview: Overview;
  onLanguage(language: Language | null): void;
}

/** The language of everything the overlay says, in every page. */
export const LanguageChoice = ({ t, overview, onLanguage }: LanguageChoiceProps) => (
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
