import type { Programme, RuleKind } from '../rules/pack.ts';

/** What stands side by side, in the order of the columns. */
export const COMPARED = ['pop', 'semi', 'full', 'merge'] as const;
export type Compared = (typeof COMPARED)[number];

/**
 * The programmes whose rules a column may draw from by their kind. That of the invited is left out: its one bar is
 * only one of two ways in.
 */
export const PROGRAMMES_OF: Record<Compared, readonly Programme[]> = {
  pop: ['pop'],
  semi: ['semi'],
  full: ['full', 'full-apply'],
  merge: ['merge'],
};

/** What is asked of every programme, in the order of the rows. */
export const QUESTIONS = ['price', 'list', 'ship', 'serve', 'fees', 'bars', 'deadlines', 'suits'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The rules and fees of the pack that answer a question: those of some kinds, and those named for a programme. */
interface Answers {
  kinds?: readonly RuleKind[];
  ids?: Partial<Record<Compared, readonly string[]>>;
}

/** A programme that is not named has nothing but rules of the kinds; one with none of either is not spoken of. */
export const ANSWERS: Record<Question, Answers> = {
  price: {
    ids: {
      semi: ['semi.keeps-pricing-and-listing', 'semi.change-price', 'semi.one-price'],
      full: ['full.platform-lists-and-prices'],
    },
  },
  list: {
    ids: {
      semi: ['semi.keeps-pricing-and-listing', 'semi.no-relisting', 'semi.product-by-product'],
      full: ['full.platform-lists-and-prices', 'full.campaign-quantity'],
      merge: ['merge.platform-services'],
    },
  },
  ship: {
    ids: {
      semi: ['semi.platform-logistics', 'semi.choose-carrier', 'semi.seller-ships'],
      full: ['full.platform-ships', 'full.platform-sells', 'full.step-choose-logistics'],
      merge: ['merge.platform-services', 'merge.pool-of-stores', 'merge.official-warehouses'],
    },
  },
  serve: {
    ids: {
      semi: ['semi.platform-services', 'semi.seller-after-sales', 'semi.jit-breakage'],
      full: ['full.platform-after-sales', 'full.platform-sells', 'full.after-sales-exemption'],
      merge: [
        'merge.platform-services',
        'merge.after-sales-sop',
        'merge.no-custom-returns',
        'merge.return-warehouses',
      ],
    },
  },
  fees: {
    kinds: ['fee', 'incentive'],
    ids: {
      semi: ['semi.subsidy-and-traffic', 'semi.gap-fees', 'semi.gap-logistics-fee', 'semi.gap-subsidy'],
      full: [
        'full.step-agree-terms',
        'full.step-confirmation-mail',
        'full.gap-commission',
        'full.gap-deposit',
      ],
      merge: [
        'merge.fee-base',
        'merge.fee-incentive',
        'merge.fee-dispatch',
        'merge.gap-fee-currency',
        'merge.gap-rounding',
      ],
    },
  },
  bars: {
    kinds: ['bar'],
    ids: {
      semi: ['semi.open-to-all'],
      full: ['full.apply-or-invited', 'full.conditions', 'full.not-open-to-all'],
      merge: ['merge.all-conditions', 'merge.store-count-in-documents'],
    },
  },
  deadlines: {
    kinds: ['deadline'],
    ids: {
      semi: ['semi.supply-chain-minutes', 'semi.gap-jit-hours'],
      merge: ['merge.gap-reservation-deadline'],
    },
  },
  suits: {
    ids: {
      full: ['full.good-for-factories', 'full.bad-for-traders'],
      merge: ['merge.suits-typical', 'merge.suits-slow-turnover', 'merge.orders-per-day', 'merge.total-skus'],
    },
  },
};
