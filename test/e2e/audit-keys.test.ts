import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressInBrowser } from '../../tools/browsers/firefox.ts';
import type { Session } from '../../tools/browsers/launch.ts';
import { BROWSERS, open } from './support.ts';

interface Extension {
  browser: {
    commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
    sidebarAction: { isOpen(where: object): Promise<boolean> };
  };
}

describe.each(BROWSERS)('the keys that open the audit in %s', (name) => {
  let session: Session;
  let own: Page;

  beforeAll(async () => {
    session = await open(name);
    own = await session.extensionPage('popup.html');
  });

  afterAll(() => session.close());

  // A browser that has a use of its own for them leaves a command without keys, and says nothing.
  it('are given to the extension', async () => {
    const commands = await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Extension & { chrome: Extension['browser'] };
      return (browser ?? chrome).commands.getAll();
    });
    const [command] = commands.filter(({ name: each }) => each !== '_execute_action');
    expect(command?.shortcut).toBe('Alt+Shift+U');
  });
});

// In Chrome no test can press keys in the browser itself.
describe('the keys that open the audit, pressed in firefox', () => {
  let session: Session;

  beforeAll(async () => {
    session = await open('firefox');
  });

  afterAll(() => session.close());

  it('open the sidebar, and close it', async () => {
    const own = await session.extensionPage('popup.html');
    const isOpen = () =>
      own.evaluate(() => (globalThis as unknown as Extension).browser.sidebarAction.isOpen({}));
    expect(await isOpen()).toBe(false);
    await pressInBrowser(session.browser, 'U');
    await expect.poll(isOpen).toBe(true);
    await pressInBrowser(session.browser, 'U');
    await expect.poll(isOpen).toBe(false);
    expect(session.errors).toEqual([]);
  });
});
