import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

export type Language = 'en' | 'zh_CN';
export type MessageKey = keyof typeof en;

/** Whether there is a text of that name: what a pack names may be newer than the texts. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The name of a text that says something of what has an id: of `page` and `product-list`, `page_product_list`. */
export const keyOf = (prefix: string, id: string): MessageKey =>
  `${prefix}_${id.replaceAll('-', '_')}` as MessageKey;

/** A text not yet in any language: a message and what stands in it. */
export interface Text {
  key: MessageKey;
  args?: readonly (string | number | Text)[];
}

const MESSAGES: Record<Language, Record<MessageKey, { message: string }>> = { en, zh_CN: zhCN };

/** The BCP 47 tag that `Intl` and `lang` attributes take. */
const languageTag = (language: Language): string => (language === 'en' ? 'en' : 'zh-CN');

/** The language for a browser's own: Chinese of any kind reads Simplified Chinese, the rest English. */
export const languageFor = (browserLanguage: string): Language =>
  browserLanguage.toLowerCase().startsWith('zh') ? 'zh_CN' : 'en';

export interface Translator {
  language: Language;
  tag: string;
  (text: Text | MessageKey, ...args: (string | number | Text)[]): string;
}

/**
 * Texts in one language. The browser's own `i18n.getMessage` follows the browser's language alone and so can't
 * serve a seller who reads Chinese in an English browser.
 */
export function translator(language: Language): Translator {
  const translate = (text: Text | MessageKey, ...args: (string | number | Text)[]): string => {
    const { key, args: own = args } = typeof text === 'string' ? { key: text } : text;
    return MESSAGES[language][key].message.replace(/\$([1-9])/g, (_, place: string) => {
      const arg = own[Number(place) - 1];
      return typeof arg === 'object' ? translate(arg) : String(arg ?? '');
    });
  };
  return Object.assign(translate, { language, tag: languageTag(language) });
}
