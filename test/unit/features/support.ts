import { readFileSync } from 'node:fs';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import type { KeptFacts } from '../../../utils/facts/kept.ts';
import { newStore, type StoreRecord } from '../../../utils/facts/store-record.ts';
import type { FactValue } from '../../../utils/facts/typed.ts';
import { featureOf as featureOfPage } from '../../../utils/features/index.ts';
import type { ChipId } from '../../../utils/features/judgement.ts';
import { cardView } from '../../../utils/features/present.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { packSchema } from '../../../utils/rules/pack.ts';

export const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
export const AT = '2026-11-22T08:00:00.000Z';
export const ROW = {
  productId: '1005006123456789',
  price: { text: 'USD 3.63', currency: 'USD', lowest: '3.63', highest: '3.63' },
};

export const READY: Partial<Record<FieldPath, FactValue>> = {
  'store.registeredIn': 'CN',
  'store.fullManagedStores': 2,
  'store.gmv90dUsd': '60000',
  'store.positiveRatingPct': '97',
  'store.disputeRatePct': '0.3',
  'store.fulfilmentRatePct': '99',
  'store.skusByCategory': { apparel: 240 },
  'store.stableSupply': true,
};

export const storeWith = (values: Partial<Record<FieldPath, FactValue>>): StoreRecord => {
  const facts: KeptFacts = Object.fromEntries(
    Object.entries(values).map(([path, value]) => [
      path,
      [{ value, text: String(value), isExact: true, at: AT, origin: { kind: 'typed' } }],
    ]),
  );
  return { ...newStore('21900', AT), facts };
};

/** The chips of a row of the product list. */
export const PRODUCT_CHIPS = ['semi', 'full', 'merge', 'labels', 'reach', 'fee'] as const;

export const featureOf = (chip: ChipId) => featureOfPage('product-list', chip);

export const judged = (chip: ChipId, record: StoreRecord | undefined, row: typeof ROW | undefined = ROW) =>
  featureOf(chip).judge(subjectOf(pack, record, row, AT));

export const card = (chip: ChipId, record: StoreRecord | undefined, language: 'en' | 'zh_CN' = 'en') => {
  const subject = subjectOf(pack, record, ROW, AT);
  return cardView(chip, featureOf(chip).judge(subject), subject, 'Kids toy', translator(language));
};
