import { browser } from 'wxt/browser';
import { type Language, languageFor, type Translator, translator } from '../i18n/translate.ts';

const LANGUAGE = 'language';

/** The language the user chose; `null`: as the browser. */
export async function chosenLanguage(): Promise<Language | null> {
  const { [LANGUAGE]: kept } = await browser.storage.local.get(LANGUAGE);
  return kept === 'en' || kept === 'zh_CN' ? kept : null;
}

export const chooseLanguage = (language: Language | null): Promise<void> =>
  browser.storage.local.set({ [LANGUAGE]: language });

export const currentTranslator = async (): Promise<Translator> =>
  translator((await chosenLanguage()) ?? languageFor(browser.i18n.getUILanguage()));
