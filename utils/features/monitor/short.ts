import { type FieldPath, fieldOf } from '../../facts/fields.ts';
import { shownValue } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import { currencyDecimals } from '../../rules/currency.ts';
import { isExact, type NumberFact, quantityOf } from '../../rules/quantity.ts';
import { money } from '../money.ts';

const digitsOf = (fact: NumberFact): string => (typeof fact === 'object' ? fact.shown : String(fact));

/** A percentage as its page shows it, and money to the cent; money that was rounded says what it stands for. */
export function shortValue(
  path: FieldPath,
  value: unknown,
  poolCurrency: string | undefined,
  t: Translator,
): string {
  const { kind, currency = poolCurrency } = fieldOf(path);
  const fact = value as NumberFact;
  if (kind === 'percent') return `${digitsOf(fact)}%`;
  if (kind === 'money' && currency && isExact(quantityOf(fact, currencyDecimals(currency)))) {
    return money(currency, digitsOf(fact));
  }
  return shownValue(path, value, t, poolCurrency);
}
