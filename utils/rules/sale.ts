import Big from 'big.js';
import { type Amount, added, amountOf, exactRange, less, type Range, rangeOf, share } from './amount.ts';
import { currencyDecimals } from './currency.ts';
import type { ProductFacts } from './facts.ts';
import type { Condition, LedgerLine } from './ledger.ts';
import { mergeFees } from './merge-fee.ts';
import type { Fee } from './pack.ts';
import { type Outcome, plain } from './quantity.ts';
import { number, type Situation } from './situation.ts';

/** What one sale leaves under one programme, if all of `when` holds; money in the price's currency. */
export interface SaleCase {
  programme: 'merge' | 'pop' | 'semi';
  when: Condition[];
  lines: LedgerLine[];
  fees?: Amount;
  /** The price less the fees, and less the goods' cost. */
  net?: Amount;
  margin?: Amount;
  /** The lowest price, to the cent, at which the fees and the goods' cost are covered. */
  breakEven?: Amount;
  missing: string[];
}

/** A rate charged on the price; `undefined` where it is not known. */
interface Charged {
  rule: string;
  when?: Condition;
  rate: Range | undefined;
  missing: string;
}

const HUNDRED = new Big(100);

const ratePct = ({ lo, hi }: Range): string => (lo.eq(hi) ? plain(lo) : `${plain(lo)}–${plain(hi)}`);

function lineOf({ rule, when, rate, missing }: Charged, price: Range | undefined): LedgerLine {
  const amount = price && rate && amountOf(share(price, rate));
  const unknown = [...(price ? [] : ['product.price']), ...(rate ? [] : [missing])];
  return {
    rule,
    isUsed: true,
    ...(when && { when }),
    base: 'price',
    ...(price && { baseAmount: amountOf(price) }),
    ...(rate && { ratePct: ratePct(rate) }),
    ...(amount ? { amount } : { missing: unknown }),
  };
}

/** The lowest price in cents of which so much is kept that the cost is covered; none where nothing is kept. */
function breakEvenAt(cost: Big, takenPct: Big): Big | undefined {
  const keptPct = HUNDRED.minus(takenPct);
  if (keptPct.lte(0)) return undefined;
  const Cents = Big();
  Cents.DP = 2;
  Cents.RM = Big.roundUp;
  return new Big(new Cents(cost).times(HUNDRED).div(keptPct));
}

function breakEvenOf(cost: Range, taken: Range): Amount | undefined {
  const lo = breakEvenAt(cost.lo, taken.lo);
  const hi = breakEvenAt(cost.hi, taken.hi);
  return lo && hi && amountOf({ lo, hi });
}

function caseOf(
  programme: SaleCase['programme'],
  when: Condition[],
  charged: Charged[],
  price: Range | undefined,
  cost: Range | undefined,
): SaleCase {
  const rates = charged.flatMap(({ rate }) => (rate ? [rate] : []));
  const taken = rates.length === charged.length ? added(rates) : undefined;
  const fees = price && taken && added(rates.map((rate) => share(price, rate)));
  const net = fees && price && less(price, fees);
  const margin = net && cost && less(net, cost);
  const breakEven = cost && taken && breakEvenOf(cost, taken);
  const missing = [
    ...(price ? [] : ['product.price']),
    ...charged.flatMap((entry) => (entry.rate ? [] : [entry.missing])),
    ...(cost ? [] : ['product.unitCost']),
  ];
  return {
    programme,
    when,
    lines: charged.map((entry) => lineOf(entry, price)),
    ...(fees && { fees: amountOf(fees) }),
    ...(net && { net: amountOf(net) }),
    ...(margin && { margin: amountOf(margin) }),
    ...(breakEven && { breakEven }),
    missing,
  };
}

function chargedBy({ id, ratePct: rate }: Fee, when?: Condition): Charged {
  return { rule: id, ...(when && { when }), rate: exactRange(rate), missing: '' };
}

/** What the goods cost, where that is stated in the currency of the price. */
function costOf({ price, unitCost, unitCostCurrency }: ProductFacts): Range | undefined {
  if (unitCostCurrency && unitCostCurrency !== price?.currency) return undefined;
  return rangeOf(number(unitCost, price ? currencyDecimals(price.currency) : undefined));
}

const priceOf = ({ price }: ProductFacts): Range | undefined =>
  price ? { lo: new Big(price.lowest), hi: new Big(price.highest) } : undefined;

/**
 * What a sale of the product leaves, programme by programme; of the merge service at each rate that can be, with
 * and without the dispatch fee. Full-managed is left out: no source gives a rate, the platform sets the price.
 */
export function saleCases(situation: Situation, product: ProductFacts, incentive: Outcome): SaleCase[] {
  const price = priceOf(product);
  const cost = costOf(product);
  const commission: Charged = {
    rule: 'semi.commission-as-pop',
    rate: rangeOf(number(product.commissionPct)),
    missing: 'product.commissionPct',
  };
  const { base, incentive: lower, dispatch } = mergeFees(situation.pack);
  const rates: { fee: Fee; when: Condition }[] = [
    ...(incentive === 'fail' ? [] : [{ fee: lower, when: 'incentive-met' as const }]),
    ...(incentive === 'pass' ? [] : [{ fee: base, when: 'incentive-missed' as const }]),
  ];
  return [
    ...rates.flatMap(({ fee, when }) => [
      caseOf('merge', [when], [chargedBy(fee, when)], price, cost),
      caseOf(
        'merge',
        [when, 'cross-store'],
        [chargedBy(fee, when), chargedBy(dispatch, 'cross-store')],
        price,
        cost,
      ),
    ]),
    caseOf('pop', [], [commission], price, cost),
    caseOf('semi', [], [commission], price, cost),
  ];
}
