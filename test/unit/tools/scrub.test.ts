// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrub } from '../../../tools/page/scrub.ts';
import { pack } from '../rules/support.ts';

const { siteMap } = pack;

const scrubbed = (body: string, keep: string[] = []): string =>
  scrub(new DOMParser().parseFromString(body, 'text/html'), siteMap, { keep });

const texts = (html: string): string[] => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('p, td, th, dt, dd, span, h1, label, i')]
    .filter(({ childElementCount }) => childElementCount === 0)
    .map(({ textContent }) => textContent ?? '');
};

describe('a scrubbed page', () => {
  it('keeps structure, classes, roles, headings of columns and labels', () => {
    const page = `<main id="ait-layout-content" class="list wide"><table role="table"><thead><tr><th scope="col">商品</th></tr></thead>
      <tbody><tr data-row-key="1005006123456789"><td colspan="2">x</td></tr></tbody></table>
      <dl><dt>店铺好评率</dt><dd>98.12%</dd></dl><span>Positive rating</span></main>`;
    const html = scrubbed(page);
    expect(html).toContain('<main id="ait-layout-content" class="list wide"><table role="table">');
    expect(html).toContain('<th scope="col">商品</th>');
    expect(html).toMatch(/<tr data-row-key="9\d{15}"><td colspan="2">/);
    expect(html).toContain('<dt>店铺好评率</dt>');
    expect(html).toContain('<span>Positive rating</span>');
  });

  it('has texts of like shape in the place of others', () => {
    const [title, id, price, stock, date, mail] = texts(
      scrubbed(
        '<p>Kids Toy 儿童玩具 No.5</p><p>ID: 1005006123456789</p><p>USD 1,234.50 - 2,000.00</p><p>共12个SKU</p><p>2026-11-22 08:30</p><p>Li.Wei@mail.cn</p>',
      ),
    );
    expect(title).toMatch(/^[A-Z][a-z]{3} [A-Z][a-z]{2} \p{Script=Han}{4} [A-Z][a-z]\.\d$/u);
    expect(id).toMatch(/^ID: 9\d{15}$/);
    expect(price).toMatch(/^USD \d,\d{3}\.\d\d - \d,\d{3}\.\d\d$/);
    expect(stock).toMatch(/^共\d\d个SKU$/);
    expect(date).toMatch(/^20\d\d-1\d-\d\d \d\d:\d\d$/);
    expect(mail).toMatch(/^[a-z]+@example\.com$/);
  });

  it('says the same where the page says the same, in texts and in attributes', () => {
    const html = scrubbed(
      '<table><tr data-row-key="1005006123456789"><td>ID: 1005006123456789</td><td>Lumora</td><td>Lumora</td><td>Qinghe</td></tr></table>',
    );
    const [id, first, second, third] = texts(html);
    expect(html).toContain(`data-row-key="${id?.slice('ID: '.length)}"`);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it('keeps the words of its values, and makes up the figures behind a label in the same text', () => {
    const [state, colon, label] = texts(
      scrubbed('<p>已加入半托管</p><p>好评率：98.12%</p><p><span>好评率：</span><b>98.12%</b></p>'),
    );
    expect(label).toBe('好评率：');
    expect(state).toBe('已加入半托管');
    expect(colon).toMatch(/^好评率：\d\d\.\d\d%$/);
    expect(colon).not.toContain('98.12');
  });

  it('keeps of a text the words by which a list’s rows are told', () => {
    expect(texts(scrubbed('<p>Lumora化妆品证书</p>'))[0]).toMatch(/^[A-Z][a-z]{5}\p{Script=Han}{3}证书$/u);
  });

  it('keeps a label that the site map does not know where it is asked to', () => {
    expect(texts(scrubbed('<span>买家好评分</span>'))).not.toEqual(['买家好评分']);
    expect(texts(scrubbed('<span>买家好评分</span>', ['买家好评分']))).toEqual(['买家好评分']);
  });

  it.each([
    ['a script', '<script>var shop = "SECRET"</script>'],
    ['a comment', '<!-- SECRET -->'],
    ['a style', '<style>.x::after { content: "SECRET" }</style>'],
    ['a picture', '<img src="/SECRET.png" alt="SECRET">'],
    ['a hidden input', '<input type="hidden" value="SECRET">'],
    ['an address', '<a href="/SECRET" title="SECRET">x</a>'],
    [
      'a data attribute',
      '<div data-shop="SECRET" data-spm="SECRET" onclick="SECRET" style="--x: SECRET">x</div>',
    ],
    ['what was typed', '<input value="SECRET"><textarea>SECRET</textarea>'],
    ['the title', '<title>SECRET</title>'],
    [
      'a choice',
      '<label><input type="radio">SECRET</label><select><option value="SECRET">SECRET</option></select>',
    ],
    ['a choice of a labelled field', '<label>品牌 <select><option>SECRET</option></select></label>'],
    ['what was typed into a labelled field', '<label>备注<textarea>SECRET</textarea></label>'],
    ['a choice of a component', '<label>品牌<span role="combobox">SECRET</span></label>'],
    ['a copy of a row', '<table><tbody><tr aria-hidden="true"><td>SECRET</td></tr></tbody></table>'],
    ['a button', '<button aria-label="SECRET">SECRET</button>'],
    ['a heading', '<h1>SECRET</h1>'],
    ['a row’s heading', '<table><tbody><tr><th scope="row">SECRET</th></tr></tbody></table>'],
  ])('holds nothing of %s', (_, html) => {
    expect(scrubbed(html)).not.toContain('SECRET');
  });

  it('keeps the headings that a component repeats in a row that it only measures by', () => {
    const html = scrubbed(`<table><thead><tr><th>Brand-new heading</th></tr></thead><tbody>
      <tr aria-hidden="true"><td>Brand-new heading</td><td>SECRET</td></tr></tbody></table>`);
    expect(html).toContain('<td>Brand-new heading</td>');
    expect(html).not.toContain('SECRET');
  });

  it('drops what the overlay has put in', () => {
    expect(scrubbed('<p>x</p><ml-notice data-ml="notice">y</ml-notice>')).not.toContain('ml-notice');
  });
});

describe('nothing that is a shop’s survives', () => {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  /** A text in each place where a page may show one of a shop's. */
  const page = (text: string): string => {
    const safe = escaped(text);
    return `<h1>${safe}</h1><table><tbody><tr data-row-key="${safe}"><td class="c"><a href="${safe}" title="${safe}">${safe}</a></td>
      <td><p>${safe}ID: 1005006123456789</p></td></tr></tbody></table><input value="${safe}"><i>订单号：${safe}</i>`;
  };

  const runs = (min: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},20}$`));

  it('no long run of digits', () => {
    fc.assert(
      // What is made up is a 9, zeros and a count.
      fc.property(
        runs(6).filter((digits) => !digits.includes('000')),
        fc.string(),
        (digits, beside) => {
          expect(scrubbed(page(`${beside} ${digits}`))).not.toContain(digits);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('no e-mail and no phone number', () => {
    const phone = fc
      .tuple(runs(3), runs(4), fc.constantFrom('-', ' ', ''))
      .map(([area, number, sign]) => `+86${sign}${area}${sign}${number}`);
    fc.assert(
      fc.property(fc.emailAddress(), phone, (mail, number) => {
        const html = scrubbed(page(`${mail} ${number}`));
        expect(html).not.toContain(escaped(mail));
        expect(html).not.toContain(number);
      }),
      { numRuns: 40 },
    );
  });

  it('no title, and no word of one', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[A-Z][a-z]{4,9}$/),
      fc.stringMatching(/^[\u4e00-\u9fa5]{4,8}$/),
      fc.stringMatching(/^[а-я]{4,9}$/),
      fc.stringMatching(/^[a-z]{4,9}$/),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const html = scrubbed(page(words.join(' ')));
        const shown = texts(html).join(' ');
        for (const each of words) expect(shown).not.toContain(each);
      }),
      { numRuns: 60 },
    );
  });
});
