import { formatTable } from './table.ts';

const VERDICTS = ['pass', 'fail', 'caution', 'unknown', 'none'];
const SAMPLES = 5;

/** What the strip of one list row says: the verdict of each chip, by the chip's name. */
export interface Row {
  key: string;
  chips: Record<string, string>;
}

/** Reads every strip of the page; runs in the page. */
export function readRows(): Row[] {
  return [...document.querySelectorAll<HTMLElement>('[data-ml="row"]')].map((host) => {
    const chips = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[data-ml-chip]') ?? [])];
    const verdicts = chips.map(({ dataset }) => [dataset.mlChip, dataset.mlVerdict] as const);
    return { key: host.dataset.mlKey ?? '', chips: Object.fromEntries(verdicts) };
  });
}

/** The table that `npm start` prints: how often each chip says what, and the first rows in full. */
export function summary(browser: string, rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.chips)))];
  const count = (name: string, verdict: string) => rows.filter(({ chips }) => chips[name] === verdict).length;
  const counts = names.map((name) => [name, ...VERDICTS.map((verdict) => count(name, verdict))]);
  const samples = rows
    .slice(0, SAMPLES)
    .map(({ key, chips }) => [key, ...names.map((name) => chips[name] ?? '')]);
  return [
    `ManagedLens in ${browser}: ${rows.length} product rows annotated`,
    formatTable([['chip', ...VERDICTS], ...counts]),
    `The first ${samples.length}:`,
    formatTable([['product', ...names], ...samples]),
  ].join('\n\n');
}
