import { statedFacts } from '../utils/facts/imported.ts';
import { shownValue } from '../utils/facts/show.ts';
import { factName } from '../utils/features/present.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { ImportedProduct } from '../utils/import/product-rows.ts';
import { columnName, shownCount } from './import-texts.ts';

const SAMPLE = 20;

const Facts = ({ t, product }: { t: Translator; product: ImportedProduct }) => (
  <dl class="facts">
    {statedFacts(product).map(([path, value]) => (
      <div key={path}>
        <dt>{factName(path, t)}</dt>
        <dd>{shownValue(path, value, t, undefined)}</dd>
      </div>
    ))}
  </dl>
);

/** The first of the products to be kept, each with what will be kept of it. */
export const GoodRows = ({ t, products }: { t: Translator; products: readonly ImportedProduct[] }) => {
  if (products.length === 0) return null;
  const sample = products.slice(0, SAMPLE);
  return (
    <table class="rows good">
      <caption>{t('importSample', shownCount(sample.length, t), shownCount(products.length, t))}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importLine')}</th>
          <th scope="col">{columnName('productId', t)}</th>
          <th scope="col">{t('importFacts')}</th>
        </tr>
      </thead>
      <tbody>
        {sample.map((product) => (
          <tr key={product.line}>
            <td class="line">{product.line}</td>
            <td class="id">{product.productId}</td>
            <td>
              <Facts t={t} product={product} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
