import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../tools/browsers/launch.ts';
import { chooseStore, typeFact } from '../../tools/browsers/popup.ts';
import { mergeMonitorPage } from '../seller-centre/catalogue/pages/merge.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, OTHER_STORE, open, productList, STORE, settled } from './support.ts';

const BOARD = '/m_apps/choice-center/merge/monitor';
const LUCID = 'DE3050219647799';

const board = (store: string): string => `${BOARD}?channelId=${store}&standin-delay=0`;

const said = (popup: Page, selector: string): Promise<string> =>
  popup.$eval(selector, (element) => element.textContent ?? '');

const saysAt = (popup: Page, selector: string, text: string) =>
  popup.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    { timeout: 20_000, polling: 50 },
    selector,
    text,
  );

const unfold = (popup: Page, selector: string): Promise<void> =>
  popup.$$eval(selector, (all) => {
    for (const fold of all) (fold as HTMLDetailsElement).open = true;
  });

/** Opens a store's monitor. */
async function watch(popup: Page, store: string): Promise<void> {
  await chooseStore(popup, store);
  await popup.waitForSelector('.monitor');
}

/** Types a pool with one number of Germany, as a person would. */
async function addPool(popup: Page, id: string, number: string): Promise<void> {
  await unfold(popup, '#monitor-epr');
  await popup.locator('.pools > button:last-child').click();
  const [poolId, destinations] = await popup.$$('.pool-editor > label input');
  await poolId?.type(id);
  await destinations?.type('德国, FR');
  await popup.locator('.pool-editor .actions button').click();
  await popup.locator('.epr-number input:not([type])').fill(number);
  await popup.locator('.pool-editor [type="submit"]').click();
  await popup.waitForSelector(`[data-pool="${id}"]`);
}

describe.each(BROWSERS)('the monitor in %s', (name) => {
  let session: Session;
  let popup: Page;

  beforeAll(async () => {
    session = await open(name);
    for (const store of [OTHER_STORE, STORE]) {
      await settled(await session.sellerCentre(productList(store, { delay: 0 })));
    }
    popup = await session.extensionPage('popup.html#monitor', { viewport: { width: 440, height: 900 } });
    await watch(popup, STORE);
  });

  afterAll(() => session.close());

  it('says of a store that nothing is known of it, and where to look', async () => {
    expect(await popup.$('.needs li')).toBeNull();
    expect(await said(popup, '[data-fact="pool.gmv"]')).toMatch(/Not known.*merge service monitor/);
    expect(await said(popup, '[data-section="failures"] .line')).toMatch(/not seen yet/);
  });

  it('shows what the monitor page says at once, with page and time', async () => {
    const { pool, failures } = mergeMonitorPage(STORE);
    const page = await session.sellerCentre(board(STORE));
    await page.waitForSelector('[data-ml="row"]');
    await popup.bringToFront();
    await saysAt(popup, '[data-fact="pool.sellThroughPct"]', pool?.activeRate ?? '');
    await saysAt(popup, '[data-section="failures"] .line', `On the board: ${failures.length}`);
    expect(await said(popup, '[data-fact="pool.gmv"]')).toMatch(
      /62418\.90 USD.*read on the merge monitor on/,
    );
    expect(await said(popup, '.history[data-series="pool.returnRatePct"] figcaption')).toContain('17.25%');
    expect(await said(popup, '[data-section="fee"] .line')).toMatch(/4\.2%.*5\.5%/);
  });

  it('counts failures by type and leads through them by a person’s answers', async () => {
    const groups = await popup.$$eval('[data-failure]', (all) =>
      all.map((group) => [
        (group as HTMLElement).dataset.failure,
        group.querySelector('.count')?.textContent,
      ]),
    );
    expect(groups).toEqual([
      ['stock-lock', '2'],
      ['qc-rejected', '1'],
    ]);
    const push = '[data-failure="stock-lock"] [data-rule="merge.triage-wms-push"]';
    await unfold(popup, '#monitor-failures, [data-failure="stock-lock"]');
    await popup.locator(`${push} .answer label:first-of-type input`).click();
    await popup.waitForSelector(`${push}[data-verdict="pass"]`);
    expect(await popup.$(`${push.replace('wms-push', 'logs')}[data-verdict="unknown"]`)).not.toBeNull();
  });

  it('has a self-check sheet to copy, with the answer in it', async () => {
    const sheet = await said(popup, '[data-failure="stock-lock"] pre');
    expect(sheet).toContain('POOL-88021');
    expect(sheet).toMatch(/3\. \[passed\].*\n {3}Answer: Yes/);
    expect(sheet).toMatch(/\[未检查\] 完成自查/);
    await popup.evaluate(() => {
      const writeText = async (text: string): Promise<void> => void Object.assign(window, { copied: text });
      Object.defineProperty(navigator.clipboard, 'writeText', { value: writeText });
    });
    await popup.locator('[data-failure="stock-lock"] .sheet button').click();
    await saysAt(popup, '.sheet [role="status"]', 'Copied');
    expect(await popup.evaluate(() => (window as unknown as { copied: string }).copied)).toBe(sheet);
  });

  it('forecasts once the month is typed, right there', async () => {
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    expect(await said(popup, '[data-section="fee"]')).toContain(
      'which month the figures are of is not known',
    );
    await typeFact(popup, 'pool.month', month);
    await saysAt(popup, '[data-section="fee"]', 'each day to come brings as much');
    expect(await said(popup, '[data-part="forecast"]')).toMatch(/USD.*USD/);
    expect(await said(popup, '[data-section="bill"] .line')).toMatch(/-10, or by .*-09/);
  });

  it('counts the calls of a log per minute, and keeps what it proves', async () => {
    const log = Array.from({ length: 501 }, (_, call) => {
      const second = String(call % 60).padStart(2, '0');
      return `2026-11-22T10:00:${second}.${String(call).padStart(3, '0')}Z GET /stock`;
    });
    await unfold(popup, '#monitor-calls');
    await popup.$eval(
      '#call-log-text',
      (area, text) => {
        (area as HTMLTextAreaElement).value = text;
      },
      log.join('\n'),
    );
    await popup.locator('[data-do="count-calls"]').click();
    await saysAt(popup, '[data-measure="callsClockMinute"] dd', '501');
    await popup.locator('[data-do="keep-rate"]').click();
    await popup.waitForSelector('#monitor-calls[data-ml-verdict="fail"]');
    expect(await said(popup, '[data-fact="failure.callsPerMinute"]')).toContain('501');
  });

  it('names a number that pools of two stores share', async () => {
    await addPool(popup, 'POOL-A', LUCID);
    await watch(popup, OTHER_STORE);
    await addPool(popup, 'POOL-B', `${LUCID}-V`);
    await saysAt(popup, '[data-pool="POOL-B"]', `POOL-A (${STORE})`);
    expect(await said(popup, '.needs')).toContain('POOL-B');
    await watch(popup, STORE);
    await saysAt(popup, '[data-pool="POOL-A"]', `POOL-B (${OTHER_STORE})`);
  });

  it('keeps what is being typed of a pool while the rest is drawn anew', async () => {
    await unfold(popup, '#monitor-epr');
    await popup.locator('[data-pool="POOL-A"] > button').click();
    const field = '[data-pool="POOL-A"] .pool-editor > label input';
    await popup.locator(field).fill('ES, PT');
    await typeFact(popup, 'dates.tokenIssued', '2000-01-01');
    await popup.waitForSelector('[data-section="token"][data-ml-verdict="fail"]');
    expect(await popup.$eval(field, (input) => (input as HTMLInputElement).value)).toBe('ES, PT');
    await popup.locator('[data-pool="POOL-A"] [type="submit"]').click();
    await saysAt(popup, '[data-pool="POOL-A"]', 'Spain, Portugal');
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Change POOL-A');
  });

  it('leads by keyboard from what needs a person to its part', async () => {
    await popup.focus('.needs button');
    await popup.keyboard.press('Enter');
    const reached = () =>
      popup.evaluate(() => {
        const part = document.activeElement?.closest('details');
        return [part?.dataset.section, part?.open];
      });
    expect(await reached()).toEqual(['token', true]);
    await popup.keyboard.press('Enter');
    expect(await reached()).toEqual(['token', false]);
  });

  it('logs all of it, the newest first, and finds an entry by its words', async () => {
    await unfold(popup, '#monitor-log');
    expect(await said(popup, '.log li')).toMatch(/Pool POOL-A.*Spain.*typed by you/);
    await popup.locator('.log input').fill('sell-through');
    await popup.waitForFunction(() => document.querySelectorAll('.log li').length === 1, { polling: 50 });
    expect(await said(popup, '.log li')).toMatch(/nothing.*83\.40%.*read on the merge monitor/);
    await popup.click('.log input', { count: 3 });
    await popup.keyboard.press('Backspace');
    await popup.waitForFunction(() => document.querySelectorAll('.log li').length > 5, { polling: 50 });
  });

  it('says when the board has none any more', async () => {
    const pages = await session.browser.pages();
    const page = pages.find((tab) => tab.url().includes(BOARD));
    await page?.evaluate(() => {
      const row = document.createElement('tr');
      row.innerHTML = '<td colspan="6">暂无异常</td>';
      document.querySelector('tr[data-row-key]')?.parentElement?.replaceChildren(row);
    });
    await saysAt(popup, '[data-section="failures"] .line', 'none when it was last seen');
  });

  it('speaks Chinese, and fits from 360 to 800 px with everything open', async () => {
    await popup.select('.language', 'zh_CN');
    await saysAt(popup, '.needs', '需要您处理');
    await unfold(popup, '.monitor details');
    for (const width of [360, 440, 800]) {
      await popup.setViewport({ width, height: 800 });
      const overflow = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  });

  it('has nothing that axe finds wrong, with everything open and a pool being typed', async () => {
    await popup.locator('.pools > button:last-child').click();
    await popup.locator('.pool-editor .actions button').click();
    expect(await axeFaults(popup, ['body'])).toEqual([]);
  });

  it('made no error in all this', () => {
    expect(session.errors).toEqual([]);
  });
});
