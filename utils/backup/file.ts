import { z } from '../rules/zod.ts';
import { CHANNEL_ID } from '../site/pages.ts';
import { kindOf } from '../storage/kinds.ts';
import { type Settings, settingsSchema } from './settings.ts';

const KIND = 'backup';
const VERSION = 1;

/** A file larger than this is no backup that a browser could have kept. */
export const LARGEST_BACKUP = 500_000_000;

/** A record as it is kept, by its key. */
export type Row = readonly [key: string, value: unknown];

/** What a backup says of itself. */
export interface BackupHead {
  /** ISO 8601. */
  madeAt: string;
  extensionVersion: string;
  packVersion: string;
  /** The store that it is of; `null`: all that was kept. */
  channelId: string | null;
  settings: Settings;
}

export interface Backup extends BackupHead {
  rows: Row[];
  /** Rows that can't be restored, by their keys; a place in the file where a row has none. */
  bad: BadBackupRow[];
}

export interface BadBackupRow {
  key: string;
  problem: 'not-record' | 'not-row' | 'twice' | 'unknown-kind';
}

/** Why a file is refused as a whole. */
export type BackupProblem =
  | { problem: 'empty' | 'not-backup' | 'not-json' | 'too-large' }
  /** `line`: the first that can't be read. */
  | { problem: 'damaged'; line: number }
  /** `version`: of the extension that made it. */
  | { problem: 'newer'; version: string };

const head = z.object({
  managedLens: z.literal(KIND),
  version: z.int().check(z.positive()),
  extensionVersion: z.string(),
});

const backup = z.strictObject({
  managedLens: z.literal(KIND),
  version: z.literal(VERSION),
  madeAt: z.iso.datetime(),
  extensionVersion: z.string(),
  packVersion: z.string(),
  channelId: z.nullable(z.string().check(z.regex(CHANNEL_ID))),
  settings: settingsSchema,
  records: z.array(z.unknown()),
});

const row = z.tuple([z.string(), z.unknown()]);

/** Every record on a line of its own: the file can be compared, and a damaged line can be named. */
export const firstLines = ({ settings, ...about }: BackupHead): string =>
  `${JSON.stringify({ managedLens: KIND, version: VERSION, ...about, settings }).slice(0, -1)},"records":[\n`;

export const rowLines = (rows: readonly Row[], isFirst: boolean): string =>
  rows.map((entry, place) => `${isFirst && place === 0 ? '' : ',\n'}${JSON.stringify(entry)}`).join('');

export const LAST_LINE = '\n]}\n';

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isJson = (text: string): boolean => parsedJson(text) !== undefined;

/** Where a file that began as a backup can't be read any more: its first line that is no record, or its end. */
function damagedLine(text: string): number {
  const lines = text.trimEnd().split('\n');
  const place = lines.findIndex((line, index) => index > 0 && !isJson(line.trim().replace(/,$/, '')));
  return place < 0 ? lines.length : place + 1;
}

const startsAsBackup = (text: string): boolean =>
  new RegExp(`^\\s*{\\s*"managedLens"\\s*:\\s*"${KIND}"`).test(text);

/** The version of a record that says it, as those of stores and products do. */
const versionOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'version' in value && Number.isInteger(value.version)
    ? Number(value.version)
    : 0;

/** Whether a row's record is of a later version than this extension knows. */
function isNewer(record: unknown): boolean {
  const { data } = row.safeParse(record);
  return data !== undefined && versionOf(data[1]) > (kindOf(data[0])?.version ?? Number.POSITIVE_INFINITY);
}

/** Why a row can't be restored, where it can't. */
function rowProblem([key, value]: Row, seen: ReadonlySet<string>): BadBackupRow['problem'] | undefined {
  const kind = kindOf(key);
  // A file could bring a pack that nobody has signed.
  if (!kind || kind.isOwn) return 'unknown-kind';
  if (seen.has(key)) return 'twice';
  return kind.parse(value, key) === undefined ? 'not-record' : undefined;
}

/** So many rows are checked at a time: the page answers in between. */
const AT_A_TIME = 500;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function sortedRows(records: readonly unknown[]): Promise<Pick<Backup, 'bad' | 'rows'>> {
  const rows: Row[] = [];
  const bad: BadBackupRow[] = [];
  const seen = new Set<string>();
  for (const [place, record] of records.entries()) {
    if (place % AT_A_TIME === 0) await pause();
    const { data } = row.safeParse(record);
    const problem = data ? rowProblem(data, seen) : 'not-row';
    if (problem) bad.push({ key: data?.[0] ?? String(place + 1), problem });
    else if (data) rows.push(data);
    if (data) seen.add(data[0]);
  }
  return { rows, bad };
}

/** Why a text that is no backup of this version is refused. */
function problemOf(text: string, json: unknown): BackupProblem {
  if (text.trim() === '') return { problem: 'empty' };
  if (json === undefined) {
    return startsAsBackup(text) ? { problem: 'damaged', line: damagedLine(text) } : { problem: 'not-json' };
  }
  const { data } = head.safeParse(json);
  if (!data) return { problem: 'not-backup' };
  return data.version > VERSION
    ? { problem: 'newer', version: data.extensionVersion }
    : { problem: 'damaged', line: 1 };
}

/**
 * Reads a backup. Nothing is kept of it. A row that can't be restored is named and holds up no other, but a record of
 * a newer version means that all of the file is of a newer extension: restored in part it would be mixed with ours.
 */
export async function readBackup(text: string): Promise<Backup | BackupProblem> {
  const json = parsedJson(text.replace(/^\uFEFF/, ''));
  const { data } = backup.safeParse(json);
  if (!data) return problemOf(text, json);
  const { managedLens: _kind, version: _version, records, ...about } = data;
  const sorted = await sortedRows(records);
  const isOfNewer = sorted.bad.some(({ problem }) => problem === 'not-record') && records.some(isNewer);
  if (isOfNewer) return { problem: 'newer', version: about.extensionVersion };
  return { ...about, ...sorted };
}
