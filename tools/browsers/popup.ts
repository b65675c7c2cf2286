import type { Page } from 'puppeteer-core';

/** Types a fact into the popup's form as a person does, leaves the field, and waits until it was taken or refused. */
export async function typeFact(popup: Page, path: string, text: string): Promise<void> {
  const field = `[data-field="${path}"]`;
  await popup.bringToFront();
  await popup.waitForSelector(field);
  await popup.evaluate((selector) => {
    let fold = document.querySelector(selector)?.closest('details');
    for (; fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  }, field);
  const control = `${field} .entry > *`;
  if (await popup.$(`${field} select`)) await popup.select(`${field} select`, text);
  else {
    await popup.locator(control).fill(text);
    await popup.$eval(control, (element) => (element as HTMLElement).blur());
  }
  await popup.waitForSelector(`${field}[aria-busy="false"]`);
}

/** Opens a store in the popup as a person does by its channelId, and waits until it is shown. */
export async function chooseStore(popup: Page, channelId: string): Promise<void> {
  await popup.bringToFront();
  await popup.locator('.store [role="combobox"]').fill(channelId);
  await popup.waitForSelector(`[role="option"]#store-${channelId}`);
  await popup.focus('.store [role="combobox"]');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(`.store[data-store="${channelId}"]`);
}
