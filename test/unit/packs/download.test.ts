import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { download, LARGEST_PACK } from '../../../utils/packs/download.ts';

let close = (): void => undefined;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(() => close());

const refusal = (reason: string, detail = '') => ({ refusal: { reason, detail } });

describe('a download', () => {
  it('gives the text and its tag, and next time asks by the tag', async () => {
    const url = await serve(({ headers }, response) => {
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end('规则');
    });
    expect(await download(url, null)).toEqual({ text: '规则', etag: '"1"' });
    expect(await download(url, '"1"')).toBe('unchanged');
  });

  it('reads no further than the limit, though the server would go on for ever', async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      const chunk = ' '.repeat(64 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
      };
      response.on('drain', more);
      more();
    });
    await expect(download(url, null)).rejects.toMatchObject(refusal('too-large', '2'));
    expect(sent).toBeLessThan(LARGEST_PACK * 8);
  });

  it('takes a text of just the limit', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(LARGEST_PACK)));
    const found = await download(url, null);
    expect(found !== 'unchanged' && found.text.length).toBe(LARGEST_PACK);
  });

  it.each([
    ['that begins and never ends', (url: string) => url],
    ['that never begins', (url: string) => `${url}silent`],
  ])('of a server %s ends with its time', async (_, path) => {
    const url = await serve(({ url: asked }, response) => {
      if (asked === '/') response.write('{');
    });
    await expect(download(path(url), null, 50)).rejects.toMatchObject(refusal('timeout', '0.05'));
  });

  it.each([
    ['breaks off', 'unreachable', ''],
    ['fails', 'status', '500'],
    ['says that nothing changed since never', 'status', '304'],
  ])('of a server that %s is refused', async (what, reason, detail) => {
    const url = await serve((_, response) => {
      if (what === 'fails') response.writeHead(500).end();
      else if (what === 'breaks off') response.destroy();
      else response.writeHead(304).end();
    });
    await expect(download(url, null)).rejects.toMatchObject(refusal(reason, detail));
  });
});
