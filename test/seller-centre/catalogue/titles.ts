import type { Goods } from './goods.ts';
import type { Random } from './random.ts';

const CHINESE_LEADS = [
  '跨境新款',
  '2026新款',
  '爆款',
  '现货',
  '欧美风',
  '北欧简约',
  '高品质',
  '厂家直供',
  'ins风',
  '秋冬',
] as const;
const ENGLISH_LEADS = [
  '2026 New',
  'Hot Sale',
  'Upgraded',
  'Original',
  'High Quality',
  'Luxury',
  'Portable',
  'Classic',
] as const;
const ENGLISH_PACKS = ['', '', '', ' 1PC', ' 2 Pack', ' Set of 4', ' - Multiple Colors Available'] as const;

/** Two different elements of a list, in a random order. */
function pair(random: Random, list: readonly [string, ...string[]]): [string, string] {
  const first = random.whole(0, list.length - 1);
  const second = (first + random.whole(1, list.length - 1)) % list.length;
  return [list[first] ?? list[0], list[second] ?? list[0]];
}

function chineseTitle(goods: Goods, random: Random): string {
  const [trait, other] = pair(random, goods.chinese.traits);
  return `${random.pick(CHINESE_LEADS)}${trait}${random.pick(goods.chinese.nouns)} ${other} ${random.pick(goods.chinese.uses)}`;
}

function englishTitle(goods: Goods, random: Random): string {
  const [trait, other] = pair(random, goods.english.traits);
  const noun = random.pick(goods.english.nouns);
  const use = random.pick(goods.english.uses);
  return `${random.pick(ENGLISH_LEADS)} ${trait} ${noun} ${other} ${use}${random.pick(ENGLISH_PACKS)}`;
}

function mixedTitle(goods: Goods, random: Random): string {
  const [trait, other] = pair(random, goods.chinese.traits);
  const english = `${random.pick(goods.english.traits)} ${random.pick(goods.english.nouns)}`;
  return `${trait}${random.pick(goods.chinese.nouns)} ${english} ${other}`;
}

/** A listing's title as sellers write them: half of them Chinese, a third English, the rest both. */
export function titleOf(goods: Goods, random: Random): string {
  const share = random.whole(1, 100);
  if (share <= 50) return chineseTitle(goods, random);
  if (share <= 84) return englishTitle(goods, random);
  return mixedTitle(goods, random);
}
