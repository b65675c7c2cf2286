import { factsOf, type StoreRecord } from '../facts/store-record.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { eprBindings, eprFilings } from '../rules/epr.ts';
import type { Facts } from '../rules/facts.ts';
import type { Pack } from '../rules/pack.ts';
import { type Alert, daysUntil, idOf, NO_DATE, stageAt } from './alert.ts';
import { barAlerts } from './bars.ts';
import { reviewAlerts } from './reviews.ts';

const TOKEN_STAGES = [14, 7, 1];
const BILL_STAGES = [7, 1, 0];

/** Everything an alert of a store is worked out from. */
interface Known {
  pack: Pack;
  record: StoreRecord;
  facts: Facts;
  at: string;
}

function tokenAlerts({ pack, record: { channelId }, facts, at }: Known): Alert[] {
  const [due] = deadlinesOf(pack, facts)['merge.triage-token'] ?? [];
  if (!due) return [];
  const daysLeft = daysUntil(due.latest, at);
  const stage = daysLeft < 0 ? 'ended' : stageAt(daysLeft, TOKEN_STAGES);
  const id = idOf('token', channelId, due.latest);
  return stage ? [{ ...NO_DATE, kind: 'token', id, channelId, stage, due: due.latest, daysLeft }] : [];
}

/** The bill by the earlier reading of its day; by the later one it may still come on that day, and then it is past. */
function billAlerts({ pack, record: { channelId }, facts, at }: Known): Alert[] {
  const days = (deadlinesOf(pack, facts)['merge.bill'] ?? []).map(({ latest }) => latest).toSorted();
  const [due, latest, month] = [days[0], days.at(-1), facts.pool?.month];
  if (!due || !latest || !month || daysUntil(latest, at) < 0) return [];
  const daysLeft = daysUntil(due, at);
  const stage = stageAt(daysLeft, BILL_STAGES);
  const id = idOf('bill', channelId, month);
  return stage ? [{ ...NO_DATE, kind: 'bill', id, channelId, stage, due, daysLeft, month, latest }] : [];
}

/** Numbers that are missing, malformed or shared, and else those filed too late by the safe reading of the 72 hours. */
function eprAlerts({ pack, record: { channelId, pools }, facts }: Known): Alert[] {
  // Of a pool whose numbers nobody has stated, it is not known that one is missing.
  const listed = (facts.pools ?? []).filter(({ epr }) => epr);
  const isLate = (pool: string, country: string): boolean =>
    eprFilings(listed).some(
      (filing) =>
        filing.pool === pool &&
        filing.country === country &&
        filing.readings['at-least-72-hours-before'] === 'fail',
    );
  return eprBindings(pack, listed).flatMap(({ pool, country, status }) => {
    const stage = status === 'bound' ? isLate(pool, country) && 'late' : status;
    if (!stage) return [];
    const id = idOf('epr', channelId, pool, country);
    const statedAt = pools[pool]?.at ?? '';
    return [{ ...NO_DATE, kind: 'epr' as const, id, channelId, stage, pool, country, statedAt }];
  });
}

/**
 * What of a store needs a person: its token, bill, reviews, EPR numbers and rates. Nothing comes of what is not known.
 * @param held the ids of the bars that were seen to hold
 */
export function alertsOfStore(
  pack: Pack,
  record: StoreRecord,
  held: ReadonlySet<string>,
  at: string,
): Alert[] {
  const facts = factsOf(record);
  const known = { pack, record, facts, at };
  return [
    ...tokenAlerts(known),
    ...billAlerts(known),
    ...reviewAlerts(pack, record, facts, at),
    ...eprAlerts(known),
    ...barAlerts(pack, record, held, at),
  ];
}
