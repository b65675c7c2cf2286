import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packDifference, verdictFlips } from '../../../utils/packs/difference.ts';
import type { Facts } from '../../../utils/rules/facts.ts';
import { type Pack, packSchema } from '../../../utils/rules/pack.ts';

const text = readFileSync('public/rules/pack.json', 'utf8');
const pack = packSchema.parse(JSON.parse(text));

const changed = (change: (copy: Pack) => void): Pack => {
  const copy = packSchema.parse(JSON.parse(text));
  change(copy);
  return copy;
};

const bar = (copy: Pack, id: string, value: string): void => {
  for (const rule of copy.rules) if (rule.id === id && rule.test) rule.test.value = value;
};

const at = (changes: { path: string; before: unknown; after: unknown }[] | undefined, path: string) =>
  changes?.find((change) => change.path === path);

describe('the difference of two packs', () => {
  it('is none of a pack and itself', () => {
    expect(
      packDifference(
        pack,
        changed(() => undefined),
      ),
    ).toEqual([]);
  });

  it('names the field of a changed rule with its old and new value', () => {
    const after = changed((copy) => bar(copy, 'merge.gmv-90d', '60000'));
    expect(packDifference(pack, after)).toEqual([
      {
        part: 'rules',
        id: 'merge.gmv-90d',
        kind: 'changed',
        fields: [{ path: 'test.value', before: '50000', after: '60000' }],
      },
    ]);
  });

  it('tells what is gone from what is new, in every part', () => {
    const less = changed((copy) => {
      copy.notes.pop();
      copy.leftOut.shift();
      delete copy.groups.GSO;
    });
    const parts = (before: Pack, after: Pack): string[] =>
      packDifference(before, after).map(({ part, kind, fields }) => `${kind} ${part} ${fields.length}`);
    expect(parts(pack, less)).toEqual(['removed groups 0', 'removed notes 0', 'removed leftOut 0']);
    expect(parts(less, pack)).toEqual(['added groups 0', 'added notes 0', 'added leftOut 0']);
  });

  it('names a quote by its statement, so that a new one moves no other', () => {
    const after = changed(({ labels }) => {
      labels[0]?.evidence.unshift({ source: 'seed-004', statement: 'E99', quote: 'new' });
    });
    const [change] = packDifference(pack, after);
    expect(change?.fields).toEqual([
      { path: 'evidence.seed-004/E99.quote', before: undefined, after: 'new' },
    ]);
  });

  it('shows a list of countries whole', () => {
    const after = changed(({ groups }) => {
      groups.GSO = ['AE'];
    });
    const [change] = packDifference(pack, after);
    expect(change).toMatchObject({ part: 'groups', id: 'GSO', fields: [{ path: '', after: ['AE'] }] });
  });
});

describe('the verdicts that flip', () => {
  const facts: Facts[] = [
    {
      store: {
        registeredIn: 'CN',
        fullManagedStores: 2,
        gmv90dUsd: '55000',
        positiveRatingPct: '99',
        disputeRatePct: '0.1',
        fulfilmentRatePct: '99',
        skusByCategory: { toys: 300 },
        stableSupply: true,
      },
      pool: { gmv: '100', crossStoreAmount: '0', sellThroughPct: '90', returnRatePct: '10' },
    },
    { store: { gmv90dUsd: '70000' } },
    { product: { id: '1', category: 'toys', destinations: ['DE'], marks: [] } },
  ];

  it('are none under the same rules', () => {
    expect(
      verdictFlips(
        pack,
        changed(() => undefined),
        facts,
      ),
    ).toEqual([[], [], []]);
  });

  it('name the programme, and the facts that they are of', () => {
    const after = changed((copy) => bar(copy, 'merge.gmv-90d', '60000'));
    const [first, second] = verdictFlips(pack, after, facts);
    expect(at(first, 'programmes.merge.verdict')).toMatchObject({ before: 'pass', after: 'fail' });
    expect(at(first, 'programmes.merge.fails')).toMatchObject({
      before: undefined,
      after: ['merge.gmv-90d'],
    });
    expect(second).toEqual([]);
  });

  it('name the fee and the label', () => {
    const after = changed((copy) => {
      bar(copy, 'merge.incentive-sell-through', '95');
      for (const label of copy.labels) if (label.id === 'eu.ce') label.countries = ['FR'];
    });
    const [first, , third] = verdictFlips(pack, after, facts);
    expect(at(first, 'mergeFee.incentive')).toMatchObject({ before: 'pass', after: 'fail' });
    expect(at(first, 'mergeFee.total')).toMatchObject({ before: '4.20', after: '5.50' });
    expect(at(third, 'labels.DE.missing')).toMatchObject({ before: ['eu.ce'], after: undefined });
  });
});
