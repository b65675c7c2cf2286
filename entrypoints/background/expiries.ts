import { browser } from 'wxt/browser';
import { dayInChina, startOfDayInChina } from '../../utils/facts/expiry.ts';
import { unseenEndings, withEndingSeen } from '../../utils/facts/product-record.ts';
import type { EndingView, Payload } from '../../utils/messaging/protocol.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Products } from '../../utils/storage/products.ts';

const ALARM = 'expiries';
const DAY_MINUTES = 24 * 60;

/** The day of the last look, kept for as long as the browser keeps the badge: until it is closed. */
const LOOKED_ON = 'expiriesLookedOn';

/** A badge has room for four characters. */
const MOST_SHOWN = 999;
const BADGE = { text: '#ffffff', ground: '#a8132c' };

const products = async (): Promise<Products> => new Products(await openRecords());

const now = (): string => new Date().toISOString();

async function showCount(count: number): Promise<void> {
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  await browser.action.setBadgeBackgroundColor({ color: BADGE.ground });
  await browser.action.setBadgeTextColor({ color: BADGE.text });
  await browser.action.setBadgeText({ text: count > 0 ? text : '' });
}

/** What ends and was not seen yet, of all products of all stores, the soonest first; the badge shows how many. */
export async function listEndings(): Promise<EndingView[]> {
  const at = now();
  const endings: EndingView[] = [];
  for await (const { channelId, product } of (await products()).all()) {
    const { productId } = product;
    for (const ending of unseenEndings(product, at)) endings.push({ channelId, productId, ...ending });
  }
  await showCount(endings.length);
  return endings.toSorted((a, b) => a.daysLeft - b.daysLeft);
}

/** Quiets what a person has seen until its next stage. */
export async function markSeen({
  channelId,
  productId,
  ...ending
}: Payload<'ending.seen'>): Promise<EndingView[]> {
  await (await products()).changeMany(channelId, [productId], (record) => withEndingSeen(record, ending));
  return listEndings();
}

/** Nobody waits for a look, and one that fails must not be lost. */
function look(): void {
  lookOnceADay().catch((error: unknown) => console.error('ManagedLens: expiries', error));
}

async function lookOnceADay(): Promise<void> {
  const today = dayInChina(now());
  const { [LOOKED_ON]: last } = await browser.storage.session.get(LOOKED_ON);
  if (last === today) return;
  // Before the look, so that what changes during it is looked for again.
  await browser.storage.session.set({ [LOOKED_ON]: today });
  await listEndings();
}

/** To be called when what ends may have changed: the next look is due at once. */
export const forgetLook = (): Promise<void> => browser.storage.session.remove(LOOKED_ON);

/** At each midnight in China, when there are fewer days left. */
async function setAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  const when = startOfDayInChina(dayInChina(now()) + 1);
  await browser.alarms.create(ALARM, { when, periodInMinutes: DAY_MINUTES });
}

/** Looks for what ends when the browser starts, every day from then on, and after an import. */
export function watchExpiries(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  // Without a listener for it, the browser would start without the background.
  browser.runtime.onStartup.addListener(look);
  onChangeAnnounced(look);
  setAlarm().catch((error: unknown) => console.error('ManagedLens: expiries', error));
  look();
}
