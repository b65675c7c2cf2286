import type { Text } from '../../i18n/translate.ts';
import { letEventsRun } from '../../import/events.ts';
import { isLocked } from '../../import/problems.ts';
import type { OnProgress } from '../../messaging/worker.ts';
import { z } from '../../rules/zod.ts';
import { type AuditedProduct, auditSchema, productSchema } from '../audit.ts';
import { LARGEST_SENT, MEGABYTE } from '../export/files.ts';
import { fileSchema } from '../export/lines.ts';
import { byPercent } from './percent.ts';

const BEGINNING = /^\s*\{\s*"format"\s*:\s*"managedlens-audit"/;

const named = z.object({ format: z.literal('managedlens-audit'), version: z.int().check(z.positive()) });

/** So many products are checked at a time: others are answered in between. */
const AT_ONCE = 200;

/** The file but for its products, which are checked some at a time, and its findings, which are for other readers. */
const frame = z.strictObject({
  ...fileSchema.shape,
  audit: z.strictObject({ ...auditSchema.shape, products: z.record(z.string(), z.unknown()) }),
  findings: z.array(z.unknown()),
});

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

/** @param place of what is wrong in the file */
const damaged = (name: string, place: readonly PropertyKey[]): UnreadableAudit =>
  new UnreadableAudit({ key: 'auditProblem_damaged', args: [name, place.join(' › ')] });

/** @param place of the value in the file */
function checked<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  name: string,
  ...place: string[]
): z.infer<Schema> {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const [issue] = error.issues;
  const more = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  throw damaged(name, [...place, ...(issue?.path ?? []), ...more]);
}

/** The file's JSON, as far as it is an audit of a version that is known here. */
async function jsonIn(file: Blob, name: string, signal: AbortSignal): Promise<unknown> {
  if (file.size === 0) throw new UnreadableAudit({ key: 'auditProblem_empty', args: [name] });
  if (file.size > LARGEST_SENT) {
    throw new UnreadableAudit({ key: 'auditProblem_too_large', args: [name, LARGEST_SENT / MEGABYTE] });
  }
  const text = await textOf(file, name);
  signal.throwIfAborted();
  const json = jsonOf(text, name);
  const { data } = named.safeParse(json);
  if (!data) throw new UnreadableAudit({ key: 'auditProblem_not_audit', args: [name] });
  if (data.version > 1) throw new UnreadableAudit({ key: 'auditProblem_version', args: [name] });
  return json;
}

/**
 * Opens what the JSON export wrote.
 * @param name the file's
 * @param onProgress called with how many products are checked, of how many
 * @throws UnreadableAudit
 * @throws the signal's reason, when it is aborted
 */
export async function sentAudit(
  file: Blob,
  name: string,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<SentAudit> {
  const { audit, work } = checked(frame, await jsonIn(file, name, signal), name);
  const tell = byPercent(onProgress);
  const sent = Object.entries(audit.products);
  const products: [string, AuditedProduct][] = [];
  const pause = async (): Promise<void> => {
    tell(products.length, sent.length);
    await letEventsRun();
    signal.throwIfAborted();
  };
  for (const [id, product] of sent) {
    if (products.length % AT_ONCE === 0) await pause();
    const place = ['audit', 'products', id];
    const read = checked(productSchema, product, name, ...place);
    if (read.productId !== id) throw damaged(name, [...place, 'productId']);
    products.push([id, read]);
  }
  await pause();
  return { audit: { ...audit, products: Object.fromEntries(products) }, work };
}
