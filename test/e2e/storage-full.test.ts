import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { typeFact } from '../../tools/browsers/popup.ts';
import { ask } from './senders.ts';
import { open, STORE } from './support.ts';

/** Only Chromium can be told to give an extension less room. */
describe('a full storage in chrome', () => {
  let session: Session;

  beforeAll(async () => {
    session = await open('chrome', { lang: 'en-GB' });
  });

  afterAll(() => session.close());

  it('keeps nothing of a change by halves, says so, and leaves what was typed in its field', async () => {
    const options = await session.extensionPage('options.html');
    await options.waitForSelector('.backup');
    await ask(options, 'fact.type', { channelId: STORE, path: 'pool.gmv', text: '5000', isExact: true });
    const kept = await ask(options, 'records.read', { keys: [`store:${STORE}`] });
    const popup = await session.extensionPage('popup.html', { viewport: { width: 440, height: 900 } });
    const devtools = await popup.createCDPSession();
    const origin = session.extensionOrigin;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await typeFact(popup, 'pool.gmv', '7000');
    expect(await popup.$eval('.fault', ({ textContent }) => textContent)).toContain('no more room');
    const field = '[data-field="pool.gmv"]';
    expect(await popup.$eval(`${field} input`, ({ value }) => value)).toBe('7000');
    expect(await popup.$eval(`${field} .problem`, ({ textContent }) => textContent)).toContain('try again');
    expect(await ask(options, 'records.read', { keys: [`store:${STORE}`] })).toEqual(kept);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await typeFact(popup, 'pool.gmv', '7001');
    expect(await popup.$(`${field} .problem`)).toBeNull();
  });
});
