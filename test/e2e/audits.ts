import type { Page } from 'puppeteer-core';
import type { Audit, AuditedProduct, SeenPage } from '../../utils/audit/audit.ts';
import type { AuditHead } from '../../utils/storage/audit-heads.ts';
import { ask } from './senders.ts';

/** Turns the product list to a page, as a person does. */
export const turnTo = (page: Page, number: number): Promise<void> =>
  page.$eval(`.ait-pagination-item-${number}`, (item) => (item as HTMLElement).click());

/** Starts the audit of a store. @returns its id */
export const startAudit = async (page: Page, channelId: string): Promise<string> =>
  ((await ask(page, 'audit.start', { channelId })) as { id: string }).id;

/** Runs in a page of the extension, after an audit was started: only then is the database there. */
async function readRange(
  page: Page,
  prefix: string,
  from = prefix,
  most = 2000,
): Promise<[string, unknown][]> {
  const text = await page.evaluate(
    async (begin, end, count) => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answer(indexedDB.open('managedlens-audits'));
      const records = database.transaction('records').objectStore('records');
      const range = IDBKeyRange.bound(begin, `${end}\uffff`, begin !== end);
      const [keys, values] = await Promise.all([
        answer(records.getAllKeys(range, count)),
        answer(records.getAll(range, count)),
      ]);
      database.close();
      // As text: Firefox takes its time over each object on its own.
      return JSON.stringify(keys.map((key, index) => [key, values[index]]));
    },
    from,
    prefix,
    most,
  );
  return JSON.parse(text);
}

/** An audit's head, as it is kept now. */
export async function headOf(page: Page, id: string): Promise<AuditHead> {
  const [[, head] = []] = await readRange(page, `head:${id}`);
  return head as AuditHead;
}

/** The pages of an audit that were seen, by number. */
export const pagesOf = (head: AuditHead): Omit<SeenPage, 'seenAt'>[] =>
  Object.values(head.pages)
    .map(({ seenAt: _, ...page }) => page)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));

/** The products of an audit, as they are kept now. */
export async function productsOf(page: Page, id: string): Promise<AuditedProduct[]> {
  const prefix = `product:${id}:`;
  const products: AuditedProduct[] = [];
  let from = prefix;
  for (;;) {
    const records = await readRange(page, prefix, from);
    const last = records.at(-1);
    if (!last) return products;
    products.push(...records.map(([, product]) => product as AuditedProduct));
    from = last[0];
  }
}

/** The audit whole, as it is kept now. */
export async function auditOf(page: Page, id: string): Promise<Audit> {
  const products = await productsOf(page, id);
  return {
    ...(await headOf(page, id)),
    products: Object.fromEntries(products.map((product) => [product.productId, product])),
  };
}

/** Waits until an audit's head is as it should be. */
export async function headIs(
  page: Page,
  id: string,
  isSo: (head: AuditHead) => boolean,
  within = 60_000,
): Promise<AuditHead> {
  const deadline = Date.now() + within;
  for (;;) {
    const head = await headOf(page, id);
    if (isSo(head)) return head;
    if (Date.now() > deadline) throw new Error(`Not so: ${JSON.stringify([head.count, pagesOf(head)])}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
