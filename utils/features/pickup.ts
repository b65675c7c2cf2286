import type { MessageKey } from '../i18n/translate.ts';
import { DAY_MS, leftText, momentOf, NO_ZONE, nextHourLess } from './clock.ts';
import { EMPTY, meaningOf } from './entry.ts';
import type { Feature, Judgement, Subject } from './judgement.ts';

const SETTLED: Record<string, MessageKey> = {
  cancelled: 'pickupCancelled',
  'picked-up': 'pickupDone',
  stored: 'pickupStored',
};

const said = (judgement: Pick<Judgement, 'summary' | 'verdict'> & Partial<Judgement>): Judgement => ({
  ...EMPTY,
  texts: 'pickup',
  seen: [{ name: 'pickupBy', note: NO_ZONE }, { name: 'status' }],
  ...judgement,
});

function untilPickup({ entry, readAt }: Subject): Judgement {
  const moment = momentOf(entry?.values.pickupBy);
  if (moment === undefined) {
    return said({ verdict: 'unknown', summary: { key: 'pickupNoTime' }, unseen: ['pickupBy'] });
  }
  const now = Date.parse(readAt);
  const left = moment - now;
  if (left <= 0)
    return said({ verdict: 'fail', detail: { key: 'leftOver' }, summary: { key: 'pickupOver' } });
  return said({
    verdict: left < DAY_MS ? 'caution' : 'pass',
    detail: leftText(left),
    summary: { key: 'pickupLeft', args: [leftText(left)] },
    until: nextHourLess(now, left),
  });
}

/** The time left until the carrier must have picked up a full-managed purchase order: the page's own, no rule's. */
export const pickup: Feature = {
  id: 'dispatch',
  about: 'row',
  judge(subject) {
    const status = meaningOf(subject, 'status');
    if (typeof status !== 'string') {
      return said({ verdict: 'unknown', summary: { key: 'pickupNoStatus' }, unseen: ['status'] });
    }
    return SETTLED[status]
      ? said({ verdict: 'none', summary: { key: SETTLED[status] } })
      : untilPickup(subject);
  },
};
