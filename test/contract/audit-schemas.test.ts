import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import * as mini from 'zod/mini';
import { json, ndjson } from '../../utils/audit/export/json.ts';
import { fileSchema, lineSchema } from '../../utils/audit/export/lines.ts';
import { reportOf } from '../../utils/audit/export/report.ts';
import { findingsOf } from '../../utils/audit/findings.ts';
import { muteOf } from '../../utils/audit/work.ts';
import { auditOf, batchOf, minute, seen, toy } from '../unit/audit/support.ts';

const published = (name: string) => `public/schemas/${name}.json`;

const SCHEMAS = [
  ['audit-line', 'A line of an audit of ManagedLens, exported as NDJSON', lineSchema],
  ['audit-file', 'An audit of ManagedLens, exported as JSON', fileSchema],
] as const;

const validator = (name: string) => fromJSONSchema(JSON.parse(readFileSync(published(name), 'utf8')));

describe('the published schemas', () => {
  it.each(SCHEMAS)('%s is what the code holds to', async (name, title, schema) => {
    const text = `${JSON.stringify({ title, ...mini.toJSONSchema(schema) }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../${published(name)}`);
  });

  const may = { ...auditOf([batchOf(seen([8], { at: '2026-05-12T08:00:00.000Z' }))]), id: 'may' };
  const audit = auditOf([
    batchOf(seen([1, 2]), [
      toy(1, { 'product.marks': [], 'product.expiries': [{ what: 'CE', on: '2026-11-23' }] }),
    ]),
  ]);
  const [finding] = findingsOf(audit);
  const said = { at: minute(1), name: '王芳', reason: 'later', expires: minute(100) };
  const work = {
    version: 1 as const,
    mutes: finding ? { [finding.id]: muteOf(finding, said) } : {},
    notes: { [finding?.id ?? '']: { at: minute(1), name: '', text: 'x' } },
    done: {},
  };
  const report = reportOf(audit, [may], work, minute(2));

  it('take every line of an export, and none that says something else', () => {
    const schema = validator('audit-line');
    const lines = [...ndjson(report)].map((line) => JSON.parse(line) as Record<string, unknown>);
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['audit', 'rule', 'finding', 'seen', 'not-seen']));
    for (const line of lines) {
      expect(schema.safeParse(line).success, JSON.stringify(line)).toBe(true);
      expect(schema.safeParse({ ...line, other: 1 }).success).toBe(false);
      expect(schema.safeParse({ ...line, auditId: null }).success).toBe(false);
    }
  });

  it('take an exported file, and none of another version', () => {
    const schema = validator('audit-file');
    const file = JSON.parse([...json(report)].join('')) as object;
    expect(schema.safeParse(file).error).toBeUndefined();
    expect(schema.safeParse({ ...file, version: 2 }).success).toBe(false);
  });
});
