import type { Goods } from './goods.ts';

export const HOME_GOODS: readonly [Goods, ...Goods[]] = [
  {
    kind: 'lamp',
    groups: ['GLOBAL / Lighting / Indoor', 'GLOBAL / Lighting / New in'],
    price: [599, 4290],
    chinese: {
      nouns: ['LED台灯', '床头小夜灯', '护眼学习灯', '氛围灯'],
      traits: ['触控调光', 'USB充电', '三档色温', '磁吸可拆卸', '人体感应', '可折叠'],
      uses: ['卧室书桌宿舍用', '儿童房喂奶灯', '露营户外两用', '客厅装饰摆件'],
    },
    english: {
      nouns: ['LED Desk Lamp', 'Bedside Night Light', 'Reading Lamp', 'Ambient Table Lamp'],
      traits: [
        'Touch Dimmable',
        'USB Rechargeable',
        '3 Color Temperature',
        'Magnetic',
        'Motion Sensor',
        'Foldable',
      ],
      uses: [
        'for Bedroom Study Office',
        'Kids Room Nursery Light',
        'for Camping and Home',
        'Living Room Decor',
      ],
    },
  },
  {
    kind: 'mug',
    groups: ['GLOBAL / Kitchen / Drinkware', 'GLOBAL / Kitchen / Coffee'],
    price: [289, 1890],
    chinese: {
      nouns: ['陶瓷马克杯', '保温咖啡杯', '高硼硅玻璃杯', '随行杯'],
      traits: ['大容量', '带盖勺', '双层隔热', '手绘复古', '316不锈钢', '可定制图案'],
      uses: ['办公室情侣礼物', '早餐牛奶杯', '车载便携', '家用茶水杯'],
    },
    english: {
      nouns: ['Ceramic Coffee Mug', 'Insulated Travel Tumbler', 'Borosilicate Glass Cup', 'Espresso Cup'],
      traits: [
        'Large Capacity',
        'with Lid and Spoon',
        'Double Wall',
        'Hand Painted',
        '316 Stainless Steel',
        'Leakproof',
      ],
      uses: ['for Office Couple Gift', 'for Breakfast Milk Tea', 'for Car and Travel', 'Home Drinkware'],
    },
  },
  {
    kind: 'pot',
    groups: ['GLOBAL / Kitchen / Cookware'],
    price: [990, 5990],
    chinese: {
      nouns: ['麦饭石不粘锅', '奶锅', '铸铁珐琅锅', '煎蛋锅'],
      traits: ['少油烟', '可拆卸手柄', '电磁炉通用', '加厚锅底', '木柄'],
      uses: ['宝宝辅食一人食', '家用厨房燃气灶', '露营炊具', '早餐神器'],
    },
    english: {
      nouns: ['Nonstick Frying Pan', 'Milk Pot Saucepan', 'Enameled Cast Iron Pot', 'Egg Frying Pan'],
      traits: ['Granite Coating', 'Detachable Handle', 'Induction Compatible', 'Thick Base', 'Wooden Handle'],
      uses: ['for Baby Food', 'Kitchen Gas Stove Cookware', 'Outdoor Camping Cookware', 'Breakfast Maker'],
    },
  },
  {
    kind: 'box',
    groups: ['GLOBAL / Storage / Organizers', 'GLOBAL / Storage / Bestsellers'],
    price: [199, 2590],
    chinese: {
      nouns: ['收纳盒', '抽屉式储物箱', '首饰收纳架', '衣柜收纳篮'],
      traits: ['透明可叠加', '加厚PET', '防尘带盖', '分格', '免打孔', '可折叠'],
      uses: ['桌面化妆品整理', '厨房冰箱食品', '宿舍神器', '内衣袜子分类'],
    },
    english: {
      nouns: ['Storage Box', 'Drawer Organizer', 'Jewelry Stand', 'Wardrobe Basket'],
      traits: ['Clear Stackable', 'Thick PET', 'Dustproof with Lid', 'Divided', 'No Drill', 'Collapsible'],
      uses: [
        'for Desk Makeup',
        'Kitchen Fridge Food Container',
        'Dorm Room Essentials',
        'for Underwear Socks',
      ],
    },
  },
  {
    kind: 'toy',
    groups: ['GLOBAL / Toys / Kids'],
    price: [359, 3290],
    chinese: {
      nouns: ['毛绒玩具', '儿童积木', '木质拼图', '安抚玩偶'],
      traits: ['超软', '磁力', '早教益智', '大颗粒', '可水洗', '会发光'],
      uses: ['男孩女孩生日礼物', '宝宝睡觉抱枕', '幼儿园奖品', '亲子互动'],
    },
    english: {
      nouns: ['Plush Toy', 'Building Blocks', 'Wooden Puzzle', 'Soothing Doll'],
      traits: ['Super Soft', 'Magnetic', 'Montessori Educational', 'Large Particle', 'Washable', 'Light Up'],
      uses: [
        'Birthday Gift for Boys Girls',
        'Baby Sleeping Pillow',
        'Kindergarten Prize',
        'Parent-Child Game',
      ],
    },
  },
  {
    kind: 'brush',
    groups: ['GLOBAL / Beauty / Tools'],
    price: [159, 2190],
    chinese: {
      nouns: ['化妆刷套装', '美妆蛋', '硅胶洁面刷', '睫毛夹'],
      traits: ['软毛不掉毛', '便携旅行装', '干湿两用', '声波振动', '初学者'],
      uses: ['眼影腮红散粉', '面部清洁按摩', '全套收纳包', '送女友礼物'],
    },
    english: {
      nouns: ['Makeup Brush Set', 'Beauty Sponge', 'Silicone Facial Brush', 'Eyelash Curler'],
      traits: ['Soft Hair', 'Travel Size', 'Wet and Dry Use', 'Sonic Vibration', 'for Beginners'],
      uses: ['Eyeshadow Blush Powder', 'Face Cleansing Massage', 'with Storage Bag', 'Gift for Her'],
    },
  },
];
