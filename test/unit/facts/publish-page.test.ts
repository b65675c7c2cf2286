// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf } from '../../../utils/facts/product-record.ts';
import { withLabelled, withPageLists } from '../../../utils/facts/read.ts';
import { readLabelled } from '../../../utils/site/labelled.ts';
import { readList } from '../../../utils/site/lists.ts';
import { pack } from '../rules/support.ts';

const AT = '2026-11-22T08:00:00.000Z';
const { publish } = pack.siteMap.pages;
if (!publish?.lists) throw new Error('The pack says nothing of the publish page');
const { lists } = publish;

/** The facts of a product after a look at its form. */
function learnt(html: string, before: KeptFacts = {}, at = AT): KeptFacts {
  document.body.innerHTML = html;
  const entries = Object.entries(lists).map(([name, list]) => [name, readList(document, list)]);
  const readings = readLabelled(document.body, publish ?? { fields: [] });
  const facts = withLabelled(before, 'publish', 'product', readings, pack.siteMap, at);
  return withPageLists(facts, 'publish', Object.fromEntries(entries), at);
}

const known = (facts: KeptFacts) => productFactsOf({ ...newProduct('1005006123456789'), facts });

const destinations = (...tags: string[]) =>
  `<div><div><label>运达国家/地区</label></div><div>${tags.map((tag) => `<span>${tag}</span>`).join('')}</div></div>`;

describe('the destinations of the form', () => {
  it('are those that it names', () => {
    expect(known(learnt(destinations('法国', '德国'))).destinations).toEqual(['FR', 'DE']);
  });

  it.each([['+ 12 ...'], ['+12'], ['等 14 个国家']])('are not known where others are folded: %s', (rest) => {
    expect(known(learnt(destinations('法国', '德国', rest)))).not.toHaveProperty('destinations');
  });
});
