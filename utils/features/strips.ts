import type { ProductRecord } from '../facts/product-record.ts';
import type { StoreRecord } from '../facts/store-record.ts';
import type { Translator } from '../i18n/translate.ts';
import type { PageRow, StripsAnswer } from '../messaging/protocol.ts';
import type { Pack } from '../rules/pack.ts';
import type { PageKind } from '../site/pages.ts';
import { FEATURES } from './index.ts';
import type { Feature, Subject } from './judgement.ts';
import { chipView } from './present.ts';
import { judge } from './run.ts';
import { idOf, subjectOf } from './subject.ts';

/** The strips of a page's rows; chips that say the same are written once. */
export function stripsFor(
  pack: Pack,
  record: StoreRecord | undefined,
  page: PageKind,
  rows: readonly PageRow[],
  readAt: string,
  t: Translator,
  products: ReadonlyMap<string, ProductRecord> = new Map(),
): StripsAnswer {
  const places = new Map<string, number>();
  const chips: StripsAnswer['chips'] = [];
  const placeOf = (chip: StripsAnswer['chips'][number]): number => {
    const text = JSON.stringify(chip);
    const place = places.get(text) ?? chips.push(chip) - 1;
    places.set(text, place);
    return place;
  };
  let until: string | undefined;
  const chipOf = (feature: Feature, subject: Subject): number => {
    const judgement = judge(feature, subject);
    if (judgement.until && !(until && until < judgement.until)) until = judgement.until;
    return placeOf(chipView(feature.id, judgement, t));
  };
  const store = subjectOf(pack, record, undefined, readAt);
  const features = FEATURES[page] ?? [];
  const ofStore = new Map(
    features.filter(({ about }) => about === 'store').map((feature) => [feature, chipOf(feature, store)]),
  );
  const placesOf = (row: PageRow): number[] => {
    const subject = subjectOf(pack, record, row, readAt, products.get(idOf(row)), page);
    return features
      .filter((feature) => feature.concerns?.(subject) ?? true)
      .map((feature) => ofStore.get(feature) ?? chipOf(feature, subject));
  };
  return { label: t('stripLabel'), rows: rows.map(placesOf), chips, ...(until && { until }) };
}
