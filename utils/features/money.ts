import type { Amount } from '../rules/amount.ts';

type Decimal = `${number}`;

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs more than using it, and every row of a list needs one. */
function formatFor(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  formats.set(currency, format);
  return format;
}

/** One amount or a range, with the currency's code and thousands apart. `Intl` takes decimal strings exactly. */
export function money(currency: string, low: string, high: string = low): string {
  const format = formatFor(currency);
  return low === high ? format.format(low as Decimal) : format.formatRange(low as Decimal, high as Decimal);
}

/** An amount of the rules, to the cent. */
export const shownAmount = (currency: string, amount: Amount): string =>
  'exact' in amount ? money(currency, amount.rounded) : money(currency, amount.low, amount.high);
