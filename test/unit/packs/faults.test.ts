import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../utils/packs/entries.ts';
import { packFaults } from '../../../utils/packs/faults.ts';
import { missingEntries } from '../../../utils/packs/needed.ts';
import { type Pack, packSchema } from '../../../utils/rules/pack.ts';

const text = readFileSync('public/rules/pack.json', 'utf8');

const made = (change: (pack: Pack) => void): Pack => {
  const pack = packSchema.parse(JSON.parse(text));
  change(pack);
  return pack;
};

const rule = ({ rules }: Pack, id: string) => rules.find((each) => each.id === id) as Pack['rules'][number];

const doubt = ({ doubts }: Pack, id: string) =>
  doubts.find((each) => each.id === id) as Pack['doubts'][number];

const swap = (list: unknown[]): void => {
  list.splice(0, 2, list[1], list[0]);
};

const without = <T extends { id: string }>(list: T[], id: string): T[] =>
  list.filter((each) => each.id !== id);

const PLANTED: [fault: string, change: (pack: Pack) => void, expected: string][] = [
  [
    'rules that are not sorted',
    ({ rules }) => swap(rules),
    'rules: deposit.fine-deducted should stand before deposit.no-debts: the list is sorted',
  ],
  [
    'formats that are not sorted',
    ({ formats }) => swap(formats),
    'formats: DE_BATT should stand before DE_LUCID',
  ],
  ['left-out statements that are not sorted', ({ leftOut }) => swap(leftOut), 'leftOut: '],
  [
    'a group that is not sorted',
    ({ groups }) => swap(groups.EU27 ?? []),
    'groups EU27: AT should stand before BE',
  ],
  [
    'a step after what is none',
    (pack) => {
      rule(pack, 'merge.step-apply').after = ['merge.gap-rounding'];
    },
    'rules merge.step-apply: merge.gap-rounding should be another rule that is a step, a document or a bar',
  ],
  [
    'what runs from a step that there is not',
    (pack) => {
      rule(pack, 'merge.stage-1').steps = ['merge.step-beg'];
    },
    'rules merge.stage-1: merge.step-beg should be another rule',
  ],
  ['a rule twice', (pack) => pack.rules.unshift(pack.rules[0] as never), 'rules: deposit'],
  [
    'an id of a rule and of a fee',
    (pack) => {
      rule(pack, 'merge.gmv-90d').id = 'merge.fee-base';
    },
    'rules, doubts, fees, labels, notes: merge.fee-base stands here twice',
  ],
  [
    'a reading twice',
    (pack) => {
      const { readings } = doubt(pack, 'conflict.semi-price');
      readings.push(readings[0] as never);
    },
    'doubts conflict.semi-price: one-price stands here twice',
  ],
  [
    'a text that is English in Chinese',
    (pack) => {
      rule(pack, 'merge.gmv-90d').text.zh = 'GMV';
    },
    'rules merge.gmv-90d: text.zh should be Chinese: GMV',
  ],
  [
    'a text that is Chinese in English',
    (pack) => {
      doubt(pack, 'conflict.semi-price').why.en = '价格';
    },
    'doubts conflict.semi-price: why.en should be English: 价格',
  ],
  [
    'a reading that is Chinese in English',
    (pack) => {
      for (const { text: words } of doubt(pack, 'conflict.semi-price').readings) words.en = '价格';
    },
    'doubts conflict.semi-price: readings.0.text.en should be English: 价格',
  ],
  [
    'a bar without a test',
    (pack) => {
      delete rule(pack, 'merge.gmv-90d').test;
    },
    'rules merge.gmv-90d: a bar should have a test',
  ],
  [
    'a definition with a test',
    (pack) => {
      rule(pack, 'merge.gmv-90d').kind = 'definition';
    },
    'rules merge.gmv-90d: a definition should have no test',
  ],
  [
    'a period that is shorter than itself',
    (pack) => {
      rule(pack, 'merge.gmv-90d').periods = [{ from: 'pool.month', unit: 'days', least: 3, most: 2 }];
    },
    'rules merge.gmv-90d: a period of at least 3 and at most 2',
  ],
  [
    'a period by a reading that no doubt has',
    (pack) => {
      const reading = 'conflict.semi-price/two-prices';
      rule(pack, 'merge.gmv-90d').periods = [{ from: 'pool.month', unit: 'days', most: 2, reading }];
    },
    'rules merge.gmv-90d: no doubt has the reading conflict.semi-price/two-prices',
  ],
  [
    'a used reading that is none',
    (pack) => {
      doubt(pack, 'conflict.semi-price').used = 'two-prices';
    },
    'doubts conflict.semi-price: used should be one of its readings, not two-prices',
  ],
  [
    'a programme that is not there',
    (pack) => {
      pack.programmes = without(pack.programmes, 'exit');
    },
    'programmes has no exit',
  ],
  [
    'a programme that extends itself',
    ({ programmes }) => {
      for (const programme of programmes) if (programme.id === 'full') programme.extends = 'full-apply';
    },
    'programmes full: extends itself in a circle',
  ],
  [
    'a programme that extends one that is not there',
    (pack) => {
      pack.programmes = without(pack.programmes, 'full');
    },
    'programmes full-apply: extends full, which programmes has not',
  ],
  [
    'a source that is not there',
    (pack) => {
      pack.sources = without(pack.sources, 'seed-004');
    },
    'rules merge.gmv-90d: sources has no seed-004',
  ],
  [
    'a source that nothing rests on',
    ({ sources }) => {
      sources.push({ ...(sources.at(-1) as Pack['sources'][number]), id: 'zzz' });
    },
    'sources zzz: nothing in the pack rests on it',
  ],
  [
    'a statement both carried and left out',
    ({ leftOut }) => {
      (leftOut[0] as Pack['leftOut'][number]).statement = 'E13';
    },
    'leftOut E13: doubts ambiguity.gmv-of-stores carries it',
  ],
  [
    'a country that is none',
    ({ groups }) => {
      groups.EU27?.push('XX');
    },
    'groups EU27: XX is no ISO 3166-1 code of a country',
  ],
  [
    'a label for a group that is not there',
    ({ labels }) => {
      labels[0]?.countries.push('EFTA');
    },
    'EFTA is neither a group nor a country',
  ],
  [
    'a note for a country that is none',
    ({ notes }) => {
      notes[0]?.countries.push('UK');
    },
    'UK is neither a group nor a country',
  ],
  [
    'a format that is no expression',
    ({ formats }) => {
      (formats[0] as Pack['formats'][number]).pattern = '(';
    },
    'formats DE_BATT: ( is no regular expression',
  ],
  [
    'a valid sample that its format refuses',
    ({ formats }) => {
      formats[0]?.valid.push('x');
    },
    'formats DE_BATT: should match its valid sample x',
  ],
  [
    'an invalid sample that its format takes',
    ({ formats }) => {
      formats[0]?.invalid.push('21009049');
    },
    'formats DE_BATT: should not match its invalid sample 21009049',
  ],
  [
    'a fee that evaluation asks for by name',
    (pack) => {
      pack.fees = without(pack.fees, 'merge.fee-base');
    },
    'fees: has no merge.fee-base, which evaluation needs',
  ],
];

describe('a pack', () => {
  it('that is sound has no fault', () => {
    expect(packFaults(made(() => undefined))).toEqual([]);
  });

  it.each(PLANTED)('is faulted for %s', (_fault, change, expected) => {
    const faults = packFaults(made(change)).map(({ place, sentence }) => `${place}: ${sentence}`);
    expect(faults.join('\n')).toContain(expected);
  });

  it('needs whatever evaluation names', () => {
    const code = readdirSync('utils/rules').map((file) => readFileSync(`utils/rules/${file}`, 'utf8'));
    const named = [...code.join('\n').matchAll(/'([a-z]+\.[a-z0-9-]+)(?:\/[a-z0-9-]+)?'/g)].map(
      ([, id]) => id,
    );
    const had = entriesOf(made(() => undefined)).filter(({ part }) => part !== 'siteMap');
    const needed = new Set(
      missingEntries({ ...made(() => undefined), rules: [], doubts: [], fees: [] }).map(({ id }) => id),
    );
    const forgotten = had.filter(({ id }) => named.includes(id) && !needed.has(id));
    expect(forgotten.map(({ id }) => id)).toEqual([]);
    expect(needed.size).toBeGreaterThan(0);
  });
});
