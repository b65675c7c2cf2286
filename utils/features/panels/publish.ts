import { endingsOf } from '../../facts/expiry.ts';
import { TYPED_PRODUCT_PATHS, type TypedProductPath } from '../../facts/product-fields.ts';
import { parseTyped } from '../../facts/typed.ts';
import { keyOf, type Translator } from '../../i18n/translate.ts';
import { PRODUCT_CATEGORIES, type ProductFacts } from '../../rules/facts.ts';
import type { Pack } from '../../rules/pack.ts';
import { whole } from '../../site/expression.ts';
import type { Entry } from '../../site/lists.ts';
import { warningOf } from '../expiry.ts';
import type { Judgement, Reason, Subject } from '../judgement.ts';
import { labels } from '../labels.ts';
import { factName, provenView } from '../present.ts';
import { statements } from '../programme.ts';
import { labelMatrix } from './labels.ts';
import { regionalTable, salesTable } from './prices.ts';
import { type Cell, type PanelField, type PanelSeen, type PanelView, type Section, signed } from './view.ts';

const FORM_FIELDS = [
  'form.category',
  'form.brand',
  'form.origin',
  'product.responsiblePersons',
  'form.manufacturer',
] as const;

type FormField = (typeof FORM_FIELDS)[number];

/** Whom the law of the Union wants named in every offer: Art. 19 of (EU) 2023/988, note.eu-offer-details. */
const NAMED_IN_THE_UNION: readonly FormField[] = ['product.responsiblePersons', 'form.manufacturer'];

const isSoldInTheUnion = ({ pack, facts }: Subject): boolean =>
  facts.product?.destinations?.some((country) => pack.groups.EU27?.includes(country)) ?? false;

/** Whether a text is the form's own word for "none chosen". */
const saysNone = ({ siteMap }: Pack, fact: string, text: string): boolean =>
  siteMap.pages.publish?.fields
    .find((field) => field.fact === fact)
    ?.words?.some((word) => word.means === '' && whole(word.text).test(text)) ?? false;

function fieldCell(field: FormField, subject: Subject, { readings, places }: PanelSeen, t: Translator): Cell {
  const text = readings.find(({ fact }) => fact === field)?.text;
  if (text && !saysNone(subject.pack, field, text)) return signed('pass', text, t);
  if (!places[field]) return signed('unknown', t('panelNotFound'), t);
  const isNeeded = NAMED_IN_THE_UNION.includes(field) && isSoldInTheUnion(subject);
  return signed(isNeeded ? 'fail' : 'caution', t('panelEmpty'), t);
}

function qualificationCell({ key, values }: Entry, { readAt }: Subject, t: Translator): Cell {
  const { uploaded, required, validUntil } = values;
  if (!uploaded) return signed('unknown', t('notKnown'), t);
  if (!/^(?:已上传|Uploaded)$/.test(uploaded)) {
    return required ? signed('fail', t('panelNotUploaded'), t) : signed('none', t('panelOptional'), t);
  }
  const [ending] = endingsOf(validUntil ? [{ what: key, on: validUntil }] : [], readAt);
  if (ending) return signed(ending.stage === 'ended' ? 'fail' : 'caution', t(warningOf(ending)), t);
  return signed('pass', validUntil ? t('panelUploadedUntil', validUntil) : t('panelUploaded'), t);
}

function checks(subject: Subject, seen: PanelSeen, t: Translator): Section {
  const { places, lists } = seen;
  return {
    kind: 'checks',
    title: t('panelForm'),
    checks: [
      ...FORM_FIELDS.map((field) => ({
        name: t(`form_${field.split('.')[1] as 'brand'}`),
        cell: fieldCell(field, subject, seen, t),
        ...(places[field] && { place: places[field] }),
      })),
      ...(lists.qualifications ?? []).map((entry) => ({
        name: entry.key,
        cell: qualificationCell(entry, subject, t),
        ...(places.qualifications && { place: places.qualifications }),
      })),
    ],
  };
}

const categories = (t: Translator): NonNullable<PanelField['choices']> => [
  { value: '', name: t('notKnown') },
  ...PRODUCT_CATEGORIES.map((value) => ({
    value,
    name: t(keyOf('category', value)),
  })),
];

/** The marks that any label asks for. */
export const knownMarks = ({ labels: all }: Pack): string[] => [
  ...new Set(all.flatMap(({ satisfiedBy }) => (satisfiedBy.kind === 'mark' ? satisfiedBy.anyOf : []))),
];

function typedText(path: TypedProductPath, { product }: Subject, { typed }: PanelSeen): string {
  const kept = product?.facts[path]?.find(({ origin }) => origin.kind === 'typed');
  return typed[path] ?? kept?.text ?? '';
}

function fields(subject: Subject, seen: PanelSeen, t: Translator): Section {
  const { pack, facts } = subject;
  const currency = facts.product?.price?.currency;
  const units: Partial<Record<TypedProductPath, string>> = {
    'product.commissionPct': '%',
    ...(currency && { 'product.unitCost': currency }),
  };
  const paths = TYPED_PRODUCT_PATHS.filter((path) => path !== 'product.unitCost' || currency);
  const own = paths.map(
    (path): PanelField => ({
      path,
      name: factName(path, t),
      text: typedText(path, subject, seen),
      hint:
        path === 'product.marks'
          ? t('hintMarks', knownMarks(pack).join(t('comma')))
          : t(`hint_${path.split('.')[1] as 'category'}`),
      unit: units[path] ?? '',
      ...(path === 'product.category' && { choices: categories(t) }),
    }),
  );
  const whatIf: PanelField = {
    path: 'whatIf',
    name: t('panelWhatIf'),
    text: seen.whatIf,
    hint: t('hintWhatIf'),
    unit: currency ?? '',
  };
  return {
    kind: 'fields',
    title: t('panelFields'),
    hint: t('panelFieldsHint'),
    fields: currency ? [...own, whatIf] : own,
  };
}

/** The price that is tried, in the currency of the form's own. */
function triedPrice({ facts }: Subject, { whatIf }: PanelSeen): ProductFacts['price'] {
  const currency = facts.product?.price?.currency;
  const typed = currency ? parseTyped({ kind: 'money', currency }, whatIf, true) : undefined;
  const amount = typed && 'value' in typed ? typed.value : undefined;
  return currency && typeof amount === 'string' ? { currency, lowest: amount, highest: amount } : undefined;
}

/** What the fees and prices of the panel rest on. */
const PRICE_RULES = ['semi.commission-as-pop', 'semi.one-price', 'semi.change-price', 'full.gap-commission'];

function sources(subject: Subject, judged: Judgement, t: Translator): Section {
  const fees = subject.pack.fees.map((fee): Reason => ({ id: fee.id, proven: fee, outcome: 'none' }));
  const all = [...judged.reasons, ...statements(subject.pack, ...PRICE_RULES), ...fees, ...judged.basis];
  return {
    kind: 'reasons',
    title: t('panelSources'),
    reasons: all.map((reason) => provenView(reason, subject, t)),
  };
}

/** The panel of the page on which a listing is published or edited. */
export function publishPanel(subject: Subject, seen: PanelSeen, t: Translator): PanelView {
  const judged = labels.judge(subject);
  const { verdict, summary, warnings = [] } = judged;
  const tried = triedPrice(subject, seen) ?? undefined;
  return {
    tag: t.tag,
    title: t('panelTitle'),
    summary: [signed(verdict, t(summary), t), ...warnings.map((warning) => signed('caution', t(warning), t))],
    sections: [
      checks(subject, seen, t),
      ...labelMatrix(subject, seen.places, t),
      fields(subject, seen, t),
      ...salesTable(subject, tried, t),
      ...regionalTable(subject, seen.lists['regional-prices'] ?? [], t),
      sources(subject, judged, t),
    ],
    footer: t('cardFooter', subject.pack.version),
  };
}
