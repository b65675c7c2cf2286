import { type FieldPath, fieldOf } from '../../facts/fields.ts';
import { shownValue } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { NumberFact } from '../../rules/quantity.ts';
import { money } from '../money.ts';

/** A value as its page shows it, where what a rounded one stands for is told elsewhere. */
export function shortValue(
  path: FieldPath,
  value: unknown,
  poolCurrency: string | undefined,
  t: Translator,
): string {
  const { kind, currency = poolCurrency } = fieldOf(path);
  const isPercent = kind === 'percent';
  if (!isPercent && (kind !== 'money' || !currency)) return shownValue(path, value, t, poolCurrency);
  const fact = value as NumberFact;
  const shown = typeof fact === 'object' ? fact.shown : String(fact);
  return isPercent || !currency ? `${shown}%` : money(currency, shown);
}
