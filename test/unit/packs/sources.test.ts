import { describe, expect, it } from 'vitest';
import { managedSources, originOf, parseSource } from '../../../utils/packs/sources.ts';

const KEY = btoa('k'.repeat(32));

describe('a source', () => {
  it.each([
    ['http://a.example/pack.json', KEY, 'not-https'],
    ['http://localhost/pack.json', KEY, 'not-https'],
    ['file:///etc/passwd', KEY, 'not-https'],
    ['a.example/pack.json', KEY, 'bad-url'],
    ['https://user:secret@a.example/pack.json', KEY, 'bad-url'],
    [`https://a.example/${'a'.repeat(2000)}`, KEY, 'bad-url'],
    ['https://a.example/pack.json', 'key', 'bad-key'],
    ['https://a.example/pack.json', btoa('too short'), 'bad-key'],
  ])('is none at %s with the key %s', (url, key, problem) => {
    expect(parseSource(url, key)).toBe(problem);
  });

  it('is an address as the browser writes it, and needs no more than its host', () => {
    const url = ' https://A.example:8443/x/../pack.json#top ';
    expect(parseSource(url, ` ${KEY}\n`)).toEqual({ url: 'https://a.example:8443/pack.json', key: KEY });
    expect(originOf('https://a.example:8443/pack.json')).toBe('https://a.example/*');
  });

  it('of an organisation is passed over where it is none, and the others count', () => {
    const good = { url: 'https://a.example/pack.json', key: KEY };
    expect(managedSources({ packs: [{ ...good, url: 'http://b.example/' }, good] })).toEqual([good]);
    for (const bad of [{ url: 'https://b.example/pack.json' }, { ...good, key: 5 }, null, 'x', []]) {
      expect(managedSources({ packs: [good, bad] }), JSON.stringify(bad)).toEqual([good]);
    }
    expect([undefined, {}, { packs: 'x' }].map(managedSources)).toEqual([[], [], []]);
  });
});
