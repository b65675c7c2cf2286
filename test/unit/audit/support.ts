import { type Audit, newAudit } from '../../../utils/audit/audit.ts';
import { type Batch, collect, judgeRows, type SeenRows } from '../../../utils/audit/collect.ts';
import type { ProductPath } from '../../../utils/facts/fields.ts';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import type { ProductRecord } from '../../../utils/facts/product-record.ts';
import type { StoreRecord } from '../../../utils/facts/store-record.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { pack as bundled, READY, storeWith } from '../features/support.ts';

export const CHANNEL = '21900';
export const START = '2026-11-22T08:00:00.000Z';
export const pack = bundled;

/** A moment some minutes after the audit began. */
export const minute = (minutes: number): string =>
  new Date(Date.parse(START) + minutes * 60_000).toISOString();

export const idOf = (number: number): string => String(1_005_006_000_000_000 + number);

type Values = Partial<Record<ProductPath, unknown>>;

export const productWith = (number: number, values: Values): ProductRecord => {
  const facts: KeptFacts = Object.fromEntries(
    Object.entries(values).map(([path, value]) => [
      path,
      [{ value, text: JSON.stringify(value), at: START, origin: { kind: 'imported', file: 'products.csv' } }],
    ]),
  );
  return { version: 1, productId: idOf(number), facts };
};

const REPRESENTATIVES = {
  EU: { name: 'Rep', postalAddress: 'Street 1', email: 'a@b.de' },
  GB: { name: 'Rep', postalAddress: 'Street 1', email: 'a@b.uk' },
};

/** A toy that has all its labels in Germany and Britain, unless something else is said. */
export const toy = (number: number, values: Values = {}): ProductRecord =>
  productWith(number, {
    'product.category': 'toys',
    'product.destinations': ['DE', 'GB'],
    'product.blocked': [],
    'product.joinedCountries': null,
    'product.programme': 'pop',
    'product.marks': ['CE', 'UKCA'],
    'product.registrations': [],
    'product.responsiblePersons': REPRESENTATIVES,
    ...values,
  });

interface Page {
  number?: number | null;
  of?: number | null;
  size?: number | null;
  total?: number | null;
  at?: string;
  unread?: number;
  /** How many rows the page shows, where some were read before. */
  read?: number;
  channelId?: string;
  titles?: Record<number, string>;
}

/** A page that shows the products of the given numbers. */
export function seen(numbers: readonly number[], page: Page = {}): SeenRows {
  const { number = 1, of = 3, size = 2, total = 6, at = START, unread = 0, read, titles = {} } = page;
  return {
    channelId: page.channelId ?? CHANNEL,
    readAt: at,
    place: { number, of, size, total },
    rows: numbers.map((each, index) => ({
      row: {
        productId: idOf(each),
        price: { text: 'USD 3.63', currency: 'USD', lowest: '3.63', highest: '3.63' },
      },
      title: titles[each] ?? `Toy ${each}`,
      position: index + 1,
    })),
    read: read ?? numbers.length,
    unread,
  };
}

export const batchOf = (
  rows: SeenRows,
  products: readonly ProductRecord[] = [],
  store: StoreRecord = storeWith(READY),
  of: Pack = pack,
): Batch => judgeRows(of, rows, store, new Map(products.map((each) => [each.productId, each])));

export const auditOf = (batches: readonly Batch[], id = 'audit-1', startedAt = START): Audit =>
  batches.reduce(collect, newAudit(id, CHANNEL, '玩具旗舰店', startedAt));
