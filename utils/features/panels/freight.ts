import Big from 'big.js';
import { type Freight, freightRanges } from '../../facts/freight.ts';
import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Subject } from '../judgement.ts';
import { money } from '../money.ts';
import { valueView } from '../present.ts';
import type { PanelSeen, Section } from './view.ts';

const cheapestFirst = (one: Freight[number], other: Freight[number]): number =>
  one.currency === other.currency
    ? new Big(one.amount).cmp(other.amount)
    : one.currency.localeCompare(other.currency);

/** The page's own estimate by country. It stays on the page when another weight is typed: for which it holds is not known. */
export function freightTable(subject: Subject, { readings }: PanelSeen, t: Translator): Section[] {
  const fees = (subject.facts.product?.freightEstimates ?? []).toSorted(cheapestFirst);
  if (fees.length === 0) return [];
  const ranges = freightRanges(fees)
    .map(({ currency, lowest, highest }) => money(currency, lowest, highest))
    .join(t('comma'));
  const weight = readings.find(({ fact }) => fact === 'form.weight')?.text;
  const origins = valueView('product.freightEstimates', subject, t).map(({ origin }) => origin);
  return [
    {
      kind: 'table',
      title: t('joinFreight', ranges),
      notes: [...origins, t('joinFreightNote'), ...(weight ? [t('joinWeightNow', weight)] : [])],
      head: [t('panelCountry'), t('joinFreightCost')],
      rows: fees.map(({ country, currency, amount }) => [
        { text: countryName(country, t) },
        { text: money(currency, amount) },
      ]),
    },
  ];
}
