/** What the platform asks of a kind of goods. The category paths are written after the platform's habit, not taken from it. */
interface CategoryRule {
  /** `家居用品 > 灯具照明 > 台灯` */
  readonly path: string;
  /** The names of the qualifications, those that are asked for first. */
  readonly qualifications: readonly string[];
  readonly required: number;
}

const LABEL_PHOTO = '外包装/标签实拍图-欧盟';
const CE = 'CE 证书';
const ROHS = 'RoHS 检测报告';
const REACH = 'REACH 检测报告';

const mains = (path: string): CategoryRule => ({
  path,
  qualifications: [LABEL_PHOTO, CE, ROHS, '商品检测报告'],
  required: 2,
});
const contact = (path: string): CategoryRule => ({
  path,
  qualifications: [LABEL_PHOTO, '欧盟食品接触材料检测报告', REACH],
  required: 2,
});
const textile = (path: string): CategoryRule => ({ path, qualifications: [LABEL_PHOTO, REACH], required: 1 });

const RULES: Record<string, CategoryRule> = {
  lamp: mains('灯具照明 > 室内照明 > 台灯与小夜灯'),
  mug: contact('家居用品 > 厨房餐饮 > 杯壶'),
  pot: contact('家居用品 > 厨房餐饮 > 锅具'),
  box: textile('家居用品 > 收纳整理 > 收纳盒'),
  toy: {
    path: '玩具 > 毛绒与益智玩具 > 益智玩具',
    qualifications: [LABEL_PHOTO, CE, 'EN71 检测报告', '商品实拍图'],
    required: 3,
  },
  brush: textile('家居用品 > 清洁工具 > 刷具'),
  earphones: mains('消费电子 > 便携音频 > 耳机'),
  cable: mains('手机和通讯 > 手机配件 > 充电器与数据线'),
  powerbank: mains('手机和通讯 > 手机配件 > 移动电源'),
  phonecase: textile('手机和通讯 > 手机配件 > 手机保护套'),
  keyboard: mains('电脑和办公 > 电脑外设 > 键盘鼠标'),
  watch: mains('消费电子 > 智能穿戴 > 智能手表'),
  shirt: textile('男装 > 上装 > T恤与衬衫'),
  dress: textile('女装 > 裙装 > 连衣裙'),
  bag: textile('箱包 > 女包 > 单肩包'),
  shoe: textile('鞋类 > 休闲鞋 > 运动休闲鞋'),
  jewelry: {
    path: '珠宝饰品 > 流行饰品 > 项链与耳饰',
    qualifications: [LABEL_PHOTO, '镍释放检测报告', REACH],
    required: 2,
  },
  hat: textile('服饰配件 > 帽子 > 棒球帽'),
};

const ANY: CategoryRule = textile('其他 > 其他商品');

export function categoryRuleOf(kind: string): CategoryRule {
  return RULES[kind] ?? ANY;
}
