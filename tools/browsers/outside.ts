import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** The one host that can be reached: a server of this machine that stands in for it. */
export interface Reach {
  host: string;
  port: number;
  /** The SHA-256 of its public key, base64: nobody else vouches for it. */
  pin: string;
}

export interface OutsideProxy {
  host: string;
  port: number;
  close(): void;
}

/**
 * A proxy that lets nothing through, but for the host that is named, and writes down what was asked for. A page's requests can be
 * intercepted, those of a service worker or an event page can't in both browsers: here they all arrive.
 */
export async function refuseOutside(record: (address: string) => void, reach?: Reach): Promise<OutsideProxy> {
  const host = '127.0.0.1';
  const server = createServer((request, response) => {
    record(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    if (reach && request.url === `${reach.host}:443`) {
      const through = connect(reach.port, host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
      through.on('error', () => socket.destroy());
      socket.on('error', () => through.destroy());
      return;
    }
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
