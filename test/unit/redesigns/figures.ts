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
  for (const decoy of DECOYS) if (random.chance(0.35)) pairs.push([decoy, figure(random, '%')]);
  const layout = random.pick([first, ...others]);
  const root = element('main', nested(random, [layout(random.shuffled(pairs), random)]));
  return { root, shown };
}
