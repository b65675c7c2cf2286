import type { FactPath } from '../../facts/fields.ts';
import { isFieldPath, PRODUCT_PATHS } from '../../facts/fields.ts';
import type { KeptFact } from '../../facts/kept.ts';
import { countryName, shownValue } from '../../facts/show.ts';
import { factName, pageName } from '../../features/present.ts';
import { isMessageKey, type MessageKey, type Translator } from '../../i18n/translate.ts';
import { isFact } from '../../rules/facts.ts';
import type { Cell, CellKind, Column, Sheet } from '../../spreadsheet/workbook.ts';
import type { Cited } from '../audit.ts';
import type { Finding } from '../findings.ts';
import { SEVERITIES } from '../severity.ts';
import { stateOf } from '../work.ts';
import type { Report } from './report.ts';

/** The tables of a report, as every format for people shows them. */
export const TABLES = ['summary', 'findings', 'matrix', 'sources', 'notSeen'] as const;
export type TableId = (typeof TABLES)[number];

/** A column by name. */
interface NamedColumn extends Column {
  name: string;
}

export interface Table extends Sheet {
  columns: readonly NamedColumn[];
}

const column =
  (t: Translator) =>
  (name: string, width: number, kind: CellKind = 'text'): NamedColumn => ({
    name,
    title: t(`auditColumn_${name}` as MessageKey),
    width,
    kind,
  });

const sideOf = (t: Translator): 'en' | 'zh' => (t.language === 'en' ? 'en' : 'zh');

/** A time as it is written in every zone. */
const timeText = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

const isPath = (path: string): path is FactPath =>
  isFieldPath(path) || PRODUCT_PATHS.some((known) => known === path);

const nameOf = (path: string, t: Translator): string => (isPath(path) ? factName(path, t) : path);

const originOf = ({ origin }: KeptFact, t: Translator): string => {
  if (origin.kind === 'read') return pageName(origin.page, t);
  return origin.kind === 'imported' ? origin.file : t('auditTyped');
};

function valueText(path: string, { value, text }: KeptFact, { audit }: Report, t: Translator): string {
  const currency = audit.store?.facts['pool.currency']?.value;
  const known = typeof currency === 'string' ? currency : undefined;
  return isPath(path) && isFact(path, value) ? shownValue(path, value, t, known) : text;
}

/** Values in words; many findings rest on the same ones. */
function factTexts(report: Report, t: Translator): (finding: Finding) => string {
  const known = new Map<string, string>();
  const textOf = (path: string, fact: KeptFact): string => {
    const key = JSON.stringify([path, fact]);
    const origin = `${originOf(fact, t)}, ${timeText(fact.at)}`;
    const text = known.get(key) ?? t('auditValue', nameOf(path, t), valueText(path, fact, report, t), origin);
    known.set(key, text);
    return text;
  };
  return ({ used, judged }) =>
    used
      .flatMap((path) => {
        const fact = judged.facts[path];
        return fact ? [textOf(path, fact)] : [];
      })
      .join('\n');
}

const programmeText = (programme: string | null, t: Translator): string => {
  const key = `programme_${programme}`;
  return programme !== null && isMessageKey(key) ? t(key) : (programme ?? '');
};

/** Documents with their dates and lines, each once. */
function sourcesText({ evidence }: Cited, { audit }: Report, t: Translator): string {
  const origins = evidence.map(({ source, line }) => {
    const { title, date } = audit.sources[source] ?? {};
    const named = [title?.[sideOf(t)] ?? source, date ?? t('undated')] as const;
    return line === undefined ? t('origin', ...named) : t('originLine', ...named, line);
  });
  return [...new Set(origins)].join('\n');
}

function says({ rule, ends, chip }: Finding, { audit }: Report, t: Translator): string {
  if (ends) return t('auditEnds', ends.what, ends.on);
  const text = rule === null ? undefined : audit.rules[rule]?.text[sideOf(t)];
  return text ?? `${t(`chip_${chip}`)}: ${t('auditNoRule')}`;
}

function workText({ id }: Finding, { work }: Report, t: Translator): string {
  const mute = work.mutes[id];
  return mute ? t('auditMuted', mute.name, mute.reason, mute.expires.slice(0, 10)) : '';
}

function* findingRows(report: Report, t: Translator): Generator<Cell[]> {
  const factsOf = factTexts(report, t);
  const { audit, work, now } = report;
  const sources = new Map(
    Object.entries(audit.rules).map(([id, rule]) => [id, sourcesText(rule, report, t)]),
  );
  for (const finding of report.findings) {
    const { product, judged, rule, countries } = finding;
    const state = stateOf(finding, work, now);
    yield [
      t(`severity_${finding.severity.id}`),
      t(`verdict_${finding.verdict}`),
      audit.name,
      audit.channelId,
      product?.productId ?? '',
      product?.title ?? t('auditTheStore'),
      rule ?? '',
      says(finding, report, t),
      programmeText(finding.programme, t),
      countries.join(' '),
      finding.groups.join(' '),
      product?.page ?? null,
      product?.position ?? null,
      judged.seenAt,
      factsOf(finding),
      finding.missing.map((path) => nameOf(path, t)).join('\n'),
      (rule !== null && sources.get(rule)) || '',
      judged.packVersion,
      t(`auditState_${state}`),
      state === 'muted' ? workText(finding, report, t) : '',
      work.notes[finding.id]?.text ?? '',
    ];
  }
}

function findings(report: Report, t: Translator): Omit<Table, 'name'> {
  const named = column(t);
  return {
    columns: [
      named('severity', 12),
      named('verdict', 12),
      named('store', 20),
      named('channelId', 12),
      named('product', 20),
      named('title', 40),
      named('rule', 24),
      named('says', 40),
      named('programme', 16),
      named('countries', 24),
      named('groups', 14),
      named('page', 8, 'number'),
      named('position', 8, 'number'),
      named('seenAt', 18, 'date'),
      named('used', 48),
      named('missing', 32),
      named('sources', 48),
      named('pack', 12),
      named('state', 14),
      named('muted', 32),
      named('note', 32),
    ],
    rows: findingRows(report, t),
  };
}

const listText = (numbers: readonly number[], t: Translator): string => numbers.join(', ') || t('none');

function summary({ audit, summary }: Report, t: Translator): Omit<Table, 'name'> {
  const named = column(t);
  const { coverage, bySeverity, byState } = summary;
  const { pagesSeen, pages, products, total, notSeen, notSeenSince } = coverage;
  const figure = (name: string, value: Cell): Cell[] => [t(`auditFigure_${name}` as MessageKey), value];
  const rows: Cell[][] = [
    [t('auditColumn_store'), audit.name],
    [t('auditColumn_channelId'), audit.channelId],
    figure('started', timeText(audit.startedAt)),
    figure('ended', audit.endedAt ? timeText(audit.endedAt) : t('auditNotEnded')),
    [t('auditColumn_pack'), audit.store?.packVersion ?? ''],
    figure(
      'pages',
      pages === null ? t('auditOfUnknown', pagesSeen.length) : t('auditOf', pagesSeen.length, pages),
    ),
    figure('pagesPartly', listText(coverage.pagesPartly, t)),
    figure('pagesMissing', listText(coverage.pagesMissing, t)),
    figure('unread', coverage.unread),
    figure('list', t(coverage.isWhole ? 'auditWhole' : 'auditNotWhole')),
    figure('products', total === null ? products : t('auditOf', products, total)),
    figure('productsClean', summary.productsClean),
    figure('productsFailed', summary.productsFailed),
    figure('productsOpen', summary.productsOpen),
    figure(
      'notSeen',
      notSeenSince ? t('auditNotSeenSince', notSeen.length, notSeenSince.slice(0, 10)) : notSeen.length,
    ),
    figure('findings', summary.findings),
    ...SEVERITIES.map((id): Cell[] => [t(`severity_${id}`), bySeverity[id]]),
    ...(['muted', 'done', 'again'] as const).map((id): Cell[] => [t(`auditState_${id}`), byState[id]]),
  ];
  return { columns: [named('figure', 44), named('value', 32)], rows };
}

function matrix({ audit, matrix }: Report, t: Translator): Omit<Table, 'name'> {
  const named = column(t);
  const rows = matrix.labels.flatMap((label) =>
    matrix.countries.flatMap((country): Cell[][] => {
      const cell = matrix.cells[label]?.[country];
      if (!cell) return [];
      const text = audit.rules[label]?.text[sideOf(t)] ?? label;
      return [[text, country, countryName(country, t), cell.pass, cell.fail, cell.unknown, null]];
    }),
  );
  const notCovered = Object.entries(matrix.notCovered)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, count]): Cell[] => ['', country, countryName(country, t), null, null, null, count]);
  return {
    columns: [
      named('label', 32),
      named('countries', 10),
      named('country', 24),
      named('pass', 12, 'number'),
      named('fail', 12, 'number'),
      named('unknown', 14, 'number'),
      named('notCovered', 14, 'number'),
    ],
    rows: [...rows, ...notCovered],
  };
}

function* sourceRows({ audit }: Report, t: Translator): Generator<Cell[]> {
  const side = sideOf(t);
  for (const id of Object.keys(audit.rules).sort()) {
    const rule = audit.rules[id];
    for (const { source, line, quote } of rule?.evidence ?? []) {
      const { title, date } = audit.sources[source] ?? {};
      yield [
        id,
        rule?.text[side] ?? '',
        t(`confidence_${rule?.confidence.replace('-', '_')}` as MessageKey),
        title?.[side] ?? source,
        date ?? t('undated'),
        line ?? null,
        quote,
        rule?.packVersion ?? '',
      ];
    }
  }
}

function sources(report: Report, t: Translator): Omit<Table, 'name'> {
  const named = column(t);
  return {
    columns: [
      named('rule', 24),
      named('says', 40),
      named('confidence', 24),
      named('document', 40),
      named('dated', 12),
      named('line', 8, 'number'),
      named('quote', 60),
      named('pack', 12),
    ],
    rows: sourceRows(report, t),
  };
}

function notSeen({ summary }: Report, t: Translator): Omit<Table, 'name'> {
  const named = column(t);
  return {
    columns: [
      named('product', 20),
      named('title', 40),
      named('page', 8, 'number'),
      named('lastSeen', 18, 'date'),
    ],
    rows: summary.coverage.notSeen.map(({ productId, title, page, lastSeen }) => [
      productId,
      title,
      page,
      lastSeen,
    ]),
  };
}

const MADE: Record<TableId, (report: Report, t: Translator) => Omit<Table, 'name'>> = {
  summary,
  findings,
  matrix,
  sources,
  notSeen,
};

/** A table of the report in one language; its rows are made when they are asked for. */
export const tableOf = (id: TableId, report: Report, t: Translator): Table => ({
  name: t(`auditSheet_${id}`),
  ...MADE[id](report, t),
});
