import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** What the interception answers a request with. */
export interface StandinResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const ORIGINS: readonly string[] = ['https://csp.aliexpress.com', 'https://gsp.aliexpress.com'];
const ASSETS = '/standin-assets/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Endings that only a file has. A page's path may hold a dot, as `/m_apps/ascp/aechoice.purchase_jit_order_list`. */
const FILE = /\.(?:js|mjs|css|map|json|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|txt|xml|html)$/i;

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

/** Each built directory is read once; a request is looked up in what was read, so no path leads out of it. */
const read = new Map<string, ReadonlyMap<string, Buffer>>();

function filesOf(directory: string): ReadonlyMap<string, Buffer> {
  const known = read.get(directory);
  if (known) return known;
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(directory, path).split(sep).join('/'), readFileSync(path));
  }
  read.set(directory, files);
  return files;
}

function answer(status: number, body: Buffer | string, type: string): StandinResponse {
  const headers = {
    'content-type': type,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return { status, headers, body };
}

function fileAnswer(files: ReadonlyMap<string, Buffer>, name: string): StandinResponse {
  const body = files.get(name);
  const type = TYPES[extname(name)];
  return body && type ? answer(200, body, type) : answer(404, 'Not found', 'text/plain; charset=utf-8');
}

/**
 * Answers a request to the seller centre's two hosts from a built directory: a built file by its path, the page for
 * any other path, 404 for a file that isn't there. Requests to other origins are not its business: undefined.
 */
export function respond(
  directory: string,
  url: string,
  { method = 'GET' }: { method?: string } = {},
): StandinResponse | undefined {
  const { origin, pathname } = new URL(url);
  if (!ORIGINS.includes(origin)) return undefined;
  if (method !== 'GET' && method !== 'HEAD') return answer(405, '', 'text/plain; charset=utf-8');
  const files = filesOf(directory);
  const isFile = pathname.startsWith(ASSETS) || FILE.test(pathname);
  const found = fileAnswer(files, isFile ? pathname.replace(ASSETS, '') : 'index.html');
  return method === 'HEAD' ? { ...found, body: '' } : found;
}
