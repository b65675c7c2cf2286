import { type Expiry, expiryName } from '../facts/expiry.ts';
import { PRODUCT_CATEGORIES, type ProductFacts } from '../rules/facts.ts';
import { folded, named } from './columns.ts';
import { parseCountries } from './countries.ts';
import type { CellProblem, RowProblemKey } from './problems.ts';

/** A cell's value; `undefined` where the cell is empty, which is "not known". */
export type Parsed<T> = { value: T | undefined } | CellProblem;

export type Registration = NonNullable<ProductFacts['registrations']>[number];

const refused = (problem: RowProblemKey, ...args: (string | number)[]): CellProblem =>
  args.length > 0 ? { problem, args } : { problem };

export const isRefused = <T>(parsed: Parsed<T>): parsed is CellProblem => 'problem' in parsed;

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** Whether a cell says that there is none, which is more than an empty one says. */
export const isNone = (text: string): boolean => /^([-–—]|无|none)$/i.test(halfWidth(text));

/** In a CSV file the results of failed formulas are text. */
export const isFormulaError = (text: string): boolean =>
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i.test(text);

/** An ID, also behind the signs that keep Excel from making a number of it. */
const PRODUCT_ID = /^(?:'?(\d{8,20})|="(\d{8,20})")$/;
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i;

export function parseProductId(text: string): Parsed<string> {
  const plain = halfWidth(text);
  if (plain === '') return refused('id-missing');
  if (SCIENTIFIC.test(plain)) return refused('id-rounded', plain);
  const [, id, quoted] = PRODUCT_ID.exec(plain) ?? [];
  const value = id ?? quoted;
  return value === undefined ? refused('id-form', named(text)) : { value };
}

type Category = (typeof PRODUCT_CATEGORIES)[number];

/** The categories of the label table by the names that the template takes beside their ids. */
export const CATEGORY_NAMES: Record<Category, { zh_CN: string; en: string }> = {
  battery: { zh_CN: '电池', en: 'Batteries' },
  childrens: { zh_CN: '儿童用品', en: "Children's products" },
  cosmetics: { zh_CN: '化妆品', en: 'Cosmetics' },
  'mains-electrical': { zh_CN: '市电电器', en: 'Mains electrical' },
  medical: { zh_CN: '医疗器械', en: 'Medical devices' },
  other: { zh_CN: '其他', en: 'Other' },
  ppe: { zh_CN: '个人防护用品', en: 'Personal protective equipment' },
  radio: { zh_CN: '无线电设备', en: 'Radio equipment' },
  textile: { zh_CN: '纺织品', en: 'Textiles' },
  toys: { zh_CN: '玩具', en: 'Toys' },
};

const CATEGORIES = new Map<string, Category>(
  PRODUCT_CATEGORIES.flatMap((id) =>
    [id, CATEGORY_NAMES[id].zh_CN, CATEGORY_NAMES[id].en].map((name) => [folded(name), id] as const),
  ),
);

export function parseCategory(text: string): Parsed<string> {
  if (text === '') return { value: undefined };
  const value = CATEGORIES.get(folded(text));
  return value === undefined ? refused('category-unknown', named(text)) : { value };
}

/** Every cell with the same text shares one list: 10,000 products name the same few sets of countries. */
function remembering<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T> {
  const CAPACITY = 1000;
  const seen = new Map<string, Parsed<T>>();
  return (text) => {
    const before = seen.get(text);
    if (before) return before;
    const parsed = parse(text);
    if (seen.size < CAPACITY) seen.set(text, parsed);
    return parsed;
  };
}

export const parseCountryList = remembering((text): Parsed<string[]> => {
  if (text === '') return { value: undefined };
  if (isNone(text)) return { value: [] };
  // An answer rather than Norway.
  if (/^[Nn]o$/.test(halfWidth(text))) return refused('country-unknown', named(text));
  const countries = parseCountries(text);
  if ('unknown' in countries) return refused('country-unknown', named(countries.unknown));
  return { value: countries.codes };
});

const MARK_NAMES: Record<string, readonly string[]> = {
  CE: ['CE', 'CE标志', 'CE mark'],
  UKCA: ['UKCA', 'UKCA标志', 'UKCA mark'],
  KC: ['KC', 'KC标志', 'KC mark'],
  'G-MARK': ['G-Mark', 'GMark', 'G Mark', 'G-Mark标志'],
  FIBRE: ['FIBRE', 'FIBER', '纤维成分', '纤维成分标签', 'Fibre composition', 'Fiber composition'],
};

export const KNOWN_MARKS: readonly string[] = Object.keys(MARK_NAMES);

const MARKS = new Map(
  Object.entries(MARK_NAMES).flatMap(([mark, names]) => names.map((name) => [folded(name), mark] as const)),
);

const isMarks = (marks: readonly (string | undefined)[]): marks is string[] => !marks.includes(undefined);

/** Marks with nothing but spaces between them; a mark's own name may have one. */
function marksOf(piece: string): string[] | undefined {
  const whole = MARKS.get(folded(piece));
  if (whole) return [whole];
  const marks = piece.split(/\s+/).map((word) => MARKS.get(folded(word)));
  return isMarks(marks) ? marks : undefined;
}

export const parseMarks = remembering((text): Parsed<string[]> => {
  if (text === '') return { value: undefined };
  if (isNone(text)) return { value: [] };
  const marks = new Set<string>();
  for (const piece of text.split(/[,;、，；/|\n]/).map((part) => part.trim())) {
    if (piece === '') continue;
    const found = marksOf(piece);
    if (!found) return refused('mark-unknown', named(piece), KNOWN_MARKS.join(', '));
    for (const mark of found) marks.add(mark);
  }
  return { value: [...marks] };
});

const DAY =
  /^(20\d{2})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

/** A day with its year first, as `2027-01-31`; one that begins with the day or month is not known to be either. */
function dayOf(text: string): string | undefined {
  const [, year, ...numbers] = DAY.exec(text) ?? [];
  const [month, day] = numbers.filter((number) => number !== undefined);
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

interface Entry {
  name: string;
  number: string | undefined;
  on: string | undefined;
}

/** One entry of the notation `name:number @day`. */
function entryOf(piece: string): Entry | { wrongDay: string } {
  const [, body = '', at] = /^([^@]*)(?:@(.*))?$/s.exec(halfWidth(piece)) ?? [];
  const on = at === undefined ? undefined : dayOf(at.trim());
  if (at !== undefined && on === undefined) return { wrongDay: at };
  const colon = body.indexOf(':');
  if (colon < 0) return { name: body.trim(), number: undefined, on };
  return { name: body.slice(0, colon).trim(), number: body.slice(colon + 1).trim(), on };
}

const entriesOf = (text: string): string[] => text.split(/[;；\n]/).filter((piece) => piece.trim() !== '');

const expiryOf = ({ name, number }: Entry, on: string): Expiry => ({ what: expiryName(name, number), on });

/** A number has a digit: `-`, `N/A` or `待申请` is none. Behind a comma there may be another entry. */
const NUMBER = /^(?=.*\d)[^,、]+$/;
const SCHEME = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}$/u;

/** What a cell of registrations or certificates holds, and what of it stops being valid. */
export interface Dated<T> {
  list: T;
  expiries: Expiry[];
}

/** Registrations as `CPNP:1234567 @2027-01-31; SCPN:7654321`; the day may be left out. */
export function parseRegistrations(text: string): Parsed<Dated<Registration[]>> {
  if (text === '') return { value: undefined };
  const value: Dated<Registration[]> = { list: [], expiries: [] };
  if (isNone(text)) return { value };
  for (const piece of entriesOf(text)) {
    const entry = entryOf(piece);
    if ('wrongDay' in entry) return refused('not-a-date', named(entry.wrongDay));
    const { name, number = '' } = entry;
    if (!NUMBER.test(number) || !SCHEME.test(name)) return refused('registration-form', named(piece));
    const scheme = name.toUpperCase();
    value.list.push({ scheme, number });
    if (entry.on) value.expiries.push(expiryOf({ ...entry, name: scheme }, entry.on));
  }
  return { value };
}

/** Certificates as `CE:ABC-1 @2027-01-31; KC @2026-12-01`: kept for the day they end alone, so each must have one. */
export function parseCertificates(text: string): Parsed<Expiry[]> {
  if (text === '') return { value: undefined };
  if (isNone(text)) return { value: [] };
  const value: Expiry[] = [];
  for (const piece of entriesOf(text)) {
    const entry = entryOf(piece);
    if ('wrongDay' in entry) return refused('not-a-date', named(entry.wrongDay));
    const { name, number } = entry;
    const isNumber = number === undefined || NUMBER.test(number);
    if (!/^[^,、]+$/.test(name) || !isNumber) return refused('certificate-form', named(piece));
    if (!entry.on) return refused('no-expiry', named(piece));
    value.push(expiryOf({ ...entry, name: MARKS.get(folded(name)) ?? name }, entry.on));
  }
  return { value };
}

const COUNT = /^(\d{1,10}|\d{1,3}(,\d{3}){1,3})$/;
const LARGEST_COUNT = 1_000_000_000;

export function parseStock(text: string): Parsed<number> {
  const plain = halfWidth(text);
  if (plain === '') return { value: undefined };
  const value = Number(plain.replaceAll(',', ''));
  return COUNT.test(plain) && value <= LARGEST_COUNT ? { value } : refused('not-a-count', named(text));
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** A responsible person's e-mail address; `''` where the cell says that there is none. */
export function parseEmail(text: string): Parsed<string> {
  const plain = halfWidth(text);
  if (plain === '') return { value: undefined };
  if (isNone(plain)) return { value: '' };
  return EMAIL.test(plain) ? { value: plain } : refused('not-an-email', named(text));
}
