import type { Text } from '../../i18n/translate.ts';
import { isLocked } from '../../import/problems.ts';
import { z } from '../../rules/zod.ts';
import { fileSchema } from '../export/lines.ts';

const MEGABYTE = 1_000_000;

/** A file larger than this is no audit that a browser could have collected. */
export const LARGEST_SENT = 200 * MEGABYTE;

const BEGINNING = /^\s*\{\s*"format"\s*:\s*"managedlens-audit"/;

const named = z.object({ format: z.literal('managedlens-audit'), version: z.int().check(z.positive()) });

/** An audit that a colleague sent, with the work on it; what its findings are is judged from these alone. */
export type SentAudit = Pick<z.infer<typeof fileSchema>, 'audit' | 'work'>;

/** Why a file can't be opened; the text says what of it is wrong, where, and how to mend it. */
export class UnreadableAudit extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.name = 'UnreadableAudit';
    this.text = text;
  }
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const key = BEGINNING.test(text) ? 'auditProblem_cut_off' : 'auditProblem_not_audit';
    throw new UnreadableAudit({ key, args: [name] });
  }
}

async function textOf(file: Blob, name: string): Promise<string> {
  try {
    return await file.text();
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new UnreadableAudit({ key: 'auditProblem_not_readable', args: [name] });
  }
}

/**
 * Opens what the JSON export wrote.
 * @param name the file's
 * @throws UnreadableAudit
 */
export async function sentAudit(file: Blob, name: string): Promise<SentAudit> {
  if (file.size === 0) throw new UnreadableAudit({ key: 'auditProblem_empty', args: [name] });
  if (file.size > LARGEST_SENT) {
    throw new UnreadableAudit({ key: 'auditProblem_too_large', args: [name, LARGEST_SENT / MEGABYTE] });
  }
  const json = jsonOf(await textOf(file, name), name);
  const { data } = named.safeParse(json);
  if (!data) throw new UnreadableAudit({ key: 'auditProblem_not_audit', args: [name] });
  if (data.version > 1) throw new UnreadableAudit({ key: 'auditProblem_version', args: [name] });
  const sent = fileSchema.safeParse(json);
  if (sent.success) return { audit: sent.data.audit, work: sent.data.work };
  const [issue] = sent.error.issues;
  const where = issue?.path.join(' › ') ?? '';
  throw new UnreadableAudit({ key: 'auditProblem_damaged', args: [name, where] });
}
