import type { Goods } from './goods.ts';

export const DIGITAL_GOODS: readonly [Goods, ...Goods[]] = [
  {
    kind: 'earphones',
    groups: ['GLOBAL / 影音 / 耳机'],
    price: [699, 5990],
    chinese: {
      nouns: ['蓝牙耳机', '头戴式耳机', '骨传导耳机', '入耳式有线耳机'],
      traits: ['主动降噪', '超长续航', '低延迟电竞', 'IPX7防水', '高清通话', '半入耳'],
      uses: ['运动跑步', '适用安卓苹果手机', '办公会议', '学生网课'],
    },
    english: {
      nouns: [
        'Wireless Bluetooth Earbuds',
        'Over-Ear Headphones',
        'Bone Conduction Headset',
        'Wired Earphones',
      ],
      traits: [
        'Noise Cancelling',
        'Long Battery Life',
        'Low Latency Gaming',
        'IPX7 Waterproof',
        'HD Call',
        'Bass Stereo',
      ],
      uses: ['for Sports Running', 'for Android and iOS Phones', 'for Office Meeting', 'for Students'],
    },
  },
  {
    kind: 'cable',
    groups: ['GLOBAL / 手机配件 / 充电', 'GLOBAL / 手机配件 / 热卖'],
    price: [99, 1590],
    chinese: {
      nouns: ['Type-C数据线', '三合一充电线', '氮化镓充电器', '磁吸充电线'],
      traits: ['100W快充', '尼龙编织', '弯头电竞', '带数显', '耐弯折', '加长2米'],
      uses: ['手机平板笔记本通用', '车载出行', '游戏手机专用', '办公桌面'],
    },
    english: {
      nouns: ['USB C Cable', '3 in 1 Charging Cable', 'GaN Charger', 'Magnetic Charging Cord'],
      traits: [
        '100W Fast Charging',
        'Nylon Braided',
        '90 Degree',
        'Digital Display',
        'Bend Resistant',
        '2m Extra Long',
      ],
      uses: ['for Phone Tablet Laptop', 'for Car Travel', 'for Mobile Gaming', 'Office Desktop'],
    },
  },
  {
    kind: 'powerbank',
    groups: ['GLOBAL / 手机配件 / 移动电源'],
    price: [890, 4590],
    chinese: {
      nouns: ['充电宝', '磁吸无线移动电源', '太阳能充电宝', '迷你应急电源'],
      traits: ['20000毫安', '22.5W快充', '自带线', '超薄', '可上飞机', 'LED电量显示'],
      uses: ['户外露营旅行', '手机耳机通用', '出差随身', '礼品定制'],
    },
    english: {
      nouns: ['Power Bank', 'Magnetic Wireless Power Bank', 'Solar Charger', 'Mini Emergency Charger'],
      traits: [
        '20000mAh',
        '22.5W Fast Charge',
        'Built-in Cables',
        'Ultra Slim',
        'Airline Approved',
        'LED Display',
      ],
      uses: ['for Outdoor Camping', 'for Phones and Earbuds', 'for Business Trip', 'Gift'],
    },
  },
  {
    kind: 'phonecase',
    groups: ['GLOBAL / 手机配件 / 壳膜'],
    price: [89, 990],
    chinese: {
      nouns: ['手机壳', '磁吸保护套', '液态硅胶壳', '防窥钢化膜'],
      traits: ['防摔气囊', '磨砂肤感', '全包镜头', '透明不发黄', '带支架', '可爱卡通'],
      uses: ['多机型可选', '情侣款', '防指纹', '支持无线充电'],
    },
    english: {
      nouns: ['Phone Case', 'Magnetic Protective Cover', 'Liquid Silicone Case', 'Privacy Screen Protector'],
      traits: [
        'Shockproof',
        'Matte',
        'Full Lens Protection',
        'Clear Anti-Yellow',
        'with Stand',
        'Cute Cartoon',
      ],
      uses: ['Multiple Models Available', 'for Couples', 'Anti Fingerprint', 'Supports Wireless Charging'],
    },
  },
  {
    kind: 'keyboard',
    groups: ['GLOBAL / 电脑办公 / 外设'],
    price: [790, 6990],
    chinese: {
      nouns: ['机械键盘', '无线静音鼠标', '键鼠套装', '数字小键盘'],
      traits: ['三模热插拔', '蓝牙双模', 'RGB背光', '静音轴', '人体工学', '可充电'],
      uses: ['办公游戏电竞', '笔记本平板通用', '女生高颜值', '家用台式机'],
    },
    english: {
      nouns: ['Mechanical Keyboard', 'Wireless Silent Mouse', 'Keyboard Mouse Combo', 'Numeric Keypad'],
      traits: [
        'Hot Swappable',
        'Dual Mode Bluetooth',
        'RGB Backlit',
        'Silent Switch',
        'Ergonomic',
        'Rechargeable',
      ],
      uses: ['for Office Gaming', 'for Laptop Tablet', 'Aesthetic Desk Setup', 'for Desktop PC'],
    },
  },
  {
    kind: 'watch',
    groups: ['GLOBAL / 智能穿戴 / 手表手环'],
    price: [490, 7990],
    chinese: {
      nouns: ['智能手表', '运动手环', '儿童电话手表', '硅胶表带'],
      traits: ['蓝牙通话', '心率血氧监测', '1.85英寸大屏', 'GPS定位', '防水', '超长待机'],
      uses: ['男女户外运动', '学生防丢', '商务礼品', '多款表盘'],
    },
    english: {
      nouns: ['Smart Watch', 'Fitness Tracker', 'Kids Phone Watch', 'Silicone Watch Band'],
      traits: [
        'Bluetooth Call',
        'Heart Rate Monitor',
        '1.85 inch HD Screen',
        'GPS',
        'Waterproof',
        'Long Standby',
      ],
      uses: ['for Men Women Outdoor', 'Anti-Lost for Students', 'Business Gift', 'Custom Dial'],
    },
  },
];
