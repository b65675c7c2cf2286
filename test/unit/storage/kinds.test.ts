import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { STORE_MIGRATIONS } from '../../../utils/facts/store-migrations.ts';
import { newStore, STORE_VERSION } from '../../../utils/facts/store-record.ts';
import { kindOf, storeOf } from '../../../utils/storage/kinds.ts';

const PRODUCT_ID = '1005000000000001';

/** A key of each kind, by the constant that the kind's own file begins its keys with. */
const KEYS: Record<string, string> = {
  'store:': 'store:1',
  'product:': `product:1:${PRODUCT_ID}`,
  'health:': 'health:home',
  taught: 'taught',
  'alerts:': 'alerts:snoozed',
  packs: 'packs',
  'log:': 'log:1',
  'failures:': 'failures:1',
  'findings:': 'findings:1',
  'set-aside:': `set-aside:product:1:${PRODUCT_ID}`,
};

/** What `utils/storage` begins the keys of records with; `record:` is where all of them stand in `storage.local`. */
const prefixes = readdirSync('utils/storage')
  .map((file) => readFileSync(`utils/storage/${file}`, 'utf8'))
  .filter((source) => source.includes('Records'))
  .flatMap((source) =>
    [...source.matchAll(/^(?:export )?const (?:KEY|PREFIX|LOG|PACKS|SET_ASIDE) = '(.+)'/gm)].map(
      ([, prefix = '']) => prefix,
    ),
  )
  .filter((prefix) => prefix !== 'record:');

describe('the kinds of record', () => {
  it('are all declared: none is left out of a backup, or when a store is deleted', () => {
    expect(prefixes.toSorted()).toEqual(Object.keys(KEYS).toSorted());
    for (const prefix of prefixes) expect(kindOf(KEYS[prefix] ?? ''), prefix).toBeDefined();
    expect(kindOf('future:1')).toBeUndefined();
    expect(kindOf('store:x')).toBeUndefined();
  });

  it('know whose store a record is of, also once it is set aside', () => {
    const of = (key: string) => storeOf(KEYS[key] ?? '');
    expect(['store:', 'product:', 'set-aside:'].map(of)).toEqual(['1', '1', '1']);
    expect(['health:', 'taught'].map(of)).toEqual([undefined, undefined]);
    expect(storeOf('set-aside:store:22')).toBe('22');
  });

  it('take no record that is another key’s', () => {
    expect(kindOf('store:1')?.parse(newStore('1', 'now'), 'store:1')).toEqual(newStore('1', 'now'));
    expect(kindOf('store:1')?.parse(newStore('2', 'now'), 'store:1')).toBeUndefined();
    const key = `product:1:${PRODUCT_ID}`;
    expect(kindOf(key)?.parse(newProduct(PRODUCT_ID), key)).toEqual(newProduct(PRODUCT_ID));
    expect(kindOf(key)?.parse(newProduct('1005000000000002'), key)).toBeUndefined();
  });

  it('merge only what is a record on both sides', () => {
    const store = newStore('1', 'now');
    expect(kindOf('store:1')?.merged(store, store, 'store:1')).toEqual(store);
    expect(kindOf('store:1')?.merged('gone', store, 'store:1')).toBeUndefined();
    expect(kindOf('store:1')?.merged(store, 'gone', 'store:1')).toBeUndefined();
  });

  it('keep of two notes on a finding the later one', () => {
    const key = 'findings:1';
    const work = (notes: object) => ({ version: 1, mutes: {}, notes, done: {} });
    const [old, late] = ['2026-11-01', '2026-11-02'].map((at) => ({ at, name: 'Li', text: at }));
    const [one, other] = [work({ 'a/1': old, 'b/1': late }), work({ 'a/1': late, 'c/1': old })];
    const both = work({ 'a/1': late, 'b/1': late, 'c/1': old });
    expect(kindOf(key)?.merged(one, other, key)).toEqual(both);
    expect(kindOf(key)?.merged(other, one, key)).toEqual(both);
  });

  it('have as many steps as versions', () => {
    expect(STORE_VERSION).toBe(STORE_MIGRATIONS.length + 1);
  });
});
