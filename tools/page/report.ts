import { formatTable } from '../table.ts';
import type { PageRead } from './read.ts';

const MOST_SHOWN = 20;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const shown = rows.slice(0, MOST_SHOWN);
  const more = rows.length > shown.length ? [`… and ${rows.length - shown.length} more`] : [];
  return [formatTable([head, ...shown]), ...more].join('\n');
}

/** What the readers found by which strategy, what they lost, and what they read, as tables. */
export function pageReport({ page, findings, products, readings, lists }: PageRead): string {
  const found = findings.map(({ field, state, by, seen }) => [field, state, by ?? '', seen]);
  const parts = [`Kind of page: ${page ?? 'not known'}`];
  if (found.length > 0) parts.push(formatTable([['field', 'state', 'strategy', 'seen'], ...found]));
  if (products.length > 0)
    parts.push(
      table(
        ['product', 'price', 'title'],
        products.map(({ productId, price, title }) => [productId, price?.text ?? '', title]),
      ),
    );
  if (readings.length > 0)
    parts.push(
      table(
        ['fact', 'text'],
        readings.map(({ fact, text }) => [fact, text]),
      ),
    );
  for (const [name, entries] of Object.entries(lists)) {
    if (entries.length === 0) continue;
    const rows = entries.map(({ key, values }) => [key, JSON.stringify(values)]);
    parts.push(table([name, 'values'], rows));
  }
  return parts.join('\n\n');
}

const outcome = ({ findings }: PageRead): Map<string, string> =>
  new Map(findings.map(({ field, state, by }) => [field, `${state}${by ? ` by ${by}` : ''}`]));

/** Where a scrubbed page reads otherwise than the page did: then something the readers need was taken out of it. */
export function differences(page: PageRead, scrubbed: PageRead): string[] {
  const after = outcome(scrubbed);
  return [...outcome(page)].flatMap(([field, before]) =>
    after.get(field) === before ? [] : [`${field}: ${before} on the page, ${after.get(field)} once scrubbed`],
  );
}
