import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkQuotes } from '../../tools/rules/quotes.ts';
import { quotesOf } from '../../utils/packs/entries.ts';
import { packFaults } from '../../utils/packs/faults.ts';
import { packSchema } from '../../utils/rules/pack.ts';

const text = readFileSync('public/rules/pack.json', 'utf8');
const pack = packSchema.parse(JSON.parse(text));

interface Statement {
  id: string;
  seed: string;
  line: number;
  quote: string;
}

/** Every statement of the five documents, as they were listed apart from the pack. */
const statements: Statement[] = JSON.parse(readFileSync('test/contract/seed-rules.json', 'utf8'));

/** The list gives A33, an answer, the line above its question, where the same words stand too. */
const LINES: Record<string, number> = { A33: 62 };

describe('the bundled pack', () => {
  it('is written as a program would write it', () => {
    expect(`${JSON.stringify(pack, null, 2)}\n`).toBe(text);
  });

  it('has no fault', () => {
    expect(packFaults(pack)).toEqual([]);
  });

  it('quotes its sources word for word; only the regulation is not at hand', () => {
    const { faults, unchecked } = checkQuotes(pack, 'test/contract/sources');
    expect(faults).toEqual([]);
    expect(unchecked.map(({ source }) => source)).toEqual(['eu-2023-988']);
  });

  it('reaches 47 countries semi-managed, all 27 of the EU and none of the KC or G-Mark markets among them', () => {
    const { SEMI = [], EU27 = [], GSO = [] } = pack.groups;
    expect(SEMI).toHaveLength(47);
    expect(EU27.filter((country) => SEMI.includes(country))).toHaveLength(27);
    expect(['KR', ...GSO].filter((country) => SEMI.includes(country))).toEqual([]);
  });
});

describe('the statements of the five documents', () => {
  const quotes = quotesOf(pack);
  const named = (isLeftOut: boolean): string[] =>
    quotes.flatMap(({ part, statement }) =>
      statement && (part === 'leftOut') === isLeftOut ? [statement] : [],
    );

  it('are 209, each carried or left out for a reason, and none both', () => {
    const carried = new Set(named(false));
    const leftOut = new Set(named(true));
    expect(statements).toHaveLength(209);
    expect([...carried].filter((statement) => leftOut.has(statement))).toEqual([]);
    expect([...carried, ...leftOut].sort()).toEqual(statements.map(({ id }) => id).sort());
  });

  it('are quoted with the words, the line and the document of the list', () => {
    const listed = new Map(statements.map((statement) => [statement.id, statement]));
    for (const { statement, source, line, quote } of quotes) {
      if (statement === undefined) continue;
      const { seed, line: listedLine, quote: words } = listed.get(statement) as Statement;
      const expected = {
        source: `seed-${seed.slice(0, 3)}`,
        line: LINES[statement] ?? listedLine,
        quote: words,
      };
      expect({ source, line, quote }, statement).toEqual(expected);
    }
  });
});

describe('the doubts', () => {
  const numbers = (kind: 'ambiguity' | 'conflict'): string[] =>
    pack.doubts.filter((doubt) => doubt.kind === kind).map(({ number }) => number);
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  it('are the sixteen conflicts and the eleven ambiguities of the fact sheet, each once', () => {
    expect(numbers('conflict').sort()).toEqual(
      upTo(16)
        .map((number) => `K${number}`)
        .sort(),
    );
    expect(numbers('ambiguity').sort()).toEqual(upTo(11).map(String).sort());
  });
});
