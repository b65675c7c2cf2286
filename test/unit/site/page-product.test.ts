// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { productOfPage } from '../../../utils/site/page-product.ts';
import { pack } from '../rules/support.ts';

const ID = '1005006123456789';
const OTHER = '1005006987654321';
const PAGE = 'https://csp.aliexpress.com/m_apps/aepop-product-publish/prePopToChoice/choice-edit';
const naming = pack.siteMap.pages['semi-join']?.productId;

function product(address: string, html: string) {
  document.body.innerHTML = html;
  return productOfPage(new URL(address), document.body, naming);
}

describe('the product of a page', () => {
  it('is the one of its address', () => {
    expect(product(`${PAGE}?productId=${ID}`, '<p>Loading</p>')).toBe(ID);
    expect(product(`${PAGE}?productId=${ID}`, `<p>ID: ${ID}</p>`)).toBe(ID);
  });

  it.each([
    `<span>ID: ${ID}</span>`,
    `<span>商品ID：${ID}</span>`,
    `<b>x</b><i>ID: ${ID}</i><i>ID: ${ID}</i>`,
  ])('is the one that %s names, where the address names none', (html) => {
    expect(product(PAGE, html)).toBe(ID);
  });

  it('is read where the page writes it in two neighbouring texts', () => {
    document.body.replaceChildren('ID: ', ID);
    expect(productOfPage(new URL(PAGE), document.body, naming)).toBe(ID);
  });

  it('is not known where the address and the page, or two texts of it, name different ones', () => {
    expect(product(`${PAGE}?productId=${ID}`, `<p>ID: ${OTHER}</p>`)).toBeUndefined();
    expect(product(PAGE, `<p>ID: ${ID}</p><p>商品ID：${OTHER}</p>`)).toBeUndefined();
  });

  it.each([`<p>Mug ID: ${ID}</p>`, `<p>${ID}</p>`, `<p>订单ID: ${ID}</p>`])('is not named by %s', (html) => {
    expect(product(PAGE, html)).toBeUndefined();
  });

  it('is the one of the address alone on pages that are not read for it', () => {
    document.body.textContent = `ID: ${OTHER}`;
    expect(productOfPage(new URL(`${PAGE}?productId=${ID}`), document.body, undefined)).toBe(ID);
  });
});
