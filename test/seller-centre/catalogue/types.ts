/** A store of the stand-in: the real seller centre names it by `channelId` in the address. */
export interface Store {
  readonly channelId: string;
  readonly name: string;
  readonly currency: Currency;
  /** How many listings it has, over all states. */
  readonly listings: number;
}

export type Currency = 'USD' | 'CNY';

/** The four states of a listing, named as the Open Platform's `product_status_type` names them. */
export type ListingStatus = 'onSelling' | 'auditing' | 'editingRequired' | 'offline';

export type Quality = '影响转化' | '无需优化';

/** What hangs behind the SALE mark. */
export interface Promotion {
  readonly kind: '平台活动' | '店铺活动';
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A listing as the product list shows it. Money is exact, as decimal text. */
export interface Product {
  readonly channelId: string;
  readonly productId: string;
  readonly title: string;
  /** Which drawing the thumbnail shows, and its colour. */
  readonly picture: { readonly kind: string; readonly hue: number };
  /** The store's own group (商品分组), not the platform's category: `GLOBAL / Lighting / Table lamps`. */
  readonly group: string;
  readonly currency: Currency;
  readonly minPrice: string;
  readonly maxPrice: string;
  /** As the list shows it: `USD 3.63`, or `USD 3.63 - 5.20`. */
  readonly priceText: string;
  readonly skuCount: number;
  readonly stock: number;
  readonly onSale: boolean;
  readonly promotion: Promotion;
  readonly quality: Quality;
  readonly sales: number;
  readonly views: number;
  /** `1.25%` */
  readonly conversion: string;
  readonly shippingTemplate: string;
  /** `2026-10-12 14:05` */
  readonly editedAt: string;
  readonly createdAt: string;
  readonly status: ListingStatus;
}

export type OrderStatus = '等待付款' | '等待发货' | '等待仓库发货' | '等待买家收货' | '交易成功' | '已关闭';

export type OrderTag = '半托管' | 'AE/IOSS';

export interface OrderLine {
  readonly productId: string;
  readonly title: string;
  readonly picture: Product['picture'];
  /** `颜色: 白色 / 规格: 标准` */
  readonly spec: string;
  readonly skuCode: string;
  readonly unitPrice: string;
  readonly quantity: number;
}

export interface Order {
  readonly orderNumber: string;
  readonly placedAt: string;
  /** Undefined where nothing was paid. */
  readonly paidAt: string | undefined;
  readonly lines: readonly OrderLine[];
  readonly currency: Currency;
  readonly amount: string;
  readonly status: OrderStatus;
  readonly tags: readonly OrderTag[];
  /** Invented, and plainly so: `Test Buyer 017`. */
  readonly buyer: string;
}

export interface CatalogueOptions {
  /** The first listings in the list's own order carry HOSTILE_TITLES. */
  readonly hostile?: boolean;
  /** The store has so many listings in the place of its own, all of them on sale. */
  readonly rows?: number | undefined;
}
