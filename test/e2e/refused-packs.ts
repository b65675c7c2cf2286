import type { ServerResponse } from 'node:http';
import { newKeys, patch, signed } from '../unit/packs/support.ts';

export const keys = await newKeys();
const others = await newKeys();

export const DAY_MS = 24 * 60 * 60 * 1000;
export const versionOf = (time: number): string => {
  const day = new Date(time);
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].join('.');
};
export const daysFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
export const TODAY = versionOf(Date.now());

export const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
export const hostile = patch(TODAY);
for (const rule of hostile.rules ?? []) rule.text = { zh: `规则${HOSTILE}`, en: `Rule ${HOSTILE}` };

export const serve =
  (body: string, status = 200, headers = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };

export const good = await signed(hostile, keys);
const [rule] = hostile.rules ?? [];

/** A server that sends a little for ever. */
const endless = (response: ServerResponse): void => {
  const drip = setInterval(() => response.write(' '), 200);
  response.on('close', () => clearInterval(drip));
};

export const REFUSED: [
  what: string,
  reason: string,
  says: RegExp,
  answer: (response: ServerResponse) => void,
][] = [
  ['empty', 'empty', /is empty/, serve('')],
  ['a web page', 'html', /web page/, serve('<!doctype html><title>Sign in</title>')],
  ['cut off', 'not-json', /cut off/, serve(good.slice(0, good.length / 2))],
  ['3 MB', 'too-large', /larger than 2 MB/, serve(' '.repeat(3 * 1024 * 1024))],
  ['of a wrong signature', 'wrong-signature', /signature is wrong/, serve(good.replace('60000', '10000'))],
  ['signed by another key', 'other-key', /another key/, serve(await signed(hostile, others))],
  [
    'older',
    'older',
    /older than version/,
    serve(await signed(patch(versionOf(Date.now() - 40 * DAY_MS)), keys)),
  ],
  [
    'of this version with other contents',
    'same-version',
    /other contents/,
    serve(await signed(patch(TODAY), keys)),
  ],
  [
    'of an unknown schema',
    'unknown-schema',
    /does not know/,
    serve(await signed({ ...hostile, schema: 9 }, keys)),
  ],
  [
    'without the source of a rule',
    'no-source',
    /without a source: merge\.gmv-90d/,
    serve(await signed({ ...hostile, rules: [{ ...rule, evidence: [] }] }, keys)),
  ],
  [
    'with a regular expression without end in its site map',
    'endless',
    /without end: \(\[a-z\]\+ \?\)\+:/,
    serve(
      await signed(
        { ...hostile, siteMap: { pages: { home: { titles: ['([a-z]+ ?)+:'], fields: [] } } } },
        keys,
      ),
    ),
  ],
  [
    'of a day that the clock has not reached',
    'clock',
    /has not reached/,
    serve(await signed(patch(versionOf(Date.now() + 40 * DAY_MS)), keys)),
  ],
  [
    'with __proto__ in it',
    'forbidden-key',
    /__proto__/,
    serve(await signed(JSON.stringify(hostile).replace('{', '{"__proto__":{"isAdmin":true},'), keys)),
  ],
  [
    'with a text of 1 MB',
    'too-long',
    /over 20000 characters/,
    serve(await signed({ ...hostile, rules: [{ ...rule, id: 'a'.repeat(2 ** 20) }] }, keys)),
  ],
  [
    'a redirect to plain http',
    'redirected',
    /plain http/,
    serve('', 302, { location: 'http://packs.example/' }),
  ],
  ['refused by the server', 'status', /status 503/, serve('', 503)],
  ['never at an end', 'timeout', /within 15 seconds/, endless],
];
