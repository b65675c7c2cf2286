import { saveFile } from '../../utils/dom/save.ts';
import type { Language } from '../../utils/i18n/translate.ts';
import type { TemplateFormat } from '../../utils/import/template.ts';

const NAMES: Record<Language, string> = { en: 'managedlens-products', zh_CN: '托管镜-商品资料' };

/** Saves the file that a seller fills in. What makes it is loaded when it is first wanted. */
export async function downloadTemplate(format: TemplateFormat, language: Language): Promise<void> {
  const { productTemplate } = await import('../../utils/import/template.ts');
  saveFile(productTemplate(format, language), `${NAMES[language]}.${format}`);
}
