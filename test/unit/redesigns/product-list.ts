import { nested, Random } from './random.ts';

/** What a row of a made-up list shows: what a reader may say of it, and nothing else. */
export interface ShownProduct {
  productId: string;
  /** To exact decimals; none where the page shows none. */
  price: { currency: string; lowest: string; highest: string } | undefined;
}

interface Column {
  title: string;
  cell(product: ShownProduct, random: Random): (Node | string)[];
}

const TITLES = [
  'Kids toy 儿童玩具',
  'USD 0.99 sale',
  'ID: 999',
  'SKU ID: 12000012345678901',
  '价格 USD 1.00',
  '<b>Mug</b>',
] as const;

const money = (random: Random): string => `${random.whole(1, 900)}.${random.digits(2)}`;

function shownPrice({ price }: ShownProduct, random: Random): string {
  if (!price) return random.pick(['--', '面议', '$ 3']);
  const { currency, lowest, highest } = price;
  return lowest === highest
    ? `${currency} ${lowest}`
    : `${currency} ${lowest}${random.pick([' - ', '~', '-'])}${highest}`;
}

/** IDs of other things, as they may stand beside the product's. */
const OTHER_IDS = ['类目ID: 200000343', '竞品ID：1005009999999999', 'Category ID: 200000343'] as const;

const ID_WORDS = ['ID: ', '商品ID：', 'Product ID: ', 'ID:'] as const;

function columnsOf(random: Random): Column[] {
  const hasIdColumn = random.chance(0.4);
  const idWords = random.chance(0.15) ? 'No. ' : random.pick(ID_WORDS);
  const name: Column = {
    title: random.pick(['商品信息', 'Name 商品名称', 'Product name', '标题', '']),
    cell: ({ productId }) => {
      const title = nested(random, [random.pick(TITLES)]);
      const parts = hasIdColumn ? [title] : [title, nested(random, [idWords, productId])];
      return random.chance(0.2) ? [...parts, nested(random, [random.pick(OTHER_IDS)])] : parts;
    },
  };
  const id: Column = {
    title: random.pick(['商品ID', 'Product ID', 'Product ID 商品ID', '编号']),
    cell: ({ productId }) => [productId],
  };
  const price: Column = {
    title: random.pick(['零售价', 'Price 零售价', 'Price', '价格(USD)', '报价']),
    cell: (product) => {
      const own = nested(random, [shownPrice(product, random)]);
      const hasOther = product.price !== undefined && random.chance(0.1);
      return hasOther ? random.shuffled([own, nested(random, [`USD ${money(random)}`])]) : [own];
    },
  };
  const others: Column[] = [
    { title: 'Original price 原价', cell: () => [`USD ${money(random)}`] },
    { title: '成交金额', cell: () => [`USD ${money(random)}`] },
    { title: 'SKU', cell: () => [nested(random, [`SKU ID: ${random.digits(17)}`])] },
    { title: '货品ID', cell: () => [random.digits(12)] },
    { title: 'Stock 库存', cell: () => [String(random.whole(0, 9000))] },
    { title: 'Views 浏览量', cell: () => ['1,204'] },
    { title: '', cell: () => ['编辑'] },
  ];
  const extra = others.filter(() => random.chance(0.4));
  return random.shuffled([name, price, ...(hasIdColumn ? [id] : []), ...extra]);
}

const productOf = (random: Random): ShownProduct => {
  const lowest = money(random);
  const highest = random.chance(0.3) ? `${Number(lowest.split('.')[0]) + 7}.50` : lowest;
  return {
    productId: `1005${random.digits(12)}`,
    price: random.chance(0.85) ? { currency: random.pick(['USD', 'CNY']), lowest, highest } : undefined,
  };
};

function tableRow(cells: readonly (Node | string)[][], key: string | undefined): HTMLElement {
  const row = document.createElement('tr');
  if (key) row.setAttribute('data-row-key', key);
  for (const content of cells) {
    const cell = document.createElement('td');
    cell.append(...content);
    row.append(cell);
  }
  return row;
}

function headOf(columns: readonly Column[]): HTMLElement {
  const head = document.createElement('thead');
  const row = document.createElement('tr');
  for (const { title } of columns) {
    const cell = document.createElement('th');
    cell.append(title);
    row.append(cell);
  }
  head.append(row);
  return head;
}

/** A table of something else, with a header and rows of its own, which may have the list's columns in another order. */
function otherTable(columns: readonly Column[], random: Random): HTMLElement {
  const table = document.createElement('table');
  const body = document.createElement('tbody');
  body.append(
    tableRow(
      columns.map(() => [`USD ${money(random)}`]),
      undefined,
    ),
  );
  table.append(headOf(random.shuffled(columns)), body);
  return table;
}

/** A list of products as nobody has seen it yet, and what each of its rows shows. */
export function redesignedList(seed: number): { root: HTMLElement; shown: Map<Element, ShownProduct> } {
  const random = new Random(seed);
  const columns = columnsOf(random);
  const products = Array.from({ length: random.whole(2, 8) }, () => productOf(random));
  const shown = new Map<Element, ShownProduct>();
  const root = document.createElement('main');
  const isCards = random.chance(0.25);
  const keys = random.pick(['none', 'product', 'other']);
  const keyOf = ({ productId }: ShownProduct): string | undefined =>
    keys === 'none' ? undefined : keys === 'product' ? productId : random.digits(3);
  const body = document.createElement(isCards ? 'div' : 'tbody');
  const card = random.pick(['article', 'li', 'div']);
  for (const product of products) {
    const cells = columns.map((column) => column.cell(product, random));
    const row = isCards ? document.createElement(card) : tableRow(cells, keyOf(product));
    if (isCards) row.append(...cells.map((content) => nested(random, content)));
    shown.set(row, product);
    body.append(row);
  }
  if (random.chance(0.2)) root.append(otherTable(columns, random));
  if (isCards) root.append(body);
  else {
    const table = document.createElement('table');
    const hasHead = random.chance(0.85);
    if (hasHead && random.chance(0.5)) {
      const apart = document.createElement('table');
      apart.append(headOf(columns));
      root.append(nested(random, [apart]));
    } else if (hasHead) table.append(headOf(columns));
    table.append(body);
    root.append(nested(random, [table]));
  }
  return { root, shown };
}
