import type { Product } from '../../catalogue.ts';
import { pictureOf } from '../picture.ts';

interface Goods {
  readonly title: string;
  readonly productId: string;
  readonly picture: Product['picture'];
}

/** Picture, title and ID of a listing. */
export function GoodsCell({ goods, label = 'ID: ' }: { goods: Goods; label?: string }) {
  return (
    <div className="goods">
      <img src={pictureOf(goods.picture)} alt="" width={44} height={44} />
      <div className="goods-text">
        <span className="goods-title" title={goods.title}>
          {goods.title}
        </span>
        <span className="goods-id">{`${label}${goods.productId}`}</span>
      </div>
    </div>
  );
}
