import type { Part } from './entries.ts';
import type { Flip } from './impact.ts';
import type { Refusal } from './refusals.ts';

/** How old the rules in force are, and what waits. */
export interface PackNews {
  /** A day, ISO 8601. */
  date: string;
  /** The titles of the sources that bear no date. */
  undated: string[];
  /** So many packs wait for a person to look at them. */
  waiting: number;
}

/** A source of packs as the options show it. */
export interface PackSourceView {
  id: string;
  url: string;
  keyId: string;
  /** Of the organisation's policy: only that can change it. */
  isManaged: boolean;
  hasAccess: boolean;
  /** ISO 8601. */
  triedAt: string | null;
  checkedAt: string | null;
  /** Why what it served last was not taken. */
  refusal: Refusal | null;
  /** The version of it that is in force. */
  inForce: string | null;
  waiting: { version: string; date: string; isPutOff: boolean } | null;
}

/** All of packs that the options show. */
export interface PacksView {
  /** Without it no pack is taken and no source added. */
  canVerify: boolean;
  /** Versions: of the pack that ships, and of what is in force. */
  bundled: string;
  version: string;
  sources: PackSourceView[];
  /** Whose the entries are that are not the bundled pack's. */
  won: { part: Part; id: string; url: string }[];
  /** What was taken once and can't be laid on any more. */
  left: { url: string; refusal: Refusal }[];
  /** What was in force before or is now, the newest first. */
  earlier: { at: string; packs: { url: string; version: string }[] }[];
  /** `at` of what is in force; `null`: the bundled pack alone. */
  inForce: string | null;
}

/** An entry that another pack has otherwise; `null` stands for a value that is not there. */
export interface PackChangeView {
  part: Part;
  id: string;
  kind: 'added' | 'changed' | 'removed';
  text: { zh: string; en: string } | null;
  fields: { path: string; before: string | null; after: string | null }[];
}

/** What taking a pack would change. */
export interface PackPreview {
  version: string;
  changes: PackChangeView[];
  stores: { channelId: string; name: string; flips: Flip[] }[];
  products: { channelId: string; productId: string; flips: Flip[] }[];
  /** How many flip, of how many that were looked at; more than are listed. */
  flipped: { stores: number; products: number };
  looked: { stores: number; products: number };
}
