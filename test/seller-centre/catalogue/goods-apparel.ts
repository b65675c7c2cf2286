import type { Goods } from './goods.ts';

export const APPAREL_GOODS: readonly [Goods, ...Goods[]] = [
  {
    kind: 'shirt',
    groups: ['GLOBAL / 男装 / T恤', 'GLOBAL / 女装 / T恤'],
    price: [390, 2290],
    chinese: {
      nouns: ['短袖T恤', '圆领卫衣', 'Polo衫', '打底衫'],
      traits: ['宽松纯棉', '重磅', '美式复古印花', '冰丝速干', '落肩', '加绒加厚'],
      uses: ['男女同款情侣装', '大码休闲', '运动健身', '春秋百搭上衣'],
    },
    english: {
      nouns: ['Short Sleeve T-Shirt', 'Crew Neck Sweatshirt', 'Polo Shirt', 'Base Layer Top'],
      traits: [
        'Oversized Cotton',
        'Heavyweight',
        'Vintage Print',
        'Quick Dry',
        'Drop Shoulder',
        'Fleece Lined',
      ],
      uses: ['for Men and Women', 'Plus Size Casual', 'for Gym Sports', 'Spring Autumn Streetwear'],
    },
  },
  {
    kind: 'dress',
    groups: ['GLOBAL / 女装 / 裙装'],
    price: [690, 4590],
    chinese: {
      nouns: ['连衣裙', '吊带长裙', '百褶半身裙', '针织裙'],
      traits: ['法式碎花', '高腰显瘦', '露背', '雪纺', '修身开叉', '大摆'],
      uses: ['度假沙滩', '通勤约会', '晚宴派对', '夏季外穿'],
    },
    english: {
      nouns: ['Dress', 'Maxi Slip Dress', 'Pleated Skirt', 'Knit Dress'],
      traits: ['French Floral', 'High Waist', 'Backless', 'Chiffon', 'Bodycon Split', 'A-Line'],
      uses: ['for Beach Vacation', 'for Office Date', 'Evening Party', 'Women Summer Wear'],
    },
  },
  {
    kind: 'bag',
    groups: ['GLOBAL / 箱包 / 包袋'],
    price: [590, 4990],
    chinese: {
      nouns: ['单肩斜挎包', '双肩包', '托特包', '腋下包'],
      traits: ['大容量', '轻便防泼水', '软皮质感', '多隔层', '帆布', '链条'],
      uses: ['上班通勤', '学生书包', '短途旅行', '小众百搭'],
    },
    english: {
      nouns: ['Crossbody Bag', 'Backpack', 'Tote Bag', 'Underarm Bag'],
      traits: ['Large Capacity', 'Water Repellent', 'Soft Leather', 'Multi Pocket', 'Canvas', 'Chain Strap'],
      uses: ['for Work Commute', 'School Bag', 'for Short Trips', 'Women Fashion'],
    },
  },
  {
    kind: 'shoe',
    groups: ['GLOBAL / 鞋靴 / 休闲'],
    price: [690, 4290],
    chinese: {
      nouns: ['休闲运动鞋', '老爹鞋', '家居拖鞋', '德训鞋'],
      traits: ['透气网面', '厚底增高', '防滑软底', '轻便减震', '一脚蹬', 'EVA'],
      uses: ['男女跑步健身', '四季室内', '学生板鞋', '大码46-48'],
    },
    english: {
      nouns: ['Casual Sneakers', 'Chunky Shoes', 'House Slippers', 'Trainers'],
      traits: ['Breathable Mesh', 'Platform', 'Non-Slip Soft Sole', 'Lightweight', 'Slip On', 'EVA'],
      uses: ['for Running Gym', 'Indoor All Seasons', 'Students Skate Shoes', 'Plus Size 46-48'],
    },
  },
  {
    kind: 'jewelry',
    groups: ['GLOBAL / 饰品 / 首饰'],
    price: [79, 1590],
    chinese: {
      nouns: ['锁骨链', '开口戒指', '珍珠耳环', '手链'],
      traits: ['钛钢不掉色', '镶锆石', '叠戴', '小众设计感', '可调节', '复古'],
      uses: ['女生日礼物', '情侣对戒', '日常百搭', '新娘配饰'],
    },
    english: {
      nouns: ['Necklace', 'Adjustable Ring', 'Pearl Earrings', 'Bracelet'],
      traits: ['Stainless Steel', 'Zircon Inlaid', 'Layered', 'Minimalist', 'Gold Plated', 'Vintage'],
      uses: ['Birthday Gift for Women', 'for Couples', 'Everyday Jewelry', 'Bridal Accessories'],
    },
  },
  {
    kind: 'hat',
    groups: ['GLOBAL / 配件 / 帽巾'],
    price: [190, 1690],
    chinese: {
      nouns: ['棒球帽', '渔夫帽', '针织毛线帽', '羊绒围巾'],
      traits: ['防晒遮阳', '刺绣字母', '双面戴', '加厚保暖', '可调节', '速干'],
      uses: ['男女户外', '情侣街头', '秋冬护耳', '旅行出游'],
    },
    english: {
      nouns: ['Baseball Cap', 'Bucket Hat', 'Knitted Beanie', 'Cashmere Scarf'],
      traits: ['Sun Protection', 'Embroidered Letter', 'Reversible', 'Thick Warm', 'Adjustable', 'Quick Dry'],
      uses: ['for Men Women Outdoor', 'Couple Streetwear', 'Autumn Winter', 'for Travel'],
    },
  },
];
