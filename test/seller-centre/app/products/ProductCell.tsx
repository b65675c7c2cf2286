import { Tag, Tooltip } from 'antd';
import type { Product } from '../../catalogue.ts';
import { pictureOf } from '../picture.ts';

/** Thumbnail, title, ID, SKU count, SALE. Title and ID follow each other with nothing between, as the real list's do. */
export function ProductCell({ product, idName }: { product: Product; idName: string }) {
  return (
    <div className="product">
      <img className="product-picture" src={pictureOf(product.picture)} alt="" width={72} height={72} />
      <div className="product-text">
        <span className="product-title" title={product.title}>
          {product.title}
        </span>
        <span className="product-id">{`${idName}: ${product.productId}`}</span>
        <div className="product-marks">
          <span className="product-skus">{`共${product.skuCount}个SKU`}</span>
          {product.onSale && <SaleMark product={product} />}
        </div>
      </div>
    </div>
  );
}

function SaleMark({ product: { promotion } }: { product: Product }) {
  const dates = `${promotion.from} - ${promotion.to}`;
  return (
    <Tooltip
      title={
        <dl className="sale-tip">
          <dt>{promotion.kind}</dt>
          <dd>{promotion.name}</dd>
          <dd>{dates}</dd>
        </dl>
      }
    >
      <Tag className="sale-mark" color="volcano" bordered={false}>
        SALE
      </Tag>
    </Tooltip>
  );
}
