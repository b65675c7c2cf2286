import { browser } from 'wxt/browser';
import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import { bundledPack } from '../../utils/packs/bundled.ts';
import { download } from '../../utils/packs/download.ts';
import { canVerify, keyIdOf } from '../../utils/packs/envelope.ts';
import {
  dueAt,
  type KeptPacks,
  layersOf,
  layersWith,
  type Outcome,
  stateOf,
  withDeclined,
  withInForce,
  withNoneDeclined,
  withOrder,
  withOutcome,
  withoutSource,
  withPutOff,
  withSource,
  withTaken,
} from '../../utils/packs/kept.ts';
import { layered } from '../../utils/packs/layers.ts';
import { receive } from '../../utils/packs/receive.ts';
import { Refused } from '../../utils/packs/refusals.ts';
import { MOST_SOURCES, originOf, parseSource, type Source, sourceId } from '../../utils/packs/sources.ts';
import type { PackNews, PackSourceView, PacksView } from '../../utils/packs/views.ts';
import { announceChange, announceSiteMap } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Packs } from '../../utils/storage/packs.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { currentPack, forgetPack, managed, sourcesOf } from './current-pack.ts';
import { logged } from './logged.ts';

const ALARM = 'packs';
const HOUR_MS = 60 * 60 * 1000;

const now = (): string => new Date().toISOString();

const packs = async (): Promise<Packs> => new Packs(await openRecords());

const hasAccess = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originOf(url)] });

async function ask(source: Source): Promise<Outcome> {
  const kept = await (await packs()).get();
  const id = sourceId(source);
  const { etag, seen, checkedAt } = stateOf(kept, id);
  // What can't be proved is not even fetched.
  if (!(await canVerify())) throw new Refused('cannot-verify');
  if (!(await hasAccess(source.url))) throw new Refused('no-access', new URL(source.url).hostname);
  const downloaded = await download(source.url, etag);
  if (downloaded === 'unchanged') return { kind: 'unchanged' };
  const bundled = await bundledPack();
  const received = await receive(downloaded.text, {
    key: source.key,
    seen,
    bundled: bundled.version,
    checkedAt,
    now: new Date(),
  });
  const layers = layersWith(kept, await sourcesOf(kept), id, received.publication);
  const unsound = layered(bundled, layers).left.find(({ from }) => from === id);
  if (unsound) throw new Refused(unsound.refusal.reason, unsound.refusal.detail);
  return { kind: 'received', ...received, etag: downloaded.etag };
}

async function askAndNote(source: Source): Promise<void> {
  const outcome = await ask(source).catch((error: unknown): Outcome => {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
    throw error;
  });
  const id = sourceId(source);
  const organisations = await managed();
  await (await packs()).change((kept) => {
    // It may have been taken out meanwhile.
    const isThere = [...organisations, ...kept.sources].some((other) => sourceId(other) === id);
    return isThere ? withOutcome(kept, id, outcome, now()) : kept;
  });
  await announceChange();
}

const running = new Map<string, Promise<void>>();

/** Whoever asks while a source is being asked waits for that answer. */
function askOnce(source: Source): Promise<void> {
  const id = sourceId(source);
  const asked = running.get(id) ?? askAndNote(source).finally(() => running.delete(id));
  running.set(id, asked);
  return asked;
}

/** Without a source there is no alarm, and no request is ever made. */
async function setAlarm(earliest = 0): Promise<void> {
  const kept = await (await packs()).get();
  const due = (await sourcesOf(kept)).map((source) => dueAt(stateOf(kept, sourceId(source)), Date.now()));
  if (due.length === 0) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: Math.max(earliest, Math.min(...due)) });
}

async function askDue(): Promise<void> {
  const kept = await (await packs()).get();
  const at = Date.now();
  const due = (await sourcesOf(kept)).filter((source) => dueAt(stateOf(kept, sourceId(source)), at) <= at);
  // What can't be noted, where the browser has no more room, would be due at once for ever.
  await Promise.all(due.map(askOnce)).finally(() => setAlarm(at + HOUR_MS));
}

/** Other rules are in force, or can be: every tab and page hears of it. */
async function announceRules(): Promise<void> {
  forgetPack();
  await announceSiteMap();
  await announceChange();
}

/** Asks each source once a day, and after a failure sooner. */
export function watchPacks(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) logged('packs', askDue());
  });
  // Chrome hands a policy on only some time after it has read the extension's schema.
  browser.storage.managed.onChanged.addListener(() =>
    logged(
      'packs',
      announceRules().then(() => setAlarm()),
    ),
  );
  logged('packs', setAlarm());
}

/** Asks every source now, as a person wants it: what was refused before is offered again. */
export async function updatePacks(): Promise<PacksView> {
  const store = await packs();
  await store.change(withNoneDeclined);
  await Promise.all((await sourcesOf(await store.get())).map(askOnce));
  await setAlarm();
  return viewPacks();
}

async function sourceView(
  kept: KeptPacks,
  source: Source,
  isManaged: boolean,
  inForce: ReadonlyMap<string, string>,
): Promise<PackSourceView> {
  const id = sourceId(source);
  const { triedAt, checkedAt, refusal, waiting } = stateOf(kept, id);
  return {
    id,
    url: source.url,
    keyId: await keyIdOf(source.key),
    isManaged,
    hasAccess: await hasAccess(source.url),
    triedAt,
    checkedAt,
    refusal,
    inForce: inForce.get(id) ?? null,
    waiting: waiting && {
      version: waiting.publication.version,
      date: waiting.publication.date,
      isPutOff: waiting.isPutOff,
    },
  };
}

/** What stands in the options of packs. */
export async function viewPacks(): Promise<PacksView> {
  const [kept, organisations, bundled] = await Promise.all([(await packs()).get(), managed(), bundledPack()]);
  const sources = await sourcesOf(kept);
  const layers = layersOf(kept, sources);
  // Of the very record that the rest of the view is of, which may change at any time.
  const { pack, won, left } = layered(bundled, layers);
  const inForce = new Map(layers.map(({ from, publication }) => [from, publication.version]));
  const urls = new Map(sources.map((source) => [sourceId(source), source.url]));
  return {
    canVerify: await canVerify(),
    bundled: bundled.version,
    version: pack.version,
    sources: await Promise.all(
      sources.map((source, place) => sourceView(kept, source, place < organisations.length, inForce)),
    ),
    won: won.map(({ part, id, from }) => ({ part, id, url: urls.get(from) ?? from })),
    left: left.map(({ from, refusal }) => ({ url: urls.get(from) ?? from, refusal })),
    earlier: kept.taken.map(({ at, layers }) => ({
      at,
      packs: Object.entries(layers).map(([id, { version }]) => ({ url: urls.get(id) ?? id, version })),
    })),
    inForce: kept.inForce,
  };
}

/** How old the rules are, and whether newer ones wait for a person. */
export async function packNews(): Promise<PackNews> {
  const [{ date, sources }, kept, { language }] = await Promise.all([
    currentPack(),
    (await packs()).get(),
    currentTranslator(),
  ]);
  const known = new Set((await sourcesOf(kept)).map(sourceId));
  return {
    date,
    undated: sources.flatMap((source) =>
      source.date === null ? [language === 'en' ? source.title.en : source.title.zh] : [],
    ),
    waiting: Object.entries(kept.states).filter(
      ([id, { waiting }]) => known.has(id) && waiting && !waiting.isPutOff,
    ).length,
  };
}

/** What changes, in one step. */
async function change(next: (kept: KeptPacks) => KeptPacks): Promise<PacksView> {
  await (await packs()).change(next);
  await announceRules();
  return viewPacks();
}

/** Adds a source that the user entered, and asks it. */
export async function addPackSource({ url, key }: Payload<'packs.add'>): Promise<Answer<'packs.add'>> {
  const source = parseSource(url, key);
  if (typeof source === 'string') return { problem: source };
  if (!(await canVerify())) return { problem: 'cannot-verify' };
  const kept = await (await packs()).get();
  const isThere = (await sourcesOf(kept)).some((own) => sourceId(own) === sourceId(source));
  if (!isThere && kept.sources.length >= MOST_SOURCES) return { problem: 'too-many' };
  if (!isThere) await change((before) => withSource(before, source));
  await askOnce(source);
  await setAlarm();
  return { problem: null };
}

/** Takes out a source of the user's; the organisation's stay. */
export async function removePackSource({ source }: Payload<'packs.remove'>): Promise<PacksView> {
  const view = await change((kept) => withoutSource(kept, source));
  await setAlarm();
  return view;
}

/** The later of two sources wins, so that their order is the user's to say; the organisation's stay first. */
export const orderPackSources = ({ sources }: Payload<'packs.order'>): Promise<PacksView> =>
  change((kept) => withOrder(kept, sources));

export const takePack = ({ source, version }: Payload<'packs.take'>): Promise<PacksView> =>
  change((kept) => withTaken(kept, source, version, now()));

export const putOffPack = ({ source, version }: Payload<'packs.put-off'>): Promise<PacksView> =>
  change((kept) => withPutOff(kept, source, version));

export const declinePack = ({ source, version }: Payload<'packs.decline'>): Promise<PacksView> =>
  change((kept) => withDeclined(kept, source, version));

export const goBackTo = ({ at }: Payload<'packs.use'>): Promise<PacksView> =>
  change((kept) => withInForce(kept, at));
