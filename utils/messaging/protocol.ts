import type { SeenRows } from '../audit/collect.ts';
import type { Mute } from '../audit/work.ts';
import type { Row } from '../backup/file.ts';
import type { FieldPath } from '../facts/fields.ts';
import type { ImportedFrom, StatedProduct } from '../facts/imported.ts';
import type { StatedPool } from '../facts/pools.ts';
import type { TypedProductPath } from '../facts/product-fields.ts';
import type { StoreColour } from '../facts/store-colours.ts';
import type { InputProblem } from '../facts/typed.ts';
import type { ChecklistPath } from '../features/checklist/paths.ts';
import type { ChecklistView } from '../features/checklist/view.ts';
import type { CompareView } from '../features/compare.ts';
import type { GuardView } from '../features/guards.ts';
import type { NoticeView } from '../features/health.ts';
import type { ChipId } from '../features/judgement.ts';
import type { MonitorView } from '../features/monitor/index.ts';
import type { LogView } from '../features/monitor/log.ts';
import type { PanelSeen, PanelView } from '../features/panels/view.ts';
import type { CardView, ChipView } from '../features/present.ts';
import type { TeachView } from '../features/teach.ts';
import type { Language } from '../i18n/translate.ts';
import type { SourceProblem } from '../packs/sources.ts';
import type { PackNews, PackPreview, PacksView } from '../packs/views.ts';
import type { SiteMap } from '../rules/site-map.ts';
import type { PageHealth } from '../site/health.ts';
import type { Reading } from '../site/labelled.ts';
import type { Entry } from '../site/lists.ts';
import type { PageKind } from '../site/pages.ts';
import type { ProductRow } from '../site/product-row.ts';
import type { FieldPlace, Taught } from '../site/taught.ts';
import type { Lesson } from '../site/teach.ts';
import type { KeptTaught } from '../storage/taught.ts';

/** A row of another page's list than the products'. */
export interface SeenEntry extends Entry {
  /** Since when it has said just this, ISO 8601: a time left that the page does not count down goes on running. */
  seenAt: string;
}

/** A row of the product list, or of another page's list. */
export type PageRow = ProductRow | SeenEntry;

/** Rows of one page, as its reader saw them. */
export interface RowsSeen {
  page: PageKind;
  /** `null` where the address names no store. */
  channelId: string | null;
  /** ISO 8601. */
  readAt: string;
}

/** Strips written short: many rows share most of their chips. */
export interface StripsAnswer {
  label: string;
  chips: ChipView[];
  /** For each row the places of its chips in `chips`. */
  rows: number[][];
  /** ISO 8601: by then some of it says something else, though nothing that it rests on has changed. */
  until?: string;
}

/** A fact as its field in the form shows it. */
export interface TypedView {
  text: string;
  isExact: boolean;
  at: string;
}

export interface StoreSummary {
  channelId: string;
  name: string;
  colour: StoreColour | null;
  /** Empty where it was not seen yet. */
  lastSeen: string;
}

export interface StoreView extends StoreSummary {
  typed: Partial<Record<FieldPath, TypedView>>;
  /** The verdict for each programme and the merge fee, each as its card. */
  programmes: CardView[];
}

/** What was taught, as the options show it. */
export interface TaughtView extends KeptTaught {
  /** The pack knows it by itself now. */
  isKnown: boolean;
}

/** Where a person is who teaches a field: pointing, looking at what would be read, or done. */
export type TeachStep =
  | { kind: 'point'; problem: Extract<Lesson, { problem: unknown }> | null }
  | { kind: 'look' | 'not-kept'; lesson: Extract<Lesson, { values: unknown }> }
  | { kind: 'kept'; words: string };

/** What was last found on a kind of page. */
export interface HealthView {
  page: PageKind;
  /** ISO 8601. */
  at: string;
  packVersion: string;
  /** Paths of the site map. */
  lost: string[];
  report: string;
}

/** How much is kept of a store. */
export interface StoreSize {
  channelId: string;
  name: string;
  facts: number;
  products: number;
}

/** A value that could not be read and was set aside. */
export interface SetAsideView {
  /** Of the record that it was kept as. */
  key: string;
  /** ISO 8601; `null` where that was not kept. */
  at: string | null;
  /** In characters of JSON. */
  size: number;
}

/** What the popup shows first. */
export interface Overview {
  language: Language;
  /** What the user chose; `null`: as the browser. */
  chosenLanguage: Language | null;
  packVersion: string;
  packs: PackNews;
  stores: StoreSummary[];
  /** Of each kind of page seen, those with losses first. */
  healths: HealthView[];
  /** Of how many records something was set aside. */
  setAside: number;
}

/** Every message: what is sent, and what is answered. */
export interface Protocol {
  'overlay.start': { payload: null; answer: { siteMap: SiteMap } };
  /** What the overlay says while the page shows a security check. */
  'pause.text': { payload: null; answer: string };
  /** Brings the views into the frame that asks, or says why that is not possible. */
  'views.load': { payload: null; answer: { fault: string | null } };
  'rows.judge': { payload: RowsSeen & { rows: PageRow[] }; answer: StripsAnswer };
  'chip.explain': { payload: RowsSeen & { row: PageRow; title: string; chip: ChipId }; answer: CardView };
  'page.read': {
    payload: {
      page: PageKind;
      channelId: string;
      /** The product that the page is about, where its address names one. */
      productId: string | null;
      readAt: string;
      readings: Reading[];
      /** By the lists' names in the site map. */
      lists: Record<string, Entry[]>;
    };
    answer: null;
  };
  'guards.view': { payload: { page: PageKind; channelId: string | null }; answer: GuardView[] };
  'panel.view': {
    payload: PanelSeen & {
      page: PageKind;
      channelId: string | null;
      productId: string | null;
      readAt: string;
    };
    answer: PanelView;
  };
  /** `currency`: what an amount without a sign is in. */
  'product.type': {
    payload: {
      channelId: string | null;
      productId: string | null;
      path: TypedProductPath;
      text: string;
      currency: string | null;
    };
    /** Why it can't be taken, in the user's language. */
    answer: { problem: string | null };
  };
  'teach.view': { payload: FieldPlace & { step: TeachStep }; answer: TeachView };
  /** All of it or, where there is no room or no such field, nothing. */
  'taught.keep': { payload: { taught: Taught[] }; answer: { isKept: boolean } };
  'taught.list': { payload: null; answer: TaughtView[] };
  'taught.forget': { payload: Taught; answer: null };
  /** Answered with the notice to show; `null` where nothing was lost, or its notice was dismissed. */
  'page.health': { payload: PageHealth; answer: NoticeView | null };
  /** Quiets the notice of what was lost last on pages of a kind. */
  'health.dismiss': { payload: PageHealth; answer: null };
  'popup.open': { payload: null; answer: Overview };
  'store.view': { payload: { channelId: string }; answer: StoreView };
  /** The programmes side by side, and where the store stands with each. */
  'compare.view': { payload: { channelId: string }; answer: CompareView };
  /** Adds a store that was never seen; one that is there keeps all it has. */
  'store.add': { payload: { channelId: string; name: string }; answer: null };
  'store.colour': { payload: { channelId: string; colour: StoreColour | null }; answer: null };
  'store.name': { payload: { channelId: string; name: string }; answer: null };
  'fact.type': {
    payload: { channelId: string; path: FieldPath; text: string; isExact: boolean };
    answer: { problem: InputProblem | null };
  };
  'checklist.view': { payload: { channelId: string; path: ChecklistPath }; answer: ChecklistView };
  /** What a person says of a step, document or check that no fact decides; `null`: nothing any more. */
  'checklist.tick': { payload: { channelId: string; rule: string; isDone: boolean | null }; answer: null };
  /** Nothing typed is no note. */
  'checklist.note': { payload: { channelId: string; rule: string; text: string }; answer: null };
  'monitor.view': { payload: { channelId: string }; answer: MonitorView };
  /** `text`: what the entries are to say anywhere; `most`: so many at most, the newest. */
  'log.view': { payload: { channelId: string; text: string; most: number }; answer: LogView };
  /** `null`: the store has no pool of that ID. */
  'pool.keep': {
    payload: { channelId: string; poolId: string; pool: Omit<StatedPool, 'at'> | null };
    answer: null;
  };
  /** `file`: the log's name; `null`: it was pasted. */
  'calls.keep': { payload: { channelId: string; rate: number; file: string | null }; answer: null };
  'language.choose': { payload: { language: Language | null }; answer: null };
  'products.import': {
    payload: ImportedFrom & { channelId: string; products: StatedProduct[] };
    /** The IDs of products of which nothing was kept, because of a value that the rules don't take. */
    answer: { refused: string[] };
  };
  'products.imported': { payload: { channelId: string; productIds: string[] }; answer: { count: number } };
  /** Looks through all that can need a person; what is found comes by `onAlertsShown`. */
  'alerts.look': { payload: null; answer: null };
  /** `until`: ISO 8601; `null`: until its next stage. */
  'alert.snooze': { payload: { id: string; stage: string; until: string | null }; answer: null };
  /** `null`: all that is kept. */
  'backup.open': {
    payload: { channelId: string | null };
    answer: { extensionVersion: string; packVersion: string; keys: string[] };
  };
  'records.read': { payload: { keys: string[] }; answer: Row[] };
  /** Beside what is kept, or in its place. Answered with the keys of what is no record. */
  'records.restore': { payload: { rows: Row[]; isReplacing: boolean }; answer: { refused: string[] } };
  'records.delete': { payload: { keys: string[] }; answer: null };
  'stores.measure': { payload: null; answer: StoreSize[] };
  /** All that is kept of a store. */
  'store.delete': { payload: { channelId: string }; answer: null };
  'set-aside.list': { payload: null; answer: SetAsideView[] };
  'set-aside.delete': { payload: Pick<SetAsideView, 'at' | 'key'>; answer: null };
  'packs.view': { payload: null; answer: PacksView };
  /** Asks every source now. */
  'packs.update': { payload: null; answer: PacksView };
  'packs.add': { payload: { url: string; key: string }; answer: { problem: SourceProblem | null } };
  'packs.remove': { payload: { source: string }; answer: PacksView };
  /** The user's sources, by their ids, in the order in which they are laid on. */
  'packs.order': { payload: { sources: string[] }; answer: PacksView };
  /** What waits of a source; `null` where nothing does any more. */
  'packs.preview': { payload: { source: string }; answer: PackPreview | null };
  'packs.take': { payload: { source: string; version: string }; answer: PacksView };
  'packs.put-off': { payload: { source: string; version: string }; answer: PacksView };
  'packs.decline': { payload: { source: string; version: string }; answer: PacksView };
  /** Goes to what was in force once; `null`: the bundled pack alone. */
  'packs.use': { payload: { at: string | null }; answer: PacksView };
  /** Of a store whose audit runs, that one. */
  'audit.start': { payload: { channelId: string }; answer: { id: string } };
  'audit.end': { payload: { id: string; isEnded: boolean }; answer: null };
  'audit.delete': { payload: { id: string }; answer: null };
  /** Answered with whether an audit of the store runs. */
  'audit.rows': { payload: SeenRows; answer: { isKept: boolean } };
  /** `null`: the finding is muted no more. */
  'finding.mute': {
    payload: { channelId: string; finding: string; mute: Omit<Mute, 'at'> | null };
    answer: null;
  };
  /** Nothing typed is no note. */
  'finding.note': {
    payload: { channelId: string; finding: string; name: string; text: string };
    answer: null;
  };
  'finding.done': {
    payload: { channelId: string; finding: string; name: string; isDone: boolean };
    answer: null;
  };
}

export type MessageType = keyof Protocol;
export type Payload<T extends MessageType> = Protocol[T]['payload'];
export type Answer<T extends MessageType> = Protocol[T]['answer'];

/** What goes over the wire: plain JSON, as Chrome sends nothing else. */
export interface Message<T extends MessageType = MessageType> {
  managedLens: T;
  payload: Payload<T>;
}

/** A fault in the background, said in words, so that it is not taken for an answer. */
export type Reply<T extends MessageType> = { ok: true; answer: Answer<T> } | { ok: false; error: string };
