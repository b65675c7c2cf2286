import { isMessageKey, type MessageKey, type Translator } from '../i18n/translate.ts';
import { own } from '../rules/own.ts';
import type { SiteMap } from '../rules/site-map.ts';
import { type Finding, lostFields, type PageHealth } from '../site/health.ts';
import { isTeachable } from '../site/taught.ts';

/** The notice at the top of a page that was not fully read: texts only, in one language. */
export interface NoticeView {
  tag: string;
  /** Whose notice it is: the page is another's. */
  brand: string;
  line: string;
  /** What follows from the loss. */
  means: string[];
  why: string;
  /** The lost fields that can be taught, and what is written on the button of each. */
  teach: { field: string; words: string }[];
  report: string;
  words: { report: string; copy: string; copied: string; notCopied: string; dismiss: string };
}

/** What a report says of where it was made. */
export interface ReportOrigin {
  extension: string;
  pack: string;
  browser: string;
  language: string;
}

/** What a dismissed notice was about: with another loss or other rules it is another. */
export const lossOf = ({ findings }: Pick<PageHealth, 'findings'>, packVersion: string): string =>
  [packVersion, ...lostFields(findings)].join(' ');

const PRODUCT_LIST: Record<string, MessageKey> = {
  cell: 'health_cell',
  price: 'fact_product_price',
  productId: 'health_productId',
  row: 'health_row',
  title: 'health_name',
};

const keyFor = (path: string): MessageKey | undefined =>
  [`fact_${path}`, `entry_${path}`, path, `health_${path}`]
    .map((key) => key.replaceAll(/[.-]/g, '_'))
    .find(isMessageKey);

/** What a field of the site map is called; one that the texts do not know goes by its own name. */
export function fieldName(field: string, t: Translator): string {
  const known = own(PRODUCT_LIST, field) ?? keyFor(field);
  if (known) return t(known);
  if (field.startsWith('guards.')) return t('health_guard');
  const [, list, inner] = /^lists\.([^.]+)(?:\.(.+))?$/.exec(field) ?? [];
  if (list === undefined) return field;
  const listKey = keyFor(`list_${list}`);
  const listName = listKey ? t(listKey) : list;
  if (inner === undefined) return listName;
  const innerKey = own(PRODUCT_LIST, inner) ?? keyFor(inner);
  return t('health_list', innerKey ? t(innerKey) : inner, listName);
}

const MOST_NAMED = 3;

/** The lost fields in words, the first few by name. */
export function lostInWords(fields: readonly string[], t: Translator): string {
  const names = [...new Set(fields.map((field) => fieldName(field, t)))];
  const named = names.slice(0, MOST_NAMED).join(t('comma'));
  return names.length > MOST_NAMED ? t('noticeMore', named, names.length - MOST_NAMED) : named;
}

function outcomeOf({ state, by, seen }: Finding): string {
  if (state === 'found') return by ?? 'found';
  if (state === 'empty') return by ? `nothing to read at ${by}` : 'nothing to read it from';
  return `lost${by ? ` at ${by}` : ''}, last seen ${seen}`;
}

/** A report to send: what was found by which strategy and what was lost, and nothing of what the page shows of a shop. */
export function reportOf({ page, address, findings, layout }: PageHealth, origin: ReportOrigin): string {
  const fields = Object.fromEntries(findings.map((finding) => [finding.field, outcomeOf(finding)]));
  return JSON.stringify({ managedLens: origin, page, address, fields, layout }, null, 2);
}

/** The notice of a page, where something was lost on it. */
export function noticeView(
  health: PageHealth,
  report: string,
  siteMap: SiteMap,
  t: Translator,
): NoticeView | null {
  const lost = lostFields(health.findings);
  if (lost.length === 0) return null;
  return {
    tag: t.tag,
    brand: t('brand'),
    line: t('noticeLost', lostInWords(lost, t)),
    means: [
      ...(lost.some((field) => field !== 'pager') ? [t('noticeMeans')] : []),
      ...(lost.includes('pager') ? [t('noticeMeansPager')] : []),
    ],
    why: t('noticeWhy'),
    teach: lost
      .filter((field) => isTeachable({ page: health.page, field }, siteMap))
      .map((field) => ({ field, words: t('noticeTeach', fieldName(field, t)) })),
    report,
    words: {
      report: t('noticeReport'),
      copy: t('noticeCopy'),
      copied: t('noticeCopied'),
      notCopied: t('noticeNotCopied'),
      dismiss: t('noticeDismiss'),
    },
  };
}
