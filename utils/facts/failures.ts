import { z } from '../rules/zod.ts';
import { PAGE_KINDS } from '../site/pages.ts';

/** A row of the board, word for word, with what the page around it says. */
const failure = z.strictObject({
  /** The SKU. */
  key: z.string(),
  values: z.record(z.string(), z.string()),
});

export const BOARD_VERSION = 1;

const boardSeen = z.strictObject({
  version: z.literal(BOARD_VERSION),
  channelId: z.string(),
  page: z.enum(PAGE_KINDS),
  /** When it was seen, ISO 8601 in UTC. */
  at: z.string(),
  rows: z.array(failure),
});

/** The board of failures of a store's merge pool, as it was last seen. */
export type BoardSeen = z.infer<typeof boardSeen>;
export type FailureRow = BoardSeen['rows'][number];

/** The board that a kept value is, where it is one. */
export const boardIn = (kept: unknown): BoardSeen | undefined => boardSeen.safeParse(kept).data;

/** What the page around the rows counts by the minute is no other failure. */
const IDENTITY = ['type', 'pool', 'at'];

/** Whether two boards hold the same failures. */
export function haveSameFailures(one: BoardSeen | undefined, other: BoardSeen): boolean {
  const told = ({ rows }: BoardSeen): string =>
    JSON.stringify(rows.map(({ key, values }) => [key, ...IDENTITY.map((name) => values[name])]));
  return one !== undefined && told(one) === told(other);
}

/** Of two looks at the board of one store the later. */
export const laterBoard = (one: BoardSeen, other: BoardSeen): BoardSeen => (one.at > other.at ? one : other);
