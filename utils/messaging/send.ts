import { browser } from 'wxt/browser';
import { later } from '../dom/later.ts';
import type { Answer, Message, MessageType, Payload, Reply } from './protocol.ts';

const ATTEMPTS = 4;

/** Firefox refuses messages while it stops an event page, and starts it anew only when it is gone. */
const PAUSE_MS = 100;

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => later(resolve, PAUSE_MS * attempt));

/**
 * Asks the background. A background that was stopped in the middle is started by the next attempt; every
 * message may be sent twice without harm.
 * @throws where the background refuses the message or can't be reached
 */
export async function send<T extends MessageType>(type: T, payload: Payload<T>): Promise<Answer<T>> {
  const message: Message<T> = { managedLens: type, payload };
  let fault: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(attempt);
    const reply: Reply<T> | undefined = await browser.runtime.sendMessage(message).catch((error: unknown) => {
      fault = error;
    });
    if (reply?.ok) return reply.answer;
    if (reply) throw new Error(reply.error);
  }
  throw fault instanceof Error ? fault : new Error(`No answer to ${type}`);
}
