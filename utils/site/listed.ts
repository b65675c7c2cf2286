import type { SiteMap } from '../rules/pack.ts';
import { whole } from './expression.ts';
import type { Reading } from './labelled.ts';
import { textRuns } from './text-runs.ts';

type RowsMap = NonNullable<SiteMap['pages'][string]['rows']>;

/** What a page's list shows of one product. */
export interface ProductReading {
  productId: string;
  readings: Reading[];
}

/** The one text of a row that a pattern matches, by its group where it has one; none where two differ. */
function only(runs: readonly string[], pattern: string): string | undefined {
  const found = new Set(
    runs.flatMap((run) => {
      const [all, part = all] = whole(pattern).exec(run) ?? [];
      return part ?? [];
    }),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** Reads a list of products by the patterns of its rows' texts. A row in doubt about its product is left out. */
export function readListed(root: ParentNode, { row, productId, fields }: RowsMap): ProductReading[] {
  return [...root.querySelectorAll(row)].flatMap((element) => {
    const runs = textRuns(element);
    const id = only(runs, productId);
    const readings = fields.flatMap(({ fact, value }) => {
      const text = only(runs, value);
      return text === undefined ? [] : [{ fact, text }];
    });
    return id && readings.length > 0 ? [{ productId: id, readings }] : [];
  });
}
