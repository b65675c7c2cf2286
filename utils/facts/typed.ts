import Big from 'big.js';
import { isCountryCode, isFact } from '../rules/facts.ts';
import type { NumberFact } from '../rules/quantity.ts';
import type { FieldKind, ValueField } from './fields.ts';

/** A fact's value as it is kept; `null` is never kept: what is not known has no entry. */
export type FactValue = NumberFact | boolean | Record<string, number>;

/** Why a typed text can't be taken; each has a text in the locales, `line` counts from 1. */
export type InputProblem =
  | {
      problem:
        | 'not-a-count'
        | 'not-a-number'
        | 'not-a-percentage'
        | 'over-100'
        | 'not-money'
        | 'other-currency'
        | 'not-a-month'
        | 'not-a-day'
        | 'not-a-choice'
        | 'not-a-mark';
    }
  | { problem: 'not-a-sku-line' | 'category-twice'; line: number };

/** What can be wrong with a field: its text, or that the text could not be kept. */
export type FieldProblem = InputProblem | { problem: 'not-kept' };

export type Typed = { value: FactValue } | { value: undefined } | InputProblem;

const GROUPED = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,12})`;
const COUNT = new RegExp(`^${GROUPED}$`);
const DECIMAL = new RegExp(`^${GROUPED}(?:\\.\\d{1,6})?$`);
const MONEY = new RegExp(
  `^(USD|CNY|US\\$|[$¥])? ?(${GROUPED}(?:\\.\\d{1,6})?)(万)? ?(USD|CNY|美元|元|人民币)?$`,
  'i',
);
const SKU_LINE = new RegExp(`^(.*?)[\\s:,]+(${GROUPED})$`, 'u');
const MONTH = /^(\d{4})[-/.年]?(\d{1,2})月?$/;
const DAY = /^(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

const LARGEST_COUNT = 1_000_000_000;

/** What a sign says of the amount beside it. */
const CURRENCY_OF: Record<string, string> = {
  USD: 'USD',
  US$: 'USD',
  $: 'USD',
  美元: 'USD',
  CNY: 'CNY',
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
};

/** Full-width digits and signs to plain ones. */
const halfWidth = (text: string): string => text.normalize('NFKC').trim();

const ungrouped = (digits: string): string => digits.replaceAll(',', '');

const asNumber = (digits: string, isExact: boolean): NumberFact => (isExact ? digits : { shown: digits });

function count(text: string): Typed {
  const digits = halfWidth(text);
  const value = Number(ungrouped(digits));
  return COUNT.test(digits) && value <= LARGEST_COUNT ? { value } : { problem: 'not-a-count' };
}

/** A mean of counts is no whole number, and as good as ever rounded. */
function average(text: string, isExact: boolean): Typed {
  const digits = halfWidth(text);
  return DECIMAL.test(digits) ? { value: asNumber(ungrouped(digits), isExact) } : { problem: 'not-a-number' };
}

function percentage(text: string, isExact: boolean): Typed {
  const digits = halfWidth(text).replace(/ ?%$/, '');
  if (!DECIMAL.test(digits)) return { problem: 'not-a-percentage' };
  const plain = ungrouped(digits);
  return new Big(plain).gt(100) ? { problem: 'over-100' } : { value: asNumber(plain, isExact) };
}

/** An amount in the field's own currency: a sign of another one is refused, and never just dropped. */
function money(text: string, isExact: boolean, { currency }: ValueField): Typed {
  const [, before, digits, wan, after] = MONEY.exec(halfWidth(text)) ?? [];
  if (!digits) return { problem: 'not-money' };
  const signs = [before, after].filter((sign) => sign !== undefined).map((sign) => sign.toUpperCase());
  if (signs.some((sign) => CURRENCY_OF[sign] !== currency)) return { problem: 'other-currency' };
  const plain = ungrouped(digits);
  if (!wan) return { value: asNumber(plain, isExact) };
  const shown = new Big(plain).times(10_000).toFixed();
  const place = new Big(10_000).div(new Big(10).pow(plain.split('.')[1]?.length ?? 0)).toFixed();
  return { value: isExact ? shown : { shown, place } };
}

function month(text: string): Typed {
  const [, year, number] = MONTH.exec(halfWidth(text)) ?? [];
  const isMonth = Number(number) >= 1 && Number(number) <= 12;
  return isMonth ? { value: `${year}-${number?.padStart(2, '0')}` } : { problem: 'not-a-month' };
}

/** A day that the calendar has, the year first: any other order could mean two days. */
function day(text: string): Typed {
  const [, year, month, date] = DAY.exec(halfWidth(text)) ?? [];
  const value = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return isFact('dates.fullApplied', value) ? { value } : { problem: 'not-a-day' };
}

function skuCounts(text: string): Typed {
  const counts = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, category = '', digits] = SKU_LINE.exec(halfWidth(line)) ?? [];
    const name = category.replace(/[\s:,]+$/u, '');
    // `12 000` and `1, 200` may be one number or a name that ends in one: refused, not guessed.
    if (!digits || name === '' || /\d$/.test(name)) return { problem: 'not-a-sku-line', line: index + 1 };
    if (counts.has(name)) return { problem: 'category-twice', line: index + 1 };
    counts.set(name, Number(ungrouped(digits)));
  }
  return { value: Object.fromEntries(counts) };
}

const parsers: Record<FieldKind, (text: string, isExact: boolean, field: ValueField) => Typed> = {
  average,
  count,
  country: (text) => (isCountryCode(text) ? { value: text } : { problem: 'not-a-choice' }),
  currency: (text) => (/^[A-Z]{3}$/.test(text) ? { value: text } : { problem: 'not-a-choice' }),
  day,
  flag: (text) => (text === 'yes' || text === 'no' ? { value: text === 'yes' } : { problem: 'not-a-choice' }),
  money,
  month,
  percent: percentage,
  'sku-counts': skuCounts,
};

/**
 * A field's text as a person typed it, to the fact it states; nothing typed is no fact (`value: undefined`).
 * @param isExact the person says that the number was not rounded by the page it was read off
 */
export function parseTyped(field: ValueField, text: string, isExact: boolean): Typed {
  return text.trim() === '' ? { value: undefined } : parsers[field.kind](text.trim(), isExact, field);
}
