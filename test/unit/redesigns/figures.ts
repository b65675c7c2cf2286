import { nested, Random } from './random.ts';

/** A figure of a made-up page: what a reader may say of a fact, and nothing else. */
export interface ShownFigure {
  fact: string;
  text: string;
}

const FIGURES = [
  { fact: 'store.positiveRatingPct', labels: ['店铺好评率', '好评率', 'Positive rating 好评率'], unit: '%' },
  { fact: 'store.disputeRatePct', labels: ['纠纷率', 'Dispute rate', '近30天纠纷率'], unit: '%' },
  { fact: 'store.fulfilmentRatePct', labels: ['物流履约达标率', 'Fulfilment rate'], unit: '%' },
  { fact: 'store.gmv90dUsd', labels: ['近90天GMV', '近90天全托管店铺GMV'], unit: 'USD ' },
] as const;

const UNKNOWN_LABELS = ['综合评分', 'Score', '本店表现'] as const;
const DECOYS = [
  '行业好评率',
  '好评率目标',
  '上月纠纷率',
  '类目平均物流履约达标率',
  '近30天GMV',
  '较上周',
  'Industry average 好评率',
  'Target 纠纷率',
  'Peers 近90天GMV',
] as const;

type Pair = [label: string, value: string];

const figure = (random: Random, unit: string): string =>
  unit === '%'
    ? `${random.whole(0, 99)}.${random.digits(2)}%`
    : `${unit}${random.whole(1, 90)},${random.digits(3)}.00`;

const element = (tag: string, ...inner: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag);
  made.append(...inner);
  return made;
};

/** Another figure of the same kind: a bar, an average, last month's. */
const likeIt = (random: Random, value: string): string => figure(random, value.endsWith('%') ? '%' : 'USD ');

/** A row with other figures beside the store's own, at any place after its name. */
const rowOf = ([name, value]: Pair, random: Random, tag: string): HTMLElement[] => {
  const figures = random.shuffled([value, likeIt(random, value)]);
  return [name, ...figures].map((text) => element(tag, text));
};

/** Ways in which a page can put names and figures side by side. */
const LAYOUTS: ((pairs: readonly Pair[], random: Random) => HTMLElement)[] = [
  (pairs) => element('dl', ...pairs.flatMap(([name, value]) => [element('dt', name), element('dd', value)])),
  (pairs, random) =>
    element(
      'div',
      ...pairs.map(([name, value]) => element('div', nested(random, [name]), nested(random, [value]))),
    ),
  (pairs, random) =>
    element(
      'div',
      ...pairs.map(([name, value]) => element('div', nested(random, [value]), nested(random, [name]))),
    ),
  (pairs) =>
    element('div', ...pairs.flatMap(([name, value]) => [element('b', value), element('span', name)])),
  (pairs) => element('div', ...pairs.map(([name, value]) => element('p', `${name}：${value}`))),
  (pairs) => element('div', ...pairs.map(([name, value]) => element('p', `${name}：`, element('b', value)))),
  (pairs) =>
    element(
      'table',
      element(
        'tbody',
        ...pairs.map(([name, value]) => element('tr', element('td', name), element('td', value))),
      ),
    ),
  (pairs) =>
    element(
      'table',
      element('thead', element('tr', ...pairs.map(([name]) => element('th', name)))),
      element('tbody', element('tr', ...pairs.map(([, value]) => element('td', value)))),
    ),
  (pairs, random) => element('div', ...pairs.map((pair) => element('div', ...rowOf(pair, random, 'span')))),
  (pairs, random) =>
    element(
      'table',
      element('thead', element('tr', ...['指标', '数据', '参考'].map((text) => element('th', text)))),
      element('tbody', ...pairs.map((pair) => element('tr', ...rowOf(pair, random, 'td')))),
    ),
  (pairs, random) =>
    element(
      'dl',
      ...pairs.flatMap(([name, value]) => [
        element('dt', name),
        element('dd', element('sup', random.digits(1)), nested(random, [value])),
      ]),
    ),
];

/** A page of figures as nobody has seen it yet, and what it shows of each fact. */
export function redesignedFigures(seed: number): { root: HTMLElement; shown: ShownFigure[] } {
  const random = new Random(seed);
  const [first, ...others] = LAYOUTS;
  if (!first) throw new Error('There are layouts');
  const shown: ShownFigure[] = [];
  const pairs: Pair[] = [];
  for (const { fact, labels, unit } of FIGURES) {
    if (random.chance(0.15)) continue;
    const text = figure(random, unit);
    const isRenamed = random.chance(0.15);
    pairs.push([isRenamed ? random.pick(UNKNOWN_LABELS) : random.pick(labels), text]);
    shown.push({ fact, text });
  }
  for (const decoy of DECOYS)
    if (random.chance(0.35)) pairs.push([decoy, figure(random, decoy.endsWith('GMV') ? 'USD ' : '%')]);
  const layout = random.pick([first, ...others]);
  const root = element('main', nested(random, [layout(random.shuffled(pairs), random)]));
  return { root, shown };
}
