import Big from 'big.js';
import { parseCountries } from '../import/countries.ts';
import { agreedEntries, type Entry } from '../site/lists.ts';

/** A fact of a product as several texts of a page state it together. */
export interface Stated {
  fact: string;
  /** What the page shows, in short. */
  text: string;
  /** `undefined` where the page says something, and it is not known what. */
  value: unknown;
}

/** What rows say together of which not all is known; where there are none, the page may still be loading. */
const notKnown = (fact: string, rows: readonly Entry[]): Stated[] =>
  rows.length > 0 ? [{ fact, text: '', value: undefined }] : [];

const PRICE = /^price\.([A-Z]{3})$/;

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?$/;

/** An amount without its commas, where each of them stands between thousands: `12,50` may be 12.5. */
const amountOf = (text: string): string | undefined =>
  AMOUNT.test(text) ? text.replaceAll(',', '') : undefined;

/** The prices of a listing's SKUs as one range; none where one of them is not known or in another currency. */
function priceOf(skus: readonly Entry[]): Stated[] {
  const priced = skus.flatMap(({ values }) => Object.entries(values).filter(([name]) => PRICE.test(name)));
  const [currency, ...others] = new Set(priced.map(([name]) => PRICE.exec(name)?.[1]));
  const amounts = priced.flatMap(([, text]) => amountOf(text) ?? []).map((amount) => new Big(amount));
  if (!currency || others.length > 0 || amounts.length !== skus.length) {
    return notKnown('product.price', skus);
  }
  const sorted = amounts.toSorted((a, b) => a.cmp(b));
  const [lowest, highest] = [sorted[0]?.toFixed(), sorted.at(-1)?.toFixed()];
  const text = lowest === highest ? `${currency} ${lowest}` : `${currency} ${lowest}–${highest}`;
  return [{ fact: 'product.price', text, value: { currency, lowest, highest } }];
}

/** What of the form's certificates and reports ends, and when. */
function expiriesOf(qualifications: readonly Entry[]): Stated[] {
  const ending = qualifications.flatMap(({ key, values }) =>
    values.validUntil ? [{ what: key, on: values.validUntil }] : [],
  );
  if (ending.length === 0) return notKnown('product.expiries', qualifications);
  const text = ending.map(({ what, on }) => `${what} ${on}`).join(', ');
  return [{ fact: 'product.expiries', text, value: ending }];
}

/** The code of the one country that a row is about. */
function countryOf({ key }: Entry): string | undefined {
  const countries = parseCountries(key);
  return 'codes' in countries && countries.codes.length === 1 ? countries.codes[0] : undefined;
}

/** Which countries of the join page are sold and which are not; of a list with one row in doubt nothing is kept. */
function salesOf(rows: readonly Entry[]): Stated[] {
  const isTold = ({ values }: Entry): boolean =>
    (values.sold === undefined) !== (values.blocked === undefined);
  const codesOf = (isOf: (entry: Entry) => boolean) => rows.filter(isOf).map(countryOf);
  if (rows.length === 0 || !rows.every((row) => isTold(row) && countryOf(row))) return [];
  const blocked = codesOf(({ values }) => values.blocked !== undefined);
  const joined = codesOf(({ values }) => values.sold !== undefined);
  return [
    { fact: 'product.blocked', text: blocked.join(', '), value: blocked },
    { fact: 'product.joinedCountries', text: joined.join(', '), value: joined },
  ];
}

const FREIGHT = /^([A-Z]{3}) (\S+)$/;

/** What the page says that sending costs, by country; a country without a cost is left out. */
function freightOf(rows: readonly Entry[]): Stated[] {
  const fees = rows.flatMap((row) => {
    const [, currency, text = ''] = FREIGHT.exec(row.values.freight ?? '') ?? [];
    const [country, amount] = [countryOf(row), amountOf(text)];
    return country && amount ? [{ country, currency, amount }] : [];
  });
  const text = fees.map(({ country, currency, amount }) => `${country} ${currency} ${amount}`).join(', ');
  return fees.length > 0 ? [{ fact: 'product.freightEstimates', text, value: fees }] : [];
}

const BY_LIST: Record<string, (entries: readonly Entry[]) => Stated[]> = {
  countries: (rows) => {
    const agreed = agreedEntries(rows);
    return [...salesOf(agreed), ...freightOf(agreed)];
  },
  qualifications: expiriesOf,
  skus: priceOf,
};

/** What the lists of a product's page state of it as a whole. */
export const statedByLists = (lists: Readonly<Record<string, readonly Entry[]>>): Stated[] =>
  Object.entries(lists).flatMap(([name, entries]) =>
    Object.hasOwn(BY_LIST, name) ? (BY_LIST[name]?.(entries) ?? []) : [],
  );
