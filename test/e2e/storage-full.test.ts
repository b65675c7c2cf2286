import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { typeFact } from '../../tools/browsers/popup.ts';
import { ask } from './senders.ts';
import { open, productList, STORE, settled } from './support.ts';

const FIELD = '[data-field="pool.gmv"]';

/** Only Chromium can be told to give an extension less room; Firefox is filled, see storage-full-firefox.test.ts. */
describe('a full storage in chrome', () => {
  let session: Session;

  beforeAll(async () => {
    session = await open('chrome', { lang: 'en-GB' });
  });

  afterAll(() => session.close());

  it('keeps nothing of a change by halves, says so, leaves what was typed in its field, and judges on', async () => {
    const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    await popup.waitForSelector('.empty');
    const devtools = await popup.createCDPSession();
    const origin = session.extensionOrigin;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // Chromium remembers how much room there was until a database has been closed for two seconds.
    await session.killBackground();
    await popup.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10_000)));
    const list = await session.sellerCentre(productList(STORE, { delay: 0 }));
    await settled(list);
    // The popup is over the store's page, as when a person opens it there.
    await popup.evaluate(() => setTimeout(() => location.reload()));
    await popup.waitForSelector(FIELD);
    await typeFact(popup, 'pool.gmv', '7000');
    await popup.waitForSelector('.fault');
    expect(await popup.$eval('.fault', ({ textContent }) => textContent)).toContain('no more room');
    expect(await popup.$eval(`${FIELD} input`, ({ value }) => value)).toBe('7000');
    expect(await popup.$eval(`${FIELD} .problem`, ({ textContent }) => textContent)).toContain('try again');
    expect(await ask(popup, 'backup.open', { channelId: STORE })).toMatchObject({ keys: [] });
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await typeFact(popup, 'pool.gmv', '7001');
    expect(await popup.$(`${FIELD} .problem`)).toBeNull();
    expect(await ask(popup, 'backup.open', { channelId: STORE })).toMatchObject({
      keys: [`log:${STORE}`, `store:${STORE}`],
    });
  });
});
