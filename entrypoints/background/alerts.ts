import { browser } from 'wxt/browser';
import { type Alert, byUrgency, toneOf } from '../../utils/alerts/alert.ts';
import { barStates } from '../../utils/alerts/bars.ts';
import { alertsOfHealth, alertsOfPack, alertsOfProduct } from '../../utils/alerts/others.ts';
import { isSnoozed } from '../../utils/alerts/snooze.ts';
import { alertsOfStore } from '../../utils/alerts/store.ts';
import { dayInChina, startOfDayInChina } from '../../utils/facts/expiry.ts';
import type { StoreRecord } from '../../utils/facts/store-record.ts';
import { alertView } from '../../utils/features/alerts.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { KeptAlerts } from '../../utils/storage/alerts.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { Healths } from '../../utils/storage/healths.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';
import type { Records } from '../../utils/storage/records.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { showAlerts } from '../../utils/storage/shown-alerts.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';
import { logged } from './logged.ts';
import { notifyOfNew } from './notifications.ts';

const ALARM = 'alerts';
const DAY_MINUTES = 24 * 60;

/** The day of the last look that came to its end, kept for as long as the browser keeps the badge. */
const LOOKED_ON = 'alertsLookedOn';

/** A badge has room for four characters. */
const MOST_COUNTED = 999;
const BADGE_TEXT = '#ffffff';
const BADGE_GROUNDS = { caution: '#7d4d00', fail: '#a8132c' };

/** Nobody reads more of them in a popup, and the others come up as these are dealt with. */
const MOST_SHOWN = 50;

const now = (): string => new Date().toISOString();

async function showCount(alerts: readonly Alert[]): Promise<void> {
  const text = alerts.length > MOST_COUNTED ? `${MOST_COUNTED}+` : String(alerts.length);
  const worst = alerts[0] ? toneOf(alerts[0]) : 'caution';
  await browser.action.setBadgeBackgroundColor({ color: BADGE_GROUNDS[worst] });
  await browser.action.setBadgeTextColor({ color: BADGE_TEXT });
  await browser.action.setBadgeText({ text: alerts.length > 0 ? text : '' });
}

/** The bars that were seen to hold, with those that hold now: one that fails later was crossed. */
async function heldBars(
  kept: KeptAlerts,
  pack: Pack,
  stores: readonly StoreRecord[],
  at: string,
): Promise<ReadonlySet<string>> {
  const before = await kept.held();
  const states = stores.flatMap((store) => barStates(pack, store, at));
  const held = new Set(
    states.filter(({ id, outcome }) => outcome === 'pass' || before.has(id)).map(({ id }) => id),
  );
  if ([...held].sort().join() !== [...before].sort().join()) await kept.hold(held);
  return held;
}

/** Reads every product at most once a day, unless their certificates change. */
async function certificateAlerts(kept: KeptAlerts, records: Records, at: string): Promise<Alert[]> {
  const today = dayInChina(at);
  const known = await kept.certificates(today);
  return (
    known ??
    kept.listCertificates(today, async () => {
      const alerts: Alert[] = [];
      for await (const { channelId, product } of new Products(records).all()) {
        alerts.push(...alertsOfProduct(channelId, product, at));
      }
      return alerts;
    })
  );
}

/** Everything that needs a person, quiet or not, the most urgent first. */
async function allAlerts(records: Records, stores: readonly StoreRecord[], at: string): Promise<Alert[]> {
  const [pack, kept] = [await currentPack(), new KeptAlerts(records)];
  const held = await heldBars(kept, pack, stores, at);
  return [
    ...stores.flatMap((store) => alertsOfStore(pack, store, held, at)),
    ...(await certificateAlerts(kept, records, at)),
    ...alertsOfHealth(await new Healths(records).all()),
    ...alertsOfPack(pack, at),
  ].toSorted(byUrgency);
}

async function lookThrough(): Promise<null> {
  const [at, records, pack, t] = [now(), await openRecords(), await currentPack(), await currentTranslator()];
  // One that is killed in the middle is due again as soon as the background starts.
  await browser.storage.session.remove(LOOKED_ON);
  const stores = await new Stores(records).all();
  const all = await allAlerts(records, stores, at);
  const snoozes = await new KeptAlerts(records).snoozes();
  const awake = all.filter((alert) => !isSnoozed(snoozes, alert, at));
  await showCount(awake);
  const shown = awake.slice(0, MOST_SHOWN).map((alert) => alertView(alert, pack, t));
  await showAlerts({ count: awake.length, alerts: shown });
  await notifyOfNew(all, awake, stores, t);
  await browser.storage.session.set({ [LOOKED_ON]: dayInChina(at) });
  return null;
}

let last: Promise<unknown> = Promise.resolve();
let next: Promise<null> | undefined;

/** Looks through all that can need a person; one look at a time, and of several that are asked for meanwhile only one. */
export function look(): Promise<null> {
  next ??= last.then(() => {
    next = undefined;
    const own = lookThrough();
    last = own.catch(() => undefined);
    return own;
  });
  return next;
}

/** Looks without being waited for. */
export const lookSoon = (): void => logged('alerts', look());

/** The background starts many times a day, and mostly to answer something else. */
async function lookWhereDue(): Promise<void> {
  const { [LOOKED_ON]: last } = await browser.storage.session.get(LOOKED_ON);
  if (last !== dayInChina(now())) await look();
}

/** Quiets an alert for a time, or until its next stage. */
export async function snoozeAlert({ id, stage, until }: Payload<'alert.snooze'>): Promise<null> {
  await new KeptAlerts(await openRecords()).snooze(id, { stage, until, at: now() });
  return look();
}

/** At each midnight in China, when there are fewer days left. */
async function setAlarm(): Promise<void> {
  const when = startOfDayInChina(dayInChina(now()) + 1);
  const set = await browser.alarms.get(ALARM);
  // One that was set while the clock was ahead would ring only then.
  if (set && set.scheduledTime <= when) return;
  await browser.alarms.create(ALARM, { when, periodInMinutes: DAY_MINUTES });
}

/** Looks when the browser starts, as each day begins, and after every change. */
export function watchAlerts(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) lookSoon();
  });
  // Without a listener for it, the browser would start without the background.
  browser.runtime.onStartup.addListener(() => logged('alerts', lookWhereDue()));
  onChangeAnnounced(lookSoon);
  logged('alerts', setAlarm());
  logged('alerts', lookWhereDue());
}
