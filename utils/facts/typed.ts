import Big from 'big.js';
import type { NumberFact } from '../rules/quantity.ts';
import type { Field, FieldKind } from './fields.ts';

/** A fact's value as it is kept; `null` is never kept: what is not known has no entry. */
export type FactValue = NumberFact | boolean | Record<string, number>;

/** Why a typed text can't be taken; each has a text in the locales, `line` counts from 1. */
export type InputProblem =
  | {
      problem: 'not-a-count' | 'not-a-percentage' | 'over-100' | 'not-money' | 'not-a-month' | 'not-a-choice';
    }
  | { problem: 'not-a-sku-line' | 'category-twice'; line: number };

/** What can be wrong with a field: its text, or that the text could not be kept. */
export type FieldProblem = InputProblem | { problem: 'not-kept' };

export type Typed = { value: FactValue } | { value: undefined } | InputProblem;

const COUNT = /^\d{1,9}$/;
const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const WAN = /^(\d{1,8}(?:\.\d{1,4})?)万$/;
const SKU_LINE = /^(.{1,60}?)[\s:：,，]+(\d{1,7})$/u;

/** Full-width digits and signs to plain ones, thousands separators away. */
const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s%$¥]/g, '')
    .replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1');

const asNumber = (digits: string, isExact: boolean): NumberFact => (isExact ? digits : { shown: digits });

function percentage(text: string, isExact: boolean): Typed {
  const digits = plainNumber(text);
  if (!DECIMAL.test(digits)) return { problem: 'not-a-percentage' };
  return new Big(digits).gt(100) ? { problem: 'over-100' } : { value: asNumber(digits, isExact) };
}

function money(text: string, isExact: boolean): Typed {
  const digits = plainNumber(text).replace(/^(USD|CNY)|(USD|CNY|美元|元)$/gi, '');
  const wan = WAN.exec(digits)?.[1];
  if (wan) {
    const shown = new Big(wan).times(10_000).toFixed();
    const place = new Big(10_000).div(new Big(10).pow(wan.split('.')[1]?.length ?? 0)).toFixed();
    return { value: isExact ? shown : { shown, place } };
  }
  return DECIMAL.test(digits) ? { value: asNumber(digits, isExact) } : { problem: 'not-money' };
}

function skuCounts(text: string): Typed {
  const counts = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, category, count] = SKU_LINE.exec(line.trim()) ?? [];
    if (!category || !count) return { problem: 'not-a-sku-line', line: index + 1 };
    if (counts.has(category)) return { problem: 'category-twice', line: index + 1 };
    counts.set(category, Number(count));
  }
  return { value: Object.fromEntries(counts) };
}

const parsers: Record<FieldKind, (text: string, isExact: boolean) => Typed> = {
  count: (text) => {
    const digits = plainNumber(text);
    return COUNT.test(digits) ? { value: Number(digits) } : { problem: 'not-a-count' };
  },
  country: (text) => (/^[A-Z]{2}$/.test(text) ? { value: text } : { problem: 'not-a-choice' }),
  currency: (text) => (/^[A-Z]{3}$/.test(text) ? { value: text } : { problem: 'not-a-choice' }),
  flag: (text) => (text === 'yes' || text === 'no' ? { value: text === 'yes' } : { problem: 'not-a-choice' }),
  money,
  month: (text) => {
    const month = text.normalize('NFKC').replace(/[/.]/, '-');
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { value: month } : { problem: 'not-a-month' };
  },
  percent: percentage,
  'sku-counts': skuCounts,
};

/**
 * A field's text as a person typed it, to the fact it states; nothing typed is no fact (`value: undefined`).
 * @param isExact the person says that the number was not rounded by the page it was read off
 */
export function parseTyped(field: Field, text: string, isExact: boolean): Typed {
  return text.trim() === '' ? { value: undefined } : parsers[field.kind](text.trim(), isExact);
}
