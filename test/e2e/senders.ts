import type { Page } from 'puppeteer-core';

interface Extension {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; answer?: unknown } | undefined> };
}

/** Asks the background from a page of the extension, once. */
export const ask = (page: Page, type: string, payload: unknown): Promise<unknown> =>
  page.evaluate(
    async (managedLens, sent) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
      const reply = await (browser ?? chrome).runtime.sendMessage({ managedLens, payload: sent });
      if (!reply?.ok) throw new Error(JSON.stringify(reply));
      return reply.answer;
    },
    type,
    payload,
  );

/** What one sender says over and over, each time with the next number in the place of `#`. */
export interface Sender {
  name: string;
  type: string;
  payload: object;
}

/** The numbers that a sender sent: the last that was answered, and the last that was sent at all. */
export interface Sent {
  answered: number;
  last: number;
}

/**
 * Lets senders ask again and again, each as the pages do: the same once more where no answer comes. Each goes on
 * until it is stopped and was answered, however slow the machine.
 */
export const startSenders = (page: Page, senders: readonly Sender[]): Promise<void> =>
  page.evaluate((all) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    const { runtime } = browser ?? chrome;
    const sent: Record<string, Sent> = {};
    const state = { isOver: false, sent, ended: Promise.resolve<unknown>(undefined), heard: () => {} };
    Object.assign(globalThis, { senders: state });
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const isAnswered = async (message: object): Promise<boolean> => {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await pause(100 * attempt);
        const lost = pause(3000).then(() => undefined);
        const reply = await Promise.race([runtime.sendMessage(message), lost]).catch(() => undefined);
        if (reply?.ok) return true;
      }
      return false;
    };
    const run = async ({ name, type, payload }: Sender): Promise<void> => {
      const own = { answered: 0, last: 0 };
      sent[name] = own;
      while (!state.isOver || own.answered === 0) {
        own.last += 1;
        const text = JSON.stringify({ managedLens: type, payload }).replaceAll('#', String(own.last));
        const numbered = JSON.parse(text, (key, value) => (key === 'stock' ? Number(value) : value));
        if (!(await isAnswered(numbered))) continue;
        own.answered = own.last;
        state.heard();
      }
    };
    state.ended = Promise.all(all.map(run));
  }, senders);

/** Waits until one of them is answered: the background is up and at work. */
export const nextAnswer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { senders } = globalThis as unknown as { senders: { heard(): void } };
    return new Promise<void>((resolve) => {
      senders.heard = resolve;
    });
  });

/** Lets them end with what they are at. @returns what each of them sent, by its name */
export const stopSenders = (page: Page): Promise<Record<string, Sent>> =>
  page.evaluate(async () => {
    const { senders } = globalThis as unknown as {
      senders: { isOver: boolean; sent: Record<string, Sent>; ended: Promise<unknown> };
    };
    senders.isOver = true;
    await senders.ended;
    return senders.sent;
  });
