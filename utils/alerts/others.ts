import { endingsOf, isSeen } from '../facts/expiry.ts';
import { expiriesOf, type ProductRecord } from '../facts/product-record.ts';
import { lossOf } from '../features/health.ts';
import type { Pack } from '../rules/pack.ts';
import { lostFields } from '../site/health.ts';
import type { KeptHealth } from '../storage/healths.ts';
import { type Alert, daysUntil, idOf, NO_DATE } from './alert.ts';
import { MOST_DAYS } from './snooze.ts';

/** Rules change from month to month; these days are ManagedLens's own measure. */
export const PACK_DAYS = 45;

/** Certificates and registrations of a product that end within 30 days or have ended. */
export function alertsOfProduct(channelId: string, record: ProductRecord, at: string): Alert[] {
  const { productId, seen = [] } = record;
  return endingsOf(expiriesOf(record), at)
    .filter((ending) => ending.daysLeft < -MOST_DAYS || !isSeen(seen, ending))
    .map(({ what, on, daysLeft, stage }) => ({
      ...NO_DATE,
      kind: 'certificate',
      id: idOf('certificate', channelId, productId, on, what),
      channelId,
      stage: String(stage),
      due: on,
      daysLeft,
      productId,
      what,
    }));
}

/** Pages on which something was lost at the last look, unless the notice of just that was dismissed. */
export const alertsOfHealth = (healths: readonly KeptHealth[]): Alert[] =>
  healths.flatMap((health) => {
    const { page, findings, packVersion, dismissed, at } = health;
    const [lost, loss] = [lostFields(findings), lossOf(health, packVersion)];
    if (lost.length === 0 || dismissed === loss) return [];
    const id = idOf('health', null, page);
    return [{ ...NO_DATE, kind: 'health' as const, id, channelId: null, stage: loss, page, lost, at }];
  });

/** Rules that are older than rules stay right for certain. */
export function alertsOfPack({ version, date }: Pick<Pack, 'date' | 'version'>, at: string): Alert[] {
  if (daysUntil(date, at) >= -PACK_DAYS) return [];
  const id = idOf('pack', null, version);
  return [{ ...NO_DATE, kind: 'pack', id, channelId: null, stage: 'old', version, date }];
}
