import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../utils/rules/evaluate.ts';
import { factsSchema } from '../../../utils/rules/facts.ts';
import { pack } from './support.ts';

interface Case {
  id: string;
  note: string;
  facts: unknown;
  expect: Record<string, unknown>;
}

/** The command is held to these cases too; here they run in the process that mutation testing watches. */
describe.each(['merge', 'labels'])('the cases of %s.json', (name) => {
  const cases: Case[] = JSON.parse(readFileSync(`test/contract/cases/${name}.json`, 'utf8'));

  it.each(cases)('$id: $note', ({ facts, expect: expected }) => {
    expect(evaluate(pack, factsSchema.parse(facts))).toMatchObject(expected);
  });
});
