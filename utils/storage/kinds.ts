import type { Snoozes } from '../alerts/snooze.ts';
import { NO_WORK } from '../audit/work.ts';
import { BOARD_VERSION, boardIn, laterBoard } from '../facts/failures.ts';
import { mergedProducts, PRODUCT_VERSION, productRecordIn } from '../facts/product-record.ts';
import { LOG_VERSION, mergedLogs, storeLogIn } from '../facts/store-log.ts';
import { mergedStores, STORE_VERSION, storeRecordIn } from '../facts/store-record.ts';
import { keptPacksIn } from '../packs/kept.ts';
import { PAGE_KINDS } from '../site/pages.ts';
import { CERTIFICATES, HELD, heldIn, NOTIFIED, SNOOZED, snoozesIn } from './alerts.ts';
import { mergedWork, workIn } from './findings-work.ts';
import { healthIn, laterHealth } from './healths.ts';
import { PACKS } from './packs.ts';
import { copiesIn, mergedCopies, SET_ASIDE } from './set-aside.ts';
import { mergedTaught, TAUGHT_VERSION, taughtRecordIn } from './taught.ts';

interface KindOf<T> {
  /** What its keys look like; what belongs to a store names it as `channelId`. */
  keys: RegExp;
  /** Today's version of its records; those of a kind without versions have none. */
  version?: number;
  /** It follows from other records or is about this browser alone: no backup has it, and none brings it. */
  isOwn?: true;
  /** The record in today's form; undefined where it is none, or another key's. */
  parse(kept: unknown, key: string): T | undefined;
  merge(one: T, other: T): T;
}

/** A kind of record. */
export interface Kind extends Pick<KindOf<unknown>, 'isOwn' | 'keys' | 'version'> {
  parse(kept: unknown, key: string): unknown;
  /** Two records of one key as one, with all that is the later; undefined where either is no record. */
  merged(one: unknown, other: unknown, key: string): unknown;
}

function kind<T>({ parse, merge, ...kept }: KindOf<T>): Kind {
  return {
    ...kept,
    parse,
    merged(one, other, key) {
      const [a, b] = [parse(one, key), parse(other, key)];
      return a !== undefined && b !== undefined ? merge(a, b) : undefined;
    },
  };
}

const channelOf = (key: string, { keys }: Pick<Kind, 'keys'>): string | undefined =>
  keys.exec(key)?.groups?.channelId;

const STORE = /^store:(?<channelId>\d{1,20})$/;
const LOG = /^log:(?<channelId>\d{1,20})$/;
const BOARD = /^failures:(?<channelId>\d{1,20})$/;
const FINDINGS = /^findings:(?<channelId>\d{1,20})$/;
const PRODUCT = /^product:(?<channelId>\d{1,20}):(?<productId>\d{8,20})$/;

/** The record where it is of the store that its key names. */
const ofStore =
  <T extends { channelId: string }>(keys: RegExp, recordIn: (kept: unknown) => T | undefined) =>
  (kept: unknown, key: string): T | undefined => {
    const record = recordIn(kept);
    return record?.channelId === keys.exec(key)?.groups?.channelId ? record : undefined;
  };

const exactly = (...keys: string[]): RegExp => new RegExp(`^(?:${keys.join('|')})$`);

/** Of each alert the snooze that was chosen later. */
const laterSnoozes = (one: Snoozes, other: Snoozes): Snoozes =>
  Object.fromEntries(
    Object.entries({ ...one, ...other }).map(([id, snooze]) => {
      const own = one[id];
      return [id, own && own.at > snooze.at ? own : snooze];
    }),
  );

/** Every kind of record that is kept but for what was set aside of them. */
const SOUND_KINDS: readonly Kind[] = [
  kind({ keys: STORE, version: STORE_VERSION, parse: ofStore(STORE, storeRecordIn), merge: mergedStores }),
  kind({ keys: LOG, version: LOG_VERSION, parse: ofStore(LOG, storeLogIn), merge: mergedLogs }),
  kind({ keys: BOARD, version: BOARD_VERSION, parse: ofStore(BOARD, boardIn), merge: laterBoard }),
  kind({ keys: FINDINGS, version: NO_WORK.version, parse: workIn, merge: mergedWork }),
  kind({
    keys: PRODUCT,
    version: PRODUCT_VERSION,
    parse(kept, key) {
      const record = productRecordIn(kept);
      return record?.productId === PRODUCT.exec(key)?.groups?.productId ? record : undefined;
    },
    merge: mergedProducts,
  }),
  kind({ keys: /^taught$/, version: TAUGHT_VERSION, parse: taughtRecordIn, merge: mergedTaught }),
  kind({ keys: exactly(SNOOZED), parse: snoozesIn, merge: laterSnoozes }),
  kind({
    keys: exactly(HELD),
    parse: heldIn,
    merge: (one, other) => [...new Set([...one, ...other])].toSorted(),
  }),
  kind({ keys: exactly(NOTIFIED, CERTIFICATES), isOwn: true, parse: (kept) => kept, merge: (one) => one }),
  // A file could bring a pack that nobody has signed.
  kind({ keys: exactly(PACKS), isOwn: true, parse: keptPacksIn, merge: (one) => one }),
  kind({ keys: new RegExp(`^health:(?:${PAGE_KINDS.join('|')})$`), parse: healthIn, merge: laterHealth }),
];

const isSetAside = (key: string): boolean => key.startsWith(SET_ASIDE);

const setAsideKind = kind({
  keys: new RegExp(`^${SET_ASIDE}`),
  parse: (kept) => (copiesIn(kept).length > 0 ? kept : undefined),
  merge: mergedCopies,
});

/** Every kind of record: what is kept under another key can't be backed up, restored or deleted with its store. */
export const kindOf = (key: string): Kind | undefined =>
  isSetAside(key) ? setAsideKind : SOUND_KINDS.find(({ keys }) => keys.test(key));

/** The store that a record belongs to, also when it was set aside. */
export function storeOf(key: string): string | undefined {
  const own = isSetAside(key) ? key.slice(SET_ASIDE.length) : key;
  const found = SOUND_KINDS.find(({ keys }) => keys.test(own));
  return found && channelOf(own, found);
}
