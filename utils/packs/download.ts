import { Refused } from './refusals.ts';

/** Seven times the size of the bundled pack. */
export const LARGEST_PACK = 2 * 1024 * 1024;

/** Within the time after which a browser stops a background that seems idle. */
export const LONGEST_WAIT_MS = 15_000;

/** What a server answered: a text and its ETag, or that nothing has changed. */
export type Download = { text: string; etag: string | null } | 'unchanged';

/** Reads no further than the limit, whatever the server says of the length. */
async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > LARGEST_PACK) {
      void reader?.cancel().catch(() => undefined);
      throw new Refused('too-large', String(LARGEST_PACK / 1024 / 1024));
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function answer(url: string, etag: string | null, signal: AbortSignal): Promise<Download> {
  const response = await fetch(url, {
    headers: etag === null ? {} : { 'If-None-Match': etag },
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Where a server leads to is not looked at: no request goes to an address that nobody added.
    redirect: 'manual',
    signal,
  });
  if (response.type === 'opaqueredirect') throw new Refused('redirected');
  if (response.status === 304 && etag !== null) return 'unchanged';
  if (!response.ok) throw new Refused('status', String(response.status));
  return { text: await readLimited(response.body), etag: response.headers.get('etag') };
}

/**
 * Asks one address for its pack: without cookies, without saying who asks, and not for ever.
 * @throws Refused where nothing comes, too much, too slowly, or from elsewhere
 */
export async function download(
  url: string,
  etag: string | null,
  longestWait = LONGEST_WAIT_MS,
): Promise<Download> {
  const signal = AbortSignal.timeout(longestWait);
  try {
    return await answer(url, etag, signal);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw signal.aborted ? new Refused('timeout', String(longestWait / 1000)) : new Refused('unreachable');
  }
}
