export interface Country {
  readonly code: string;
  /** As the seller centre names it. */
  readonly name: string;
  readonly english: string;
}

const NAMES: Record<string, readonly [name: string, english: string]> = {
  DE: ['德国', 'Germany'],
  FR: ['法国', 'France'],
  ES: ['西班牙', 'Spain'],
  IT: ['意大利', 'Italy'],
  PL: ['波兰', 'Poland'],
  NL: ['荷兰', 'Netherlands'],
  BE: ['比利时', 'Belgium'],
  PT: ['葡萄牙', 'Portugal'],
  SE: ['瑞典', 'Sweden'],
  CZ: ['捷克', 'Czechia'],
  GB: ['英国', 'United Kingdom'],
  NO: ['挪威', 'Norway'],
  CH: ['瑞士', 'Switzerland'],
  US: ['美国', 'United States'],
  CA: ['加拿大', 'Canada'],
  MX: ['墨西哥', 'Mexico'],
  BR: ['巴西', 'Brazil'],
  CL: ['智利', 'Chile'],
  AU: ['澳大利亚', 'Australia'],
  NZ: ['新西兰', 'New Zealand'],
  IL: ['以色列', 'Israel'],
  SG: ['新加坡', 'Singapore'],
  MY: ['马来西亚', 'Malaysia'],
  TH: ['泰国', 'Thailand'],
  KR: ['韩国', 'South Korea'],
  JP: ['日本', 'Japan'],
  SA: ['沙特阿拉伯', 'Saudi Arabia'],
  AE: ['阿联酋', 'United Arab Emirates'],
};

export function countryOf(code: string): Country {
  const [name, english] = NAMES[code] ?? [code, code];
  return { code, name, english };
}

export function countriesOf(codes: string): readonly Country[] {
  return codes.split(' ').map(countryOf);
}

/** Where the shipping templates lead. Their names are invented, and so are their countries. */
const DESTINATIONS: Record<string, string> = {
  '标准物流-全球包邮': 'DE FR ES IT PL NL BE PT SE CZ GB NO CH US CA MX BR CL AU NZ IL SG MY TH KR JP SA AE',
  欧美专线模板: 'DE FR ES IT PL NL GB US CA',
  'Choice 模板': 'DE FR ES IT PL NL BE PT SE CZ GB NO CH US CA BR AU IL',
  'Shipping Template for New Sellers': 'US GB ES FR BR',
  '菜鸟无忧-标准': 'ES FR PL DE IT KR JP SA AE',
};

export function destinationsOf(shippingTemplate: string): readonly Country[] {
  return countriesOf(DESTINATIONS[shippingTemplate] ?? 'US');
}
