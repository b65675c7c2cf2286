import type { Translator } from '../i18n/translate.ts';
import { currencyDecimals } from '../rules/currency.ts';
import { isExact, plain, quantityOf } from '../rules/quantity.ts';
import { type FactPath, fieldOf, isFieldPath } from './fields.ts';
import type { FactValue } from './typed.ts';

/** A country's or region's name; the source's bar speaks of the mainland, and so does the name of CN. */
export const countryName = (code: string, t: Translator): string =>
  code === 'CN' ? t('mainlandChina') : (new Intl.DisplayNames(t.tag, { type: 'region' }).of(code) ?? code);

type Shown = Extract<FactValue, { shown: string }>;

const isShown = (value: FactValue): value is Shown =>
  typeof value === 'object' && 'shown' in value && typeof value.shown === 'string';

function shownRange(value: Shown, unit: string, currency: string | undefined, t: Translator): string {
  const quantity = quantityOf(value, currency ? currencyDecimals(currency) : undefined);
  if (isExact(quantity)) return `${value.shown}${unit}`;
  const { lo, hi } = quantity;
  return t('shownRange', `${value.shown}${unit}`, `${plain(lo)}–${hi ? plain(hi) : ''}${unit}`);
}

/** The currency that a fact's money is in, where it is money and the currency is known. */
function currencyOf(path: FactPath, poolCurrency: string | undefined): string | undefined {
  if (!isFieldPath(path)) return undefined;
  const { kind, currency } = fieldOf(path);
  return kind === 'money' ? (currency ?? poolCurrency) : undefined;
}

/**
 * A fact's value for people, with its unit; a rounded one with the range it stands for.
 * @param poolCurrency the currency of the merge pool, for the pool's own money
 */
export function shownValue(
  path: FactPath,
  value: FactValue,
  t: Translator,
  poolCurrency: string | undefined,
): string {
  const currency = currencyOf(path, poolCurrency);
  const unit = currency ? ` ${currency}` : isFieldPath(path) && fieldOf(path).kind === 'percent' ? '%' : '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (isShown(value)) return shownRange(value, unit, currency, t);
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([category, count]) => `${category} ${count}`)
      .join(', ');
  }
  if (path === 'store.registeredIn') return countryName(String(value), t);
  return `${value}${unit}`;
}
