import { describe, expect, it } from 'vitest';
import { Comparison } from '../../../utils/backup/compare.ts';
import type { KeptFact } from '../../../utils/facts/kept.ts';
import { newProduct } from '../../../utils/facts/product-record.ts';
import { newStore } from '../../../utils/facts/store-record.ts';

const ID = '1005000000000001';

const typed = (text: string, at: string): KeptFact[] => [
  { value: text, text, at, origin: { kind: 'typed' } },
];

const NONE = { added: 0, changed: 0, same: 0, onlyHere: 0, newerThere: 0, newerHere: 0 };

describe('a backup beside what is kept', () => {
  it('is told store by store, and at the end what is of none', () => {
    const comparison = new Comparison();
    const b = { ...newStore('1', 'now'), name: 'B' };
    comparison.add(['taught', { version: 1, taught: [] }], undefined);
    comparison.add(['store:1', b], b);
    comparison.add([`product:1:${ID}`, newProduct(ID)], undefined);
    comparison.add(['store:2', { ...newStore('2', 'now'), name: 'A' }], undefined);
    comparison.addOnlyHere('product:3:1005000000000002');
    comparison.addOnlyHere('store:3', 'C');
    expect(comparison.changes()).toEqual([
      { ...NONE, channelId: '2', name: 'A', added: 1 },
      { ...NONE, channelId: '1', name: 'B', added: 1, same: 1 },
      { ...NONE, channelId: '3', name: 'C', onlyHere: 2 },
      { ...NONE, channelId: undefined, name: '', added: 1 },
    ]);
  });

  it('counts what is later on either side, by name and origin', () => {
    const here = {
      ...newStore('1', 'now'),
      facts: { 'pool.gmv': typed('1', '2'), 'pool.skus': typed('1', '1'), 'pool.orders': typed('1', '1') },
      ticks: { 'merge.step-apply': { isDone: true, at: '3' } },
    };
    const there = {
      ...newStore('1', 'now'),
      facts: {
        'pool.gmv': typed('2', '1'),
        'pool.skus': typed('2', '2'),
        'pool.orders': typed('1', '1'),
        'pool.returns': typed('1', '1'),
      },
      notes: { 'merge.step-apply': { text: 'tomorrow', at: '1' } },
    };
    const comparison = new Comparison();
    comparison.add(['store:1', there], here);
    expect(comparison.changes()).toEqual([
      { ...NONE, channelId: '1', name: '', changed: 1, newerHere: 2, newerThere: 3 },
    ]);
  });

  it('counts what was said of findings as what was said of rules', () => {
    const [early, late] = ['2026-11-01', '2026-11-02'].map((at) => ({ at, name: 'Li' }));
    const mute = { reason: 'known', expires: '2027-01-01', verdict: 'fail', countries: ['DE'] };
    const here = {
      version: 1,
      mutes: { a: { ...early, ...mute } },
      notes: { a: { ...late, text: 'mine' } },
      done: {},
    };
    const there = {
      version: 1,
      mutes: { a: { ...late, ...mute } },
      notes: { a: { ...early, text: 'theirs' }, b: { ...early, text: 'new' } },
      done: { c: early },
    };
    const comparison = new Comparison();
    comparison.add(['findings:1', there], here);
    expect(comparison.changes()).toEqual([
      { ...NONE, channelId: '1', name: '', changed: 1, newerHere: 1, newerThere: 3 },
    ]);
  });

  it('finds a record the same whose facts stand in another order, or that an older version kept', () => {
    const facts = {
      'pool.gmv': [
        ...typed('1', '1'),
        { value: '2', text: '2', at: '2', origin: { kind: 'imported', file: 'a' } },
      ],
    };
    const { colour: _c, ticks: _t, notes: _n, pools: _p, ...old } = newStore('1', 'now');
    const turned = { 'pool.gmv': facts['pool.gmv'].toReversed() };
    const comparison = new Comparison();
    comparison.add(['store:1', { ...old, version: 2, facts }], { ...newStore('1', 'now'), facts: turned });
    expect(comparison.changes()).toEqual([{ ...NONE, channelId: '1', name: '', same: 1 }]);
  });

  it('counts what can’t be read here as not there', () => {
    const comparison = new Comparison();
    comparison.add(['store:1', newStore('1', 'now')], 'gone');
    expect(comparison.changes()).toMatchObject([{ added: 1, changed: 0 }]);
  });
});
