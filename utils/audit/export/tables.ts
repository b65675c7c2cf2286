import { countryName } from '../../facts/show.ts';
import { keyOf, type MessageKey, type Translator } from '../../i18n/translate.ts';
import type { Cell, CellKind, Column, Sheet } from '../../spreadsheet/workbook.ts';
import { sightOf } from '../coverage.ts';
import { SEVERITIES } from '../severity.ts';
import { stateOf } from '../work.ts';
import type { Report } from './report.ts';
import {
  confidenceText,
  factTexts,
  nameOf,
  programmeText,
  says,
  sideOf,
  sourcesText,
  timeText,
  workText,
} from './words.ts';

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
      says(finding, audit, t),
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
    figure('list', t(keyOf('auditSight', sightOf(coverage)))),
    figure('products', total === null ? t('auditOfUnknown', products) : t('auditOf', products, total)),
    figure('productsClean', summary.productsClean),
    figure('productsFailed', summary.productsFailed),
    figure('productsOpen', summary.productsOpen),
    figure(
      'notSeen',
      notSeenSince ? t('auditNotSeenSince', notSeen.length, timeText(notSeenSince)) : notSeen.length,
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
    if (!rule) continue;
    for (const { source, line, quote } of rule.evidence) {
      const { title, date } = audit.sources[source] ?? {};
      yield [
        id,
        rule.text[side],
        confidenceText(rule.confidence, t),
        title?.[side] ?? source,
        date ?? t('undated'),
        line ?? null,
        quote,
        rule.packVersion,
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
