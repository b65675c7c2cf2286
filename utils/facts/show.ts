import { keyOf, type Translator } from '../i18n/translate.ts';
import { currencyDecimals } from '../rules/currency.ts';
import { isKnown, PRODUCT_CATEGORIES, type ProductFacts } from '../rules/facts.ts';
import { isExact, type NumberFact, plain, quantityOf } from '../rules/quantity.ts';
import { type FactPath, fieldOf, isFieldPath, type ProductPath } from './fields.ts';
import { type Freight, freightRanges } from './freight.ts';
import type { FactValue } from './typed.ts';

const regions = new Map<string, Intl.DisplayNames>();

/** Making a list of names costs far more than asking it, and a preview names hundreds of countries. */
function regionsIn(tag: string): Intl.DisplayNames {
  const known = regions.get(tag) ?? new Intl.DisplayNames(tag, { type: 'region' });
  regions.set(tag, known);
  return known;
}

/** A country's or region's name; the source's bar speaks of the mainland, and so does the name of CN. */
export const countryName = (code: string, t: Translator): string =>
  code === 'CN' ? t('mainlandChina') : (regionsIn(t.tag).of(code) ?? code);

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

const shownPrice = ({ currency, lowest, highest }: NonNullable<ProductFacts['price']>): string =>
  `${lowest === highest ? lowest : `${lowest}–${highest}`} ${currency}`;

/** The lowest and the highest, and in how many countries. */
const shownFreight = (fees: Freight, t: Translator): string =>
  freightRanges(fees)
    .map(({ currency, lowest, highest, countries }) =>
      t('freightShown', shownPrice({ currency, lowest, highest }), countries),
    )
    .join(t('comma')) || t('none');

type Show = (product: ProductFacts, t: Translator) => string | null | undefined;

const SHOWN: Record<ProductPath, Show> = {
  'product.blocked': ({ blocked }, t) => countryNames(blocked, t),
  'product.category': ({ category }, t) => {
    const known = PRODUCT_CATEGORIES.find((one) => one === category);
    return known ? t(keyOf('category', known)) : (category ?? undefined);
  },
  'product.commissionPct': ({ commissionPct }) =>
    isKnown(commissionPct) ? `${plainNumber(commissionPct)}%` : undefined,
  'product.destinations': ({ destinations }, t) => countryNames(destinations, t),
  'product.expiries': ({ expiries }, t) =>
    listed(
      expiries?.map(({ what, on }) => t('expiresOn', what, on)),
      t,
    ),
  'product.freightEstimates': ({ freightEstimates }, t) =>
    freightEstimates && shownFreight(freightEstimates, t),
  'product.joinedCountries': ({ joinedCountries }, t) => countryNames(joinedCountries, t),
  'product.marks': ({ marks }, t) => listed(marks, t),
  'product.price': ({ price }) => price && shownPrice(price),
  'product.programme': ({ programme }, t) => programme && t(`programme_${programme}`),
  'product.registrations': ({ registrations }, t) =>
    listed(
      registrations?.map(({ scheme, number }) => `${scheme} ${number ?? '?'}`),
      t,
    ),
  'product.responsiblePersons': ({ responsiblePersons }, t) =>
    listed(
      Object.entries(responsiblePersons ?? {}).flatMap(([region, person]) =>
        person ? [`${region}: ${person.name ?? '?'}`] : [],
      ),
      t,
    ),
  'product.stock': ({ stock }) => (isKnown(stock) ? plainNumber(stock) : undefined),
  'product.unitCost': ({ unitCost }) => (isKnown(unitCost) ? plainNumber(unitCost) : undefined),
};

const plainNumber = (fact: NumberFact): string => (typeof fact === 'object' ? fact.shown : String(fact));

const listed = (items: readonly string[] | null | undefined, t: Translator): string | undefined =>
  items ? items.join(', ') || t('none') : undefined;

const countryNames = (codes: readonly string[] | null | undefined, t: Translator): string | undefined =>
  listed(
    codes?.map((code) => countryName(code, t)),
    t,
  );

function shownOfProduct(path: ProductPath, value: unknown, t: Translator): string {
  const field = path.slice('product.'.length);
  return SHOWN[path]({ id: '', [field]: value }, t) ?? t('notKnown');
}

/**
 * A fact's value for people, with its unit; a rounded one with the range it stands for.
 * @param poolCurrency the currency of the merge pool, for the pool's own money
 */
export function shownValue(
  path: FactPath,
  kept: unknown,
  t: Translator,
  poolCurrency: string | undefined,
): string {
  if (!isFieldPath(path)) return shownOfProduct(path, kept, t);
  // What counts of a store's kept facts is only what the rules take.
  const value = kept as FactValue;
  const currency = currencyOf(path, poolCurrency);
  const unit = currency ? ` ${currency}` : fieldOf(path).kind === 'percent' ? '%' : '';
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
