import Big from 'big.js';
import type { FactPath } from '../../facts/fields.ts';
import { countryName } from '../../facts/show.ts';
import { keyOf, type Translator } from '../../i18n/translate.ts';
import { parseCountries } from '../../import/countries.ts';
import type { ProductFacts } from '../../rules/facts.ts';
import { chargeFor } from '../../rules/merge-fee.ts';
import { type SaleCase, saleCases } from '../../rules/sale.ts';
import type { Entry } from '../../site/lists.ts';
import type { Subject } from '../judgement.ts';
import { money, shownAmount } from '../money.ts';
import { factName } from '../present.ts';
import { type Cell, type Section, signed } from './view.ts';

type Price = NonNullable<ProductFacts['price']>;

const caseName = ({ programme, when }: SaleCase, t: Translator): string => {
  const conditions = when.map((condition) => t(keyOf('when', condition)));
  const name = t(`programme_${programme}`);
  return conditions.length > 0 ? t('caseName', name, conditions.join(t('comma'))) : name;
};

const COST = 'product.unitCost';

/** An amount, or what it needs: the goods' cost is no part of the fees. */
function amountCell(
  part: 'breakEven' | 'fees' | 'margin' | 'net',
  sale: SaleCase,
  currency: string,
  t: Translator,
): Cell {
  const amount = sale[part];
  if (!amount) {
    const isOfGoods = part === 'breakEven' || part === 'margin';
    const missing = new Set(sale.missing.filter((path) => isOfGoods || path !== COST));
    const names = [...missing].map((path) => factName(path as FactPath, t)).join(t('comma'));
    return signed('unknown', t('panelMissing', names), t);
  }
  const isLoss = new Big('exact' in amount ? amount.exact : amount.low).lt(0);
  const text = shownAmount(currency, amount);
  return isLoss ? { text, verdict: 'fail', verdictWord: t('panelLoss') } : { text };
}

const PARTS = [
  ['fees', 'panelFees'],
  ['net', 'panelNet'],
  ['margin', 'panelMargin'],
] as const;

/** What one sale leaves under each programme; and at a price that is only tried, beside it. */
export function salesTable(subject: Subject, tried: Price | undefined, t: Translator): Section[] {
  const { product } = subject.facts;
  const price = product?.price;
  if (!product || !price) return [];
  const { incentive } = chargeFor(subject);
  const cases = saleCases(subject, product, incentive);
  const triedCases = tried ? saleCases(subject, { ...product, price: tried }, incentive) : [];
  const cells = (sale: SaleCase | undefined): Cell[] =>
    sale ? PARTS.map(([part]) => amountCell(part, sale, price.currency, t)) : [];
  return [
    {
      kind: 'table',
      title: t('panelSales', money(price.currency, price.lowest, price.highest)),
      notes: [t('panelFullPrices')],
      head: [
        t('panelProgramme'),
        ...PARTS.map(([, key]) => t(key)),
        t('panelBreakEven'),
        ...(tried
          ? PARTS.map(([, key]) => t('panelTried', t(key), money(tried.currency, tried.lowest)))
          : []),
      ],
      rows: cases.map((sale, index) => [
        { text: caseName(sale, t) },
        ...cells(sale),
        amountCell('breakEven', sale, price.currency, t),
        ...cells(triedCases[index]),
      ]),
    },
  ];
}

const priceIn = ({ values }: Entry, currency: string): string | undefined =>
  values[`price.${currency}`]?.replaceAll(',', '');

/** How far a price lies from another, in percent to one decimal, with its sign. */
function differencePct(price: Big, from: Big): string {
  const Tenths = Big();
  Tenths.DP = 1;
  const difference = new Tenths(price.minus(from)).times(100).div(from);
  return `${difference.gt(0) ? '+' : ''}${difference.toFixed(1)}%`;
}

/** Prices by country against the one price of semi-managed. */
export function regionalTable(subject: Subject, regional: readonly Entry[], t: Translator): Section[] {
  const price = subject.facts.product?.price;
  if (!price || regional.length === 0) return [];
  const uniform = money(price.currency, price.lowest, price.highest);
  const rows = regional.map((entry): Cell[] => {
    const countries = parseCountries(entry.key);
    const name =
      'codes' in countries ? countries.codes.map((code) => countryName(code, t)).join(t('comma')) : entry.key;
    const own = priceIn(entry, price.currency);
    const unknown = signed('unknown', t('notKnown'), t);
    if (!own) return [{ text: name }, unknown, unknown];
    const isOne = price.lowest === price.highest && new Big(price.lowest).gt(0);
    const difference = isOne ? differencePct(new Big(own), new Big(price.lowest)) : t('panelSeveralPrices');
    return [{ text: name }, { text: money(price.currency, own) }, { text: difference }];
  });
  return [
    {
      kind: 'table',
      title: t('panelRegional', uniform),
      notes: [t('panelRegionalNote')],
      head: [t('panelCountry'), t('panelRegionalPrice'), t('panelDifference')],
      rows,
    },
  ];
}
