import type { z } from '../rules/zod.ts';

/** Brings a record of one version to the next. Pure, and exact about what it takes and gives. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

const isRecord = (kept: unknown): kept is Record<string, unknown> & { version: number } =>
  typeof kept === 'object' && kept !== null && 'version' in kept && Number.isInteger(kept.version);

/**
 * Takes a kept value through every step that its version still lacks.
 * @param steps the first brings version 1 to 2
 * @returns the value itself where it is no record of a version that the steps know: what reads it refuses it then
 */
export function migrated(steps: readonly Migration[], kept: unknown): unknown {
  if (!isRecord(kept) || kept.version < 1 || kept.version > steps.length) return kept;
  return steps
    .slice(kept.version - 1)
    .reduce<Record<string, unknown>>(
      (record, step) => ({ ...step(record), version: Number(record.version) + 1 }),
      kept,
    );
}

/** The record that a kept value is in today's form; undefined where it is none, or a step of its migration fails. */
export function recordIn<T>(
  schema: z.ZodMiniType<T>,
  steps: readonly Migration[],
  kept: unknown,
): T | undefined {
  try {
    return schema.parse(migrated(steps, kept));
  } catch {
    return undefined;
  }
}
