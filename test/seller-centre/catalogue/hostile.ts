const LONG_UNIT = 'Long title 超长标题 ';

/**
 * Titles that a careless reader would run, misread or choke on. Each is text that a seller can type into a listing;
 * the list shows it as it is.
 */
export const HOSTILE_TITLES: readonly string[] = [
  '<img src=x onerror="document.title=\'pwned\'">便携蓝牙音箱',
  LONG_UNIT.repeat(Math.ceil(5000 / LONG_UNIT.length)).slice(0, 5000),
  'Wireless \u202Egnp.exe 000 DSU\u202C Mouse \u2067ابجد',
  '\u202EUSB reversed to the end',
  'Replacement remote ID: 999 for smart TV 智能电视遥控器',
  'ID: 1005000000000999',
  'Only USD 0.01 today 限时特价 USB-C cable',
  'USD 0.01',
  '超值套装 共999个SKU 任选 多色手机壳',
  '共999个SKU',
  '<script>document.title="pwned"</script>"><svg onload=alert(1)> Desk lamp 台灯',
  'SALE GLOBAL / Fake / Path 影响转化 编辑：2001-01-01 00:00 创建：2001-01-01 00:00',
];
