import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../utils/rules/pack.ts';

const text = readFileSync('public/rules/pack.json', 'utf8');
const pack = packSchema.parse(JSON.parse(text));
const proven = [...pack.rules, ...pack.fees, ...pack.labels];
const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

describe('the bundled pack', () => {
  it('is written as a program would write it', () => {
    expect(`${JSON.stringify(pack, null, 2)}\n`).toBe(text);
  });

  it.each(['sources', 'rules', 'fees', 'labels', 'formats'] as const)(
    'has its %s sorted, each id once',
    (part) => {
      const found = ids(pack[part]);
      expect(found).toEqual([...new Set(found)].sort());
    },
  );

  it('names only sources that it has, and has none that nothing names', () => {
    const named = new Set(proven.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    expect([...named].sort()).toEqual(ids(pack.sources));
  });

  it('says every rule in both languages', () => {
    for (const { id, text: sentence } of proven) {
      expect(sentence.zh, id).toMatch(/\p{Script=Han}/u);
      expect(sentence.en, id).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('lets nobody but a test of a bar, a caution, a conflict or an incentive decide', () => {
    for (const { id, kind, test } of pack.rules) expect(test !== undefined, id).toBe(kind !== 'statement');
  });

  it('reaches 47 countries semi-managed, all 27 of the EU and none of the KC or G-Mark markets among them', () => {
    const { SEMI = [], EU27 = [], GSO = [] } = pack.groups;
    expect(SEMI).toHaveLength(47);
    expect(EU27.filter((country) => SEMI.includes(country))).toHaveLength(27);
    expect(['KR', ...GSO].filter((country) => SEMI.includes(country))).toEqual([]);
  });

  it.each(pack.formats)('has a format $id that takes its valid samples and no invalid one', (format) => {
    const pattern = new RegExp(format.pattern, 'u');
    expect(format.valid.filter((sample) => !pattern.test(sample))).toEqual([]);
    expect(format.invalid.filter((sample) => pattern.test(sample))).toEqual([]);
  });
});
