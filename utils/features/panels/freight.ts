import { freightRanges } from '../../facts/freight.ts';
import { countryName } from '../../facts/show.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Subject } from '../judgement.ts';
import { money } from '../money.ts';
import { valueView } from '../present.ts';
import type { PanelSeen, Section } from './view.ts';

/** The page's own estimate by country. It stays on the page when another weight is typed: for which it holds is not known. */
export function freightTable(subject: Subject, { readings }: PanelSeen, t: Translator): Section[] {
  const fees = subject.facts.product?.freightEstimates ?? [];
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
