import type { Text } from '../i18n/translate.ts';
import { chineseDay, DAY_MS } from './clock.ts';
import type { Subject } from './judgement.ts';

/** From so many days before its end on a certificate or registration is spoken of. */
const WARNING_DAYS = 30;

/** What of a product's certificates and registrations ends within 30 days or has ended, the soonest first. */
export function expiryWarnings({ facts: { product }, readAt }: Subject): Text[] {
  // The days of a certificate are days in China.
  const today = chineseDay(Date.parse(readAt));
  return (product?.expiries ?? [])
    .map(({ what, on }) => ({ what, on, days: (Date.parse(on) - Date.parse(today)) / DAY_MS }))
    .filter(({ days }) => days <= WARNING_DAYS)
    .toSorted((a, b) => a.days - b.days)
    .map(({ what, on, days }) =>
      days < 0 ? { key: 'expired', args: [what, on] } : { key: 'expiresIn', args: [what, days, on] },
    );
}
