import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../../utils/facts/fields.ts';
import type { FactValue } from '../../../utils/facts/typed.ts';
import { judged, READY, storeWith } from './support.ts';

describe('the merge chip', () => {
  it('passes a store that meets every bar', () => {
    expect(judged('merge', storeWith(READY)).verdict).toBe('pass');
  });

  it('counts the bars that are not met', () => {
    const store = storeWith({ ...READY, 'store.gmv90dUsd': '49999.99', 'store.disputeRatePct': '0.61' });
    expect(judged('merge', store)).toMatchObject({ verdict: 'fail', detail: '2' });
  });

  it('is a caution, not green, where the sources contradict each other', () => {
    const judgement = judged('merge', storeWith({ ...READY, 'store.fullManagedStores': 1 }));
    expect(judgement.verdict).toBe('caution');
    expect(judgement.reasons[0]).toMatchObject({ id: 'merge.store-count-in-documents', outcome: 'caution' });
  });

  it('says "at the limit" of a rounded value, and does not ask for what is there', () => {
    const store = storeWith({ ...READY, 'store.positiveRatingPct': { shown: '96.50' } });
    const judgement = judged('merge', store);
    expect(judgement).toMatchObject({ verdict: 'unknown', missing: [] });
    const rating = judgement.reasons.find(({ id }) => id === 'merge.positive-rating');
    expect(rating?.notes).toEqual([{ key: 'noteAtTheLimit' }]);
  });
});

describe('the semi and full chips', () => {
  const steps: FieldPath[] = [
    'store.semiAgreementSigned',
    'store.supplyChainOpened',
    'store.returnAddressSet',
    'store.jitExamPassed',
    'store.jitWarehouses',
  ];

  it('need every step of the store, and pass no sooner', () => {
    const done: Partial<Record<FieldPath, FactValue>> = {
      ...Object.fromEntries(steps.map((step) => [step, true])),
      'store.jitWarehouses': 1,
    };
    expect(judged('semi', storeWith(done)).verdict).toBe('pass');
    for (const step of steps) {
      expect(
        judged('semi', storeWith({ ...done, [step]: step === 'store.jitWarehouses' ? 0 : false })).verdict,
        step,
      ).toBe('fail');
      const { [step]: _unknown, ...others } = done;
      expect(judged('semi', storeWith(others)), step).toMatchObject({ verdict: 'unknown', missing: [step] });
    }
  });

  it('leave full-managed to the platform', () => {
    expect(judged('full', storeWith(READY))).toMatchObject({
      verdict: 'unknown',
      missing: ['store.fullApproved'],
    });
    expect(judged('full', storeWith({ 'store.fullApproved': true })).verdict).toBe('pass');
  });
});
