import { iso31661Alpha2ToAlpha3 } from 'iso-3166';
import { folded } from './columns.ts';

/** Names in common use that `Intl` does not give. `Korea` and `Congo` alone are two countries each and stay unknown. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  AE: ['UAE', '阿联酋', 'Emirates'],
  AU: ['澳洲'],
  BA: ['波黑', 'Bosnia and Herzegovina'],
  BN: ['文莱达鲁萨兰国', 'Brunei Darussalam'],
  CI: ['象牙海岸', 'Ivory Coast'],
  CZ: ['Czechia', 'Czech Republic', '捷克共和国'],
  DE: ['德意志联邦共和国'],
  DO: ['多米尼加', '多米尼加共和国'],
  EG: ['埃及'],
  FR: ['法兰西'],
  // EL is the European Union's own code.
  GR: ['EL', '希腊'],
  GB: ['UK', '英国', 'Great Britain', 'Britain', '大不列颠'],
  HK: ['Hong Kong', '香港', '中国香港'],
  IE: ['Republic of Ireland', '爱尔兰共和国'],
  KR: ['South Korea', 'Republic of Korea', '韩国', '南韩', '大韩民国'],
  MD: ['摩尔多瓦'],
  MK: ['Macedonia', '马其顿', '北马其顿'],
  MO: ['Macao', 'Macau', '澳门', '中国澳门'],
  NL: ['Holland', 'The Netherlands', '荷兰'],
  NZ: ['纽西兰', '新西兰'],
  PS: ['Palestine', '巴勒斯坦'],
  RU: ['Russian Federation', '俄国', '俄罗斯', '俄罗斯联邦'],
  SA: ['KSA', '沙特', '沙特阿拉伯'],
  SK: ['Slovak Republic', '斯洛伐克', '斯洛伐克共和国'],
  SZ: ['Swaziland', '斯威士兰'],
  TR: ['Turkey', 'Türkiye', '土耳其'],
  TW: ['Taiwan', '台湾', '中国台湾'],
  US: ['USA', 'U.S.', 'U.S.A.', '美国', 'United States of America', 'America', '美利坚合众国'],
  VN: ['Viet Nam', 'Vietnam', '越南'],
};

const keyOf = (name: string): string => folded(name.replaceAll('&', ' and ')).replace(/[.'’`()-]/g, '');

const displayNames = (['en', 'zh-Hans'] as const).flatMap((language) =>
  (['long', 'short'] as const).map((style) => new Intl.DisplayNames(language, { type: 'region', style })),
);

function countryNames(): Map<string, string> {
  const codes = Object.entries(iso31661Alpha2ToAlpha3);
  const names = codes.flatMap(([code]) =>
    displayNames.map((names) => [names.of(code) ?? code, code] as const),
  );
  const others = Object.entries(OTHER_NAMES).flatMap(([code, all]) =>
    all.map((name) => [name, code] as const),
  );
  const ownCodes = codes.flatMap(([two, three]) => [[two, two] as const, [three, two] as const]);
  // A code wins over every name.
  return new Map([...names, ...others, ...ownCodes].map(([name, code]) => [keyOf(name), code]));
}

let known: Map<string, string> | undefined;

function countryOf(name: string): string | undefined {
  known ??= countryNames();
  return known.get(keyOf(name));
}

const LONGEST_NAME_WORDS = 6;

/** Countries with nothing but spaces between them: each takes as many words as make a name. */
function countriesOfWords(words: readonly string[]): string[] | undefined {
  const codes: string[] = [];
  for (let start = 0; start < words.length; ) {
    // Among names it is no Andorra, whose code is AND.
    if (words[start] === 'and' && words.length > 1) {
      start += 1;
      continue;
    }
    let end = Math.min(start + LONGEST_NAME_WORDS, words.length);
    let code = countryOf(words.slice(start, end).join(' '));
    while (code === undefined && end - 1 > start) {
      end -= 1;
      code = countryOf(words.slice(start, end).join(' '));
    }
    if (code === undefined) return undefined;
    codes.push(code);
    start = end;
  }
  return codes;
}

export type Countries = { codes: string[] } | { unknown: string };

/** Codes or names of countries, each once, in the order they are written in; or the first that is none. */
export function parseCountries(text: string): Countries {
  const codes = new Set<string>();
  for (const piece of text.split(/[,;、，；/|\n]/).map((part) => part.trim())) {
    if (piece === '') continue;
    const found = countriesOfWords(piece.split(/\s+/));
    if (!found) return { unknown: piece };
    for (const code of found) codes.add(code);
  }
  return { codes: [...codes] };
}
