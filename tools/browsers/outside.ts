import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OutsideProxy {
  host: string;
  port: number;
  close(): void;
}

/**
 * A proxy that lets nothing through and writes down what was asked for. A page's requests can be
 * intercepted, those of a service worker or an event page can't in both browsers: here they all arrive.
 */
export async function refuseOutside(record: (address: string) => void): Promise<OutsideProxy> {
  const host = '127.0.0.1';
  const server = createServer((request, response) => {
    record(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    record(`https://${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host,
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
