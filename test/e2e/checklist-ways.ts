import type { ChecklistPath } from '../../utils/features/checklist/paths.ts';

/** What is done at an item, by keys alone: a press, a press with its question answered, or a fact that is typed. */
export type Doing = 'tick' | 'ask' | 'not-needed' | { field: string; keys: string[] };

const yes = (field: string): Doing => ({ field, keys: ['ArrowDown'] });
const no = (field: string): Doing => ({ field, keys: ['ArrowDown', 'ArrowDown'] });
const typed = (field: string, text: string): Doing => ({ field, keys: [...text] });

/** From nothing to the end of each path, and what its progress says then. */
export const WAYS: Record<ChecklistPath, { steps: [rule: string, doing: Doing][]; end: string }> = {
  semi: {
    steps: [
      ['semi.step-read-rules', 'tick'],
      ['semi.agreement', yes('store.semiAgreementSigned')],
      ['semi.supply-chain-system', yes('store.supplyChainOpened')],
      ['semi.return-address', yes('store.returnAddressSet')],
      ['semi.jit-exam', yes('store.jitExamPassed')],
      ['semi.jit-warehouse', 'ask'],
      ['semi.jit-warehouse', typed('store.jitWarehouses', '1')],
      ['semi.open-store', yes('store.semiOpened')],
      ['semi-product.step-choose', 'tick'],
    ],
    end: 'All 9 done',
  },
  'full-apply': {
    steps: [
      ['full.step-register', 'tick'],
      ['full.step-store-profile', 'tick'],
      ['full.step-log-in', 'tick'],
      ['full.document-form', 'tick'],
      ['full.document-contact', 'tick'],
      ['full.document-business-licence', 'tick'],
      ['full.document-tax-registration', 'tick'],
      ['full.document-brand-or-permit', 'not-needed'],
      ['full.platform-approval', yes('store.fullApproved')],
      ['full.step-agree-terms', 'tick'],
      ['full.step-confirmation-mail', 'tick'],
    ],
    end: 'All 10 done',
  },
  'full-invited': {
    // The rest was done on the other road.
    steps: [['full-invited.invitation', yes('store.fullInvited')]],
    end: 'All 4 done',
  },
  merge: {
    steps: [
      ['merge.registered-in-mainland', yes('store.registeredIn')],
      ['merge.full-managed-stores', typed('store.fullManagedStores', '2')],
      ['merge.gmv-90d', typed('store.gmv90dUsd', '61,250.00')],
      ['merge.positive-rating', typed('store.positiveRatingPct', '97.2')],
      ['merge.dispute-rate', typed('store.disputeRatePct', '0.31')],
      ['merge.fulfilment-rate', typed('store.fulfilmentRatePct', '99.1')],
      ['merge.stable-supply', yes('store.stableSupply')],
      ['merge.same-category-skus', typed('store.skusByCategory', 'Home 240')],
      ['merge.document-commitment-letter', 'tick'],
      ['merge.document-bank-statements', 'tick'],
      ['merge.document-store-screenshots', 'tick'],
      ['merge.document-warehouse-plan', 'tick'],
      ['merge.step-apply', 'ask'],
      ['merge.step-confirm-reservation', 'tick'],
    ],
    end: 'All 14 done',
  },
  exit: {
    steps: [
      ['exit.stock-cleared', yes('store.stockCleared')],
      ['exit.step-store-management', 'tick'],
      ['exit.step-close-store', 'tick'],
      ['exit.step-read-agreement', 'tick'],
      ['exit.step-submit', 'ask'],
      ['exit.step-wait-for-notice', 'tick'],
      ['exit.step-formalities', 'ask'],
      ['exit.step-check-status', 'tick'],
      ['deposit.refundable', yes('store.depositRefundable')],
      ['deposit.step-check-amount', 'tick'],
      ['deposit.no-disputes', typed('store.openDisputes', '0')],
      ['deposit.no-open-orders', typed('store.openOrders', '0')],
      ['deposit.no-debts', no('store.hasUnpaidDebts')],
      ['deposit.step-apply', 'tick'],
      ['deposit.step-check-bill', 'tick'],
    ],
    end: 'All 15 done',
  },
  'third-party': {
    steps: [
      ['third-party.contract-signed', yes('store.hostingContractSigned')],
      ['third-party.document-business-licence', 'tick'],
      ['third-party.document-id-card', 'tick'],
      ['third-party.document-store', 'tick'],
      ['third-party.document-products', 'tick'],
      ['third-party.company-approval', yes('store.hostingApproved')],
    ],
    end: 'All 6 done',
  },
};
