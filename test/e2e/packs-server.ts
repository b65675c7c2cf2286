import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Reach } from '../../tools/browsers/outside.ts';

const HOST = 'packs.example';
const PEM = readFileSync(new URL('packs-server.pem', import.meta.url), 'utf8');

/** What was asked for, as the server saw it. */
interface Asked {
  path: string;
  headers: NodeJS.Dict<string | string[]>;
}

export interface PacksServer {
  url: string;
  reach: Reach;
  /** How the next requests are answered. */
  answer: (response: ServerResponse, headers: NodeJS.Dict<string | string[]>) => void;
  asked: Asked[];
  close(): void;
}

function pinOf(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** A publisher of packs: a real HTTPS server of this machine, under a name of its own. */
export async function startPacksServer(): Promise<PacksServer> {
  const server = createServer({ key: PEM, cert: PEM }, ({ url = '', headers }, response) => {
    started.asked.push({ path: url, headers });
    started.answer(response, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const started: PacksServer = {
    url: `https://${HOST}/pack.json`,
    reach: { host: HOST, port, pin: pinOf(PEM) },
    answer: (response) => response.writeHead(404).end(),
    asked: [],
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return started;
}
