import type { Text } from '../i18n/translate.ts';
import type { Subject } from './judgement.ts';

/** From so many days before its end on a certificate or registration is spoken of. */
const WARNING_DAYS = 30;
const DAY_MS = 86_400_000;
/** The days of a certificate are days in China. */
const BEIJING_MS = 8 * 3_600_000;

const dayOf = (time: string): number => Math.floor((Date.parse(time) + BEIJING_MS) / DAY_MS);

/** What of a product's certificates and registrations ends within 30 days or has ended, the soonest first. */
export function expiryWarnings({ facts: { product }, readAt }: Subject): Text[] {
  return (product?.expiries ?? [])
    .map(({ what, on }) => ({ what, on, days: Date.parse(on) / DAY_MS - dayOf(readAt) }))
    .filter(({ days }) => days <= WARNING_DAYS)
    .toSorted((a, b) => a.days - b.days)
    .map(({ what, on, days }) =>
      days < 0 ? { key: 'expired', args: [what, on] } : { key: 'expiresIn', args: [what, days, on] },
    );
}
