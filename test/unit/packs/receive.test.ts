import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Measure, receive } from '../../../utils/packs/receive.ts';
import { Refused } from '../../../utils/packs/refusals.ts';
import { bundled, newKeys, patch, signed } from './support.ts';

const keys = await newKeys();
const others = await newKeys();

const MEASURE: Measure = {
  key: keys.publicKey,
  seen: null,
  bundled: '2026.11.22',
  checkedAt: null,
  now: new Date('2026-12-02T08:00:00Z'),
};

const refusalOf = (served: string, measure: Partial<Measure> = {}) =>
  receive(served, { ...MEASURE, ...measure }).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      throw error;
    },
  );

const good = await signed(patch(), keys);

describe('a pack that a source served', async () => {
  it('is taken as it was signed, partial or whole', async () => {
    const { publication, seen } = await receive(good, MEASURE);
    expect(publication).toEqual(patch());
    expect(seen.version).toBe('2026.12.1');
    const all = { ...bundled, version: '2026.12.1', date: '2026-12-01' };
    const whole = await receive(await signed(all, keys), MEASURE);
    expect(whole.publication).toEqual(all);
  });

  it('is refused where the browser can’t check its signature, however good it is', async () => {
    const missing = vi.spyOn(crypto.subtle, 'importKey');
    missing.mockRejectedValue(new DOMException('', 'NotSupportedError'));
    expect(await refusalOf(good)).toEqual({ reason: 'cannot-verify', detail: '' });
    missing.mockRestore();
    expect(await refusalOf(good)).toBeUndefined();
  });

  it('is taken again with the same contents', async () => {
    const { seen } = await receive(good, MEASURE);
    expect((await receive(good, { ...MEASURE, seen })).seen).toEqual(seen);
  });

  const { rules: [rule] = [] } = patch();
  const withRule = (change: object): object => ({ ...patch(), rules: [{ ...rule, ...change }] });
  const proto = JSON.stringify(patch()).replace('{', '{"__proto__":{"polluted":true},');
  const inGroups = JSON.stringify({ ...patch(), groups: { X: ['DE'] } }).replace('"X"', '"__proto__"');
  const deep = `{"schema":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

  it.each([
    ['empty', ' \n', { reason: 'empty', detail: '' }],
    ['a web page', '\n<!doctype html><title>502</title>', { reason: 'html', detail: '' }],
    ['cut off', good.slice(0, -100), { reason: 'not-json', detail: '' }],
    ['a pack without a signature', JSON.stringify(bundled), { reason: 'not-signed', detail: '' }],
    [
      'of no known schema',
      await signed({ ...patch(), schema: 2 }, keys),
      { reason: 'unknown-schema', detail: '' },
    ],
    [
      'with an expression without end in its site map',
      await signed({ ...patch(), siteMap: { pages: { home: { titles: ['(a+)+'], fields: [] } } } }, keys),
      { reason: 'endless', detail: '(a+)+' },
    ],
    [
      'with one in a format',
      await signed({ ...patch(), formats: [{ ...bundled.formats[0], pattern: '^(\\d|\\w)*$' }] }, keys),
      { reason: 'endless', detail: '^(\\d|\\w)*$' },
    ],
    [
      'with what is no expression',
      await signed({ ...patch(), siteMap: { pages: { home: { titles: ['('], fields: [] } } } }, keys),
      { reason: 'malformed', detail: '(' },
    ],
    ['no object', await signed('5', keys), { reason: 'malformed', detail: '' }],
    ['signed without being JSON', await signed('{', keys), { reason: 'not-json', detail: '' }],
    [
      'with a rule that nobody says',
      await signed(withRule({ evidence: [] }), keys),
      { reason: 'no-source', detail: 'merge.gmv-90d' },
    ],
    [
      'with a rule that has no place for who says it',
      await signed(withRule({ evidence: undefined }), keys),
      { reason: 'no-source', detail: 'merge.gmv-90d' },
    ],
    [
      'with a field that is not known',
      await signed({ ...patch(), script: 'alert(1)' }, keys),
      { reason: 'malformed', detail: '' },
    ],
    [
      'with a text of 1 MB',
      await signed(withRule({ text: { zh: '长'.repeat(2 ** 19), en: 'long' } }), keys),
      { reason: 'too-long', detail: '20000' },
    ],
    ['with __proto__ in it', await signed(proto, keys), { reason: 'forbidden-key', detail: '__proto__' }],
    [
      'with __proto__ as a group',
      await signed(inGroups, keys),
      { reason: 'forbidden-key', detail: '__proto__' },
    ],
    ['nested without end', await signed(deep, keys), { reason: 'malformed', detail: 'depth' }],
  ])('is refused when %s', async (_, served, refusal) => {
    expect(await refusalOf(served)).toEqual(refusal);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is refused when another key signed it, and where somebody only claims this one', async () => {
    const foreign = await signed(patch(), others);
    expect(await refusalOf(foreign)).toMatchObject({ reason: 'other-key' });
    const claimed = JSON.stringify({ ...JSON.parse(foreign), key: JSON.parse(good).key });
    expect(await refusalOf(claimed)).toMatchObject({ reason: 'wrong-signature' });
  });

  it('is refused when its version was seen with other contents, or a newer one', async () => {
    const { seen } = await receive(good, MEASURE);
    const other = await signed(patch('2026.12.1', '70000'), keys);
    expect(await refusalOf(other, { seen })).toEqual({ reason: 'same-version', detail: '2026.12.1' });
    const padded = await signed(patch('2026.12.01', '70000'), keys);
    expect(await refusalOf(padded, { seen })).toEqual({ reason: 'same-version', detail: '2026.12.01' });
    const older = await signed(patch('2026.11.30'), keys);
    expect(await refusalOf(older, { seen })).toEqual({ reason: 'older', detail: '2026.12.1' });
    expect(await refusalOf(older)).toBeUndefined();
  });

  it('is refused when it is older than the pack that ships', async () => {
    const refusal = await refusalOf(await signed(patch('2026.9.30'), keys));
    expect(refusal).toEqual({ reason: 'older', detail: MEASURE.bundled });
  });

  it('is refused when it, or the last look, is of a day that this clock has not reached', async () => {
    const back = new Date('2026-11-20T08:00:00Z');
    expect(await refusalOf(good, { now: back })).toEqual({ reason: 'clock', detail: '2026-12-01' });
    expect(await refusalOf(await signed({ ...patch(), version: '2099.1.1' }, keys))).toMatchObject({
      reason: 'clock',
    });
    const checkedAt = '2027-01-05T00:00:00.000Z';
    expect(await refusalOf(good, { checkedAt })).toEqual({ reason: 'clock-back', detail: '2027-01-05' });
  });

  it('is refused, and nothing else happens, whatever single character of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (place, other) => {
          const changed = good.slice(0, place) + other + good.slice(place + 1);
          const refusal = await refusalOf(changed);
          // White space between the fields of the envelope is nobody's.
          if (changed !== good && /\S/.test(other + good[place])) expect(refusal).toBeDefined();
        },
      ),
    );
  });

  it('is refused with a reason, whatever JSON was signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        expect(await refusalOf(await signed(json, keys))).toBeDefined();
      }),
    );
  });
});
