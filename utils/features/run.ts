import type { ChipId, Feature, Judgement, Subject } from './judgement.ts';

const FAILED: Judgement = {
  verdict: 'unknown',
  summary: { key: 'summaryFault' },
  reasons: [],
  basis: [],
  used: [],
  missing: [],
};

const reported = new Set<ChipId>();

/** A feature's judgement; where the feature throws, the fault stays its own, is logged once and shown as unknown. */
export function judge(feature: Feature, subject: Subject): Judgement {
  try {
    return feature.judge(subject);
  } catch (error) {
    if (!reported.has(feature.id)) console.error(`ManagedLens: ${feature.id}`, error);
    reported.add(feature.id);
    return FAILED;
  }
}
