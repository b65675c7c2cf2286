import { isMessageKey, type MessageKey, type Translator } from '../i18n/translate.ts';

const PRODUCT_LIST: Record<string, MessageKey> = {
  cell: 'health_cell',
  price: 'fact_product_price',
  productId: 'health_productId',
  row: 'health_row',
  title: 'health_name',
};

const keyFor = (path: string): MessageKey | undefined =>
  [`fact_${path}`, path, `health_${path}`].map((key) => key.replaceAll(/[.-]/g, '_')).find(isMessageKey);

/** What a field of the site map is called; one that the texts do not know goes by its own name. */
export function fieldName(field: string, t: Translator): string {
  const known = PRODUCT_LIST[field] ?? keyFor(field);
  if (known) return t(known);
  if (field.startsWith('guards.')) return t('health_guard');
  const [, list, inner] = /^lists\.([^.]+)(?:\.(.+))?$/.exec(field) ?? [];
  if (list === undefined) return field;
  const listKey = keyFor(`list_${list}`);
  const listName = listKey ? t(listKey) : list;
  if (inner === undefined) return listName;
  const innerKey = PRODUCT_LIST[inner] ?? keyFor(inner);
  return t('health_list', innerKey ? t(innerKey) : inner, listName);
}
