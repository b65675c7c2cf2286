import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import type { LaunchOptions } from '../browsers/launch.ts';

type Site = NonNullable<LaunchOptions['site']>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** No script of the page's runs, whatever it holds, and it asks for nothing elsewhere. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
});

/** A file that was saved beside the page: a style sheet, a picture or a font, and nothing from elsewhere. */
function savedBeside(folder: string, path: string): Buffer | undefined {
  try {
    const file = normalize(join(folder, ...decodeURIComponent(path).split('/').slice(-2)));
    return file.startsWith(folder + sep) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** Answers a browser as the seller centre would, with a page that was saved from it. */
export function savedSite(file: string, address: URL): Site {
  const folder = dirname(file);
  const html = readFileSync(file, 'utf8');
  return (asked) => {
    const url = new URL(asked);
    if (url.origin !== address.origin) return undefined;
    if (url.pathname === address.pathname)
      return { status: 200, headers: headers('text/html; charset=utf-8'), body: html };
    const type = TYPES[extname(url.pathname).toLowerCase()];
    const body = type && savedBeside(folder, url.pathname);
    return body
      ? { status: 200, headers: headers(type), body }
      : { status: 404, headers: headers('text/plain'), body: '' };
  };
}
