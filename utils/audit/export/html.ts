import type { Translator } from '../../i18n/translate.ts';
import type { Cell, CellKind } from '../../spreadsheet/workbook.ts';
import { SEVERITIES, type SeverityId } from '../severity.ts';
import type { Report } from './report.ts';
import { TABLES, type Table, type TableId, tableOf } from './tables.ts';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '');

const STYLE = `
:root{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1c1c1f;background:#fff}
body{max-width:1400px;margin:0 auto;padding:32px}
h1{font-size:26px;margin:0 0 16px}h2{font-size:18px;margin:40px 0 12px}
table{border-collapse:collapse;width:100%;font-size:12px}
th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid #d9d9de;overflow-wrap:break-word;white-space:pre-line}
th{background:#f3f3f5}td.number{text-align:right;font-variant-numeric:tabular-nums}
small{display:block;font-size:11px;color:#5c5c66}
#summary{max-width:720px;font-size:14px}#findings td:first-child,#findings td:nth-child(3){min-width:110px}
svg{display:block;margin:16px 0;max-width:720px}
@media print{@page{size:A4 landscape;margin:12mm}body{padding:0;max-width:none}
thead{display:table-header-group}tr{break-inside:avoid}h2{break-before:page}h2.first{break-before:auto}
table{font-size:9px}small{font-size:8px}#summary{font-size:11px}#summary td,#summary th{padding:3px 8px}}
`;

const COLOURS: Record<SeverityId, string> = {
  critical: '#b3261e',
  high: '#c2410c',
  medium: '#a16207',
  open: '#1d4ed8',
};

const LINE = 28;
const LABEL = 140;
const BAR = 480;

/** Findings by severity as bars; the table below says the same in numbers. */
function chart({ summary: { bySeverity } }: Report, t: Translator): string {
  const most = Math.max(1, ...SEVERITIES.map((id) => bySeverity[id]));
  const bars = SEVERITIES.map((id, index) => {
    const [y, count] = [index * LINE, bySeverity[id]];
    const width = Math.round((count / most) * BAR);
    return (
      `<text x="0" y="${y + 19}">${escaped(t(`severity_${id}`))}</text>` +
      `<rect x="${LABEL}" y="${y + 4}" width="${width}" height="20" fill="${COLOURS[id]}"/>` +
      `<text x="${LABEL + width + 8}" y="${y + 19}">${count}</text>`
    );
  });
  const height = SEVERITIES.length * LINE;
  return `<svg viewBox="0 0 ${LABEL + BAR + 100} ${height}" font-size="13" aria-hidden="true">${bars.join('')}</svg>\n`;
}

const shown = (value: Cell | undefined, kind: CellKind | undefined): string => {
  if (kind !== 'date' || typeof value !== 'string') return String(value ?? '');
  return `${value.slice(0, 10)} ${value.slice(11, 16)}`;
};

/**
 * The columns of the findings that share a cell, so that a line fits a sheet of paper: the first says what it is, the
 * others stand below it with their names.
 */
const TOGETHER: readonly (readonly [string, ...string[]])[] = [
  ['severity', 'verdict', 'state', 'muted', 'note'],
  ['title', 'product', 'page', 'position'],
  ['says', 'rule', 'programme'],
  ['countries', 'groups'],
  ['used'],
  ['missing'],
  ['sources', 'pack', 'seenAt'],
];

type Cells = (row: readonly Cell[]) => string;

function findingCells({ columns }: Table): { titles: string[]; cells: Cells } {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const groups = TOGETHER.map((names) => names.map((name) => places.get(name) ?? 0));
  const below = (row: readonly Cell[], place: number): string => {
    const text = shown(row[place], columns[place]?.kind);
    return text ? `<small>${escaped(columns[place]?.title ?? '')}: ${escaped(text)}</small>` : '';
  };
  return {
    titles: groups.map(([first = 0]) => columns[first]?.title ?? ''),
    cells: (row) =>
      groups
        .map(([first = 0, ...others]) => {
          const head = escaped(shown(row[first], columns[first]?.kind));
          return `<td>${head}${others.map((place) => below(row, place)).join('')}</td>`;
        })
        .join(''),
  };
}

const plainCells = ({ columns }: Table): { titles: string[]; cells: Cells } => ({
  titles: columns.map(({ title }) => title),
  cells: (row) =>
    row
      .map((value, place) => {
        const { kind } = columns[place] ?? {};
        return `<td${kind === 'number' ? ' class="number"' : ''}>${escaped(shown(value, kind))}</td>`;
      })
      .join(''),
});

function* tableHtml(id: TableId, table: Table): Generator<string> {
  const { titles, cells } = id === 'findings' ? findingCells(table) : plainCells(table);
  const header = titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  yield `<table id="${id}"><thead><tr>${header}</tr></thead><tbody>\n`;
  for (const row of table.rows) yield `<tr>${cells(row)}</tr>\n`;
  yield '</tbody></table>\n';
}

/** The report as a page that opens alone: no script, nothing loaded, to be printed or read. */
export function* html(report: Report, t: Translator): Generator<string> {
  const title = escaped(t('auditTitle', report.audit.name || report.audit.channelId));
  yield `<!doctype html>\n<html lang="${t.tag}"><head><meta charset="utf-8">\n` +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n' +
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">\n' +
    `<title>${title}</title><style>${STYLE}</style></head><body>\n<h1>${title}</h1>\n`;
  for (const id of TABLES) {
    const table = tableOf(id, report, t);
    yield `<h2${id === 'summary' ? ' class="first"' : ''}>${escaped(table.name)}</h2>\n`;
    if (id === 'summary') yield chart(report, t);
    yield* tableHtml(id, table);
  }
  yield '</body></html>\n';
}
