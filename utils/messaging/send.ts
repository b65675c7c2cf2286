import { browser } from 'wxt/browser';
import type { Answer, Message, MessageType, Payload, Reply } from './protocol.ts';

const ATTEMPTS = 3;

/**
 * Asks the background. A background that was stopped in the middle is started by the next attempt; every
 * message may be sent twice without harm.
 * @throws where the background refuses the message or can't be reached
 */
export async function send<T extends MessageType>(type: T, payload: Payload<T>): Promise<Answer<T>> {
  const message: Message<T> = { managedLens: type, payload };
  let fault: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const reply: Reply<T> | undefined = await browser.runtime.sendMessage(message).catch((error: unknown) => {
      fault = error;
    });
    if (reply?.ok) return reply.answer;
    if (reply) throw new Error(reply.error);
  }
  throw fault instanceof Error ? fault : new Error(`No answer to ${type}`);
}
