import { describe, expect, it } from 'vitest';
import { alertsOfProduct } from '../../../utils/alerts/others.ts';
import { withImported } from '../../../utils/facts/imported.ts';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newProduct, productFactsOf } from '../../../utils/facts/product-record.ts';
import { withPageLists } from '../../../utils/facts/read.ts';
import { valueView } from '../../../utils/features/present.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { pack } from '../rules/support.ts';

const ID = '1005006000000001';
const NOW = '2026-11-23T00:00:00.000Z';
const KC = { what: 'KC K-1', on: '2026-11-29' };

const imported = (facts: KeptFacts, at: string, ...expiries: (typeof KC)[]) =>
  withImported(facts, { productId: ID, facts: {}, expiries }, { file: 'a.csv', at });

/** The publish page is opened, and its form has a certificate. */
const seen = (facts: KeptFacts, at: string, validUntil: string, key = 'CE 证书') =>
  withPageLists(
    facts,
    'publish',
    { qualifications: [{ key, values: { uploaded: '已上传', validUntil } }] },
    at,
  );

const productOf = (facts: KeptFacts) => ({ ...newProduct(ID), facts });

const dueOf = (facts: KeptFacts) => alertsOfProduct('1', productOf(facts), NOW).map(({ due }) => due);

describe('what ends by a form and by a file', () => {
  const fileFirst = seen(imported({}, '2026-11-01', KC), '2026-11-02', '2029-01-01');
  const formFirst = imported(seen({}, '2026-11-01', '2026-11-25'), '2026-11-02', { ...KC, on: '2029-01-01' });

  it('warns of both, whichever was looked at last', () => {
    expect(dueOf(fileFirst)).toEqual(['2026-11-29']);
    expect(dueOf(formFirst)).toEqual(['2026-11-25']);
    expect(productFactsOf(productOf(fileFirst)).expiries).toEqual([
      KC,
      { what: 'CE 证书', on: '2029-01-01' },
    ]);
  });

  it('is of one certificate what the newer says', () => {
    expect(dueOf(seen(imported({}, '2026-11-01', KC), '2026-11-02', '2029-01-01', KC.what))).toEqual([]);
    const renewed = imported(seen({}, '2026-11-02', '2029-01-01', KC.what), '2026-11-03', KC);
    expect(productFactsOf(productOf(renewed)).expiries).toEqual([KC]);
  });

  it('is shown together, with both its places', () => {
    const subject = subjectOf(pack, undefined, { productId: ID }, NOW, productOf(fileFirst));
    const [view] = valueView('product.expiries', subject, translator('en'));
    expect(view?.value).toMatch(/KC K-1.*CE 证书/);
    expect(view?.origin).toMatch(/a\.csv.*publish|publish.*a\.csv/);
  });
});
