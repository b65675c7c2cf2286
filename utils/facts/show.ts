import type { Translator } from '../i18n/translate.ts';
import { plain, quantityOf } from '../rules/quantity.ts';
import { type FactPath, fieldOf, isFieldPath } from './fields.ts';
import type { FactValue } from './typed.ts';

const unitOf = (path: FactPath): string => {
  if (!isFieldPath(path)) return '';
  const { kind, currency } = fieldOf(path);
  return kind === 'percent' ? '%' : currency ? ` ${currency}` : '';
};

function shownRange(
  value: { shown: string; place?: string | undefined },
  unit: string,
  t: Translator,
): string {
  const { lo, hi } = quantityOf(value);
  return t('shownRange', `${value.shown}${unit}`, `${plain(lo)}–${hi ? plain(hi) : ''}${unit}`);
}

const isShown = (value: FactValue): value is { shown: string; place?: string } =>
  typeof value === 'object' && 'shown' in value && typeof value.shown === 'string';

/** A fact's value for people, with its unit; a rounded one with the range it stands for. */
export function shownValue(path: FactPath, value: FactValue, t: Translator): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (isShown(value)) return shownRange(value, unitOf(path), t);
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([category, count]) => `${category} ${count}`)
      .join(', ');
  }
  if (path === 'store.registeredIn') {
    return new Intl.DisplayNames(t.tag, { type: 'region' }).of(String(value)) ?? String(value);
  }
  return `${value}${unitOf(path)}`;
}
