import type { Audit } from './audit.ts';

/** How many products have a label in a country, lack it, or are yet to be known. */
export interface MatrixCell {
  pass: number;
  fail: number;
  unknown: number;
}

export interface Matrix {
  /** Ids of labels, sorted. */
  labels: string[];
  /** Countries that products are sold to and the table covers, sorted. */
  countries: string[];
  /** By label and country; absent where no product is asked for the label there. */
  cells: Record<string, Record<string, MatrixCell>>;
  /** Destinations of which the table says nothing: how many products are sold there. */
  notCovered: Record<string, number>;
}

const DECIDED = new Set(['missing', 'unknown', 'complete']);

/** The labels of a store's products, country by country. */
export function matrixOf({ products, rules }: Pick<Audit, 'products' | 'rules'>): Matrix {
  const cells: Matrix['cells'] = {};
  const notCovered: Matrix['notCovered'] = {};
  const countries = new Set<string>();
  const askedIn = new Map(Object.entries(rules).map(([id, rule]) => [id, new Set(rule.countries)]));
  for (const { labels } of Object.values(products)) {
    const outcomes = Object.entries(labels.outcomes);
    for (const [country, status] of Object.entries(labels.countries)) {
      if (status === 'not-covered') notCovered[country] = (notCovered[country] ?? 0) + 1;
      if (!DECIDED.has(status)) continue;
      for (const [label, outcome] of outcomes) {
        if (!askedIn.get(label)?.has(country)) continue;
        countries.add(country);
        cells[label] ??= {};
        cells[label][country] ??= { pass: 0, fail: 0, unknown: 0 };
        cells[label][country][outcome] += 1;
      }
    }
  }
  return { labels: Object.keys(cells).sort(), countries: [...countries].sort(), cells, notCovered };
}
