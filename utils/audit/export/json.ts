import { findingLineOf, linesOf } from './lines.ts';
import type { Report } from './report.ts';

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with every object's keys in order: what is equal is written equally, however it was put together. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isPlain(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );

function* separated(pieces: Iterable<string>): Generator<string> {
  let comma = '';
  for (const piece of pieces) {
    yield `${comma}${piece}\n`;
    comma = ',';
  }
}

function* productsJson({ audit }: Report, onProduct?: () => void): Generator<string> {
  for (const id of Object.keys(audit.products).sort()) {
    yield `${JSON.stringify(id)}:${canonical(audit.products[id])}`;
    onProduct?.();
  }
}

function* findingsJson(report: Report): Generator<string> {
  for (const finding of report.findings) yield canonical(findingLineOf(report, finding));
}

/** The JSON export, piece by piece. @param onProduct called with each product that is written */
export function* json(report: Report, onProduct?: () => void): Generator<string> {
  const { products: _products, ...rest } = report.audit;
  yield `{"format":"managedlens-audit","version":1,"work":${canonical(report.work)},\n`;
  yield `"audit":{${canonical(rest).slice(1, -1)},"products":{\n`;
  yield* separated(productsJson(report, onProduct));
  yield '}},\n"findings":[\n';
  yield* separated(findingsJson(report));
  yield ']}\n';
}

/** The NDJSON export, line by line. @param onProduct called with each product that is written */
export function* ndjson(report: Report, onProduct?: () => void): Generator<string> {
  for (const line of linesOf(report, onProduct)) yield `${canonical(line)}\n`;
}
