import { type Browser, browser } from 'wxt/browser';
import { FIELD_PATHS } from '../facts/fields.ts';
import { TYPED_PRODUCT_PATHS } from '../facts/product-fields.ts';
import { STORE_COLOURS } from '../facts/store-colours.ts';
import { CHECKLIST_PATHS } from '../features/checklist/paths.ts';
import { CHIP_IDS } from '../features/judgement.ts';
import { LONGEST_KEY, MOST_SOURCES } from '../packs/sources.ts';
import { z } from '../rules/zod.ts';
import { pageHealth } from '../site/health-shape.ts';
import { PAGE_KINDS } from '../site/pages.ts';
import { fieldPlace, MOST_TAUGHT, taughtWords } from '../site/taught.ts';
import { AuditsRefusedError } from '../storage/audits.ts';
import { isStorageFull } from '../storage/full.ts';
import { currentTranslator } from '../storage/settings.ts';
import { faultText } from './fault.ts';
import {
  LONGEST_FILE_NAME,
  LONGEST_NOTE,
  LONGEST_TITLE,
  MOST_PRODUCTS_AT_ONCE,
  MOST_RECORDS_READ,
  MOST_RECORDS_RESTORED,
  MOST_ROWS_COLLECTED,
  POOL_ID,
} from './limits.ts';
import type { Answer, MessageType, Payload, Reply } from './protocol.ts';
import {
  channelId,
  countryCode,
  LONGEST_TEXT,
  name,
  packSource,
  packUrl,
  packVersion,
  pageReading,
  productId,
  productRow,
  recordKey,
  row,
  rowsSeen,
  rule,
  statedPool,
  statedProduct,
  teachStep,
  text,
} from './shapes.ts';

const auditId = z.string().check(z.maxLength(60));
const seenCount = z.nullable(z.int().check(z.nonnegative()));

/** A finding's id names its rule and product, or what ends. */
const ofFinding = { channelId, finding: text.check(z.includes('/')) };
const personName = name.check(z.regex(/\S/));

const PAYLOADS: { [T in MessageType]: z.ZodMiniType<Payload<T>> } = {
  'overlay.start': z.null(),
  'pause.text': z.null(),
  'views.load': z.null(),
  'rows.judge': z.strictObject({ ...rowsSeen, rows: z.array(row) }),
  'chip.explain': z.strictObject({
    ...rowsSeen,
    row,
    title: z.string().check(z.maxLength(LONGEST_TITLE)),
    chip: z.enum(CHIP_IDS),
  }),
  'page.read': z.strictObject({
    page: z.enum(PAGE_KINDS),
    channelId,
    productId: z.nullable(productId),
    readAt: z.iso.datetime(),
    ...pageReading,
  }),
  'guards.view': z.strictObject({ page: z.enum(PAGE_KINDS), channelId: z.nullable(channelId) }),
  'panel.view': z.strictObject({
    page: z.enum(PAGE_KINDS),
    channelId: z.nullable(channelId),
    productId: z.nullable(productId),
    readAt: z.iso.datetime(),
    ...pageReading,
    places: z.record(name, text),
    typed: z.partialRecord(z.enum(TYPED_PRODUCT_PATHS), text),
    whatIf: text,
  }),
  'product.type': z.strictObject({
    channelId: z.nullable(channelId),
    productId: z.nullable(productId),
    path: z.enum(TYPED_PRODUCT_PATHS),
    text,
    currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  }),
  'teach.view': z.extend(fieldPlace, { step: teachStep }),
  'taught.keep': z.strictObject({ taught: z.array(taughtWords).check(z.maxLength(MOST_TAUGHT)) }),
  'taught.list': z.null(),
  'taught.forget': taughtWords,
  'page.health': pageHealth,
  'health.dismiss': pageHealth,
  'popup.open': z.null(),
  'store.view': z.strictObject({ channelId }),
  'compare.view': z.strictObject({ channelId }),
  'store.add': z.strictObject({ channelId, name }),
  'store.colour': z.strictObject({ channelId, colour: z.nullable(z.enum(STORE_COLOURS)) }),
  'store.name': z.strictObject({ channelId, name }),
  'fact.type': z.strictObject({
    channelId,
    path: z.enum(FIELD_PATHS),
    text: z.string().check(z.maxLength(LONGEST_TEXT)),
    isExact: z.boolean(),
  }),
  'checklist.view': z.strictObject({ channelId, path: z.enum(CHECKLIST_PATHS) }),
  'checklist.tick': z.strictObject({ channelId, rule, isDone: z.nullable(z.boolean()) }),
  'checklist.note': z.strictObject({
    channelId,
    rule,
    text: z.string().check(z.maxLength(LONGEST_NOTE)),
  }),
  'monitor.view': z.strictObject({ channelId }),
  'log.view': z.strictObject({ channelId, text, most: z.int().check(z.positive()) }),
  'pool.keep': z.strictObject({
    channelId,
    poolId: z.string().check(z.regex(POOL_ID)),
    pool: z.nullable(statedPool),
  }),
  'calls.keep': z.strictObject({
    channelId,
    rate: z.int().check(z.nonnegative()),
    file: z.nullable(z.string().check(z.maxLength(LONGEST_FILE_NAME))),
  }),
  'language.choose': z.strictObject({ language: z.nullable(z.enum(['en', 'zh_CN'])) }),
  'products.import': z.strictObject({
    channelId,
    file: z.string().check(z.maxLength(LONGEST_FILE_NAME)),
    at: z.iso.datetime(),
    products: z.array(statedProduct).check(z.maxLength(MOST_PRODUCTS_AT_ONCE)),
  }),
  'products.imported': z.strictObject({
    channelId,
    productIds: z.array(productId).check(z.maxLength(MOST_PRODUCTS_AT_ONCE)),
  }),
  'alerts.look': z.null(),
  'alert.snooze': z.strictObject({
    id: z.string().check(z.maxLength(LONGEST_TEXT)),
    stage: z.string().check(z.maxLength(LONGEST_TEXT)),
    until: z.nullable(z.iso.datetime()),
  }),
  'backup.open': z.strictObject({ channelId: z.nullable(channelId) }),
  'records.read': z.strictObject({ keys: z.array(recordKey).check(z.maxLength(MOST_RECORDS_READ)) }),
  'records.restore': z.strictObject({
    rows: z.array(z.tuple([recordKey, z.unknown()])).check(z.maxLength(MOST_RECORDS_RESTORED)),
    isReplacing: z.boolean(),
  }),
  'records.delete': z.strictObject({ keys: z.array(recordKey).check(z.maxLength(MOST_RECORDS_READ)) }),
  'stores.measure': z.null(),
  'store.delete': z.strictObject({ channelId }),
  'set-aside.list': z.null(),
  'set-aside.delete': z.strictObject({ key: recordKey, at: z.nullable(z.string()) }),
  'packs.view': z.null(),
  'packs.update': z.null(),
  'packs.add': z.strictObject({ url: packUrl, key: z.string().check(z.maxLength(LONGEST_KEY)) }),
  'packs.remove': z.strictObject({ source: packSource }),
  'packs.order': z.strictObject({ sources: z.array(packSource).check(z.maxLength(MOST_SOURCES)) }),
  'packs.preview': z.strictObject({ source: packSource }),
  'packs.take': packVersion,
  'packs.put-off': packVersion,
  'packs.decline': packVersion,
  'packs.use': z.strictObject({ at: z.nullable(z.iso.datetime()) }),
  'audit.start': z.strictObject({ channelId }),
  'audit.end': z.strictObject({ id: auditId, isEnded: z.boolean() }),
  'audit.delete': z.strictObject({ id: auditId }),
  'audit.rows': z.strictObject({
    channelId,
    readAt: z.iso.datetime(),
    place: z.strictObject({ number: seenCount, of: seenCount, size: seenCount, total: seenCount }),
    rows: z
      .array(
        z.strictObject({
          row: productRow,
          title: z.string().check(z.maxLength(LONGEST_TITLE)),
          position: seenCount,
        }),
      )
      .check(z.maxLength(MOST_ROWS_COLLECTED)),
    read: z.int().check(z.nonnegative()),
    unread: z.int().check(z.nonnegative()),
  }),
  'finding.mute': z.strictObject({
    ...ofFinding,
    mute: z.nullable(
      z.strictObject({
        name: personName,
        reason: z.string().check(z.regex(/\S/), z.maxLength(LONGEST_NOTE)),
        expires: z.iso.datetime(),
        verdict: z.enum(['fail', 'caution', 'unknown']),
        countries: z.array(countryCode),
      }),
    ),
  }),
  'finding.note': z.strictObject({
    ...ofFinding,
    name,
    text: z.string().check(z.maxLength(LONGEST_NOTE)),
  }),
  'finding.done': z.strictObject({ ...ofFinding, name, isDone: z.boolean() }),
};

/** What a content script may ask; all else is for the extension's own pages. */
const OPEN_TO_PAGES: ReadonlySet<MessageType> = new Set([
  'overlay.start',
  'pause.text',
  'views.load',
  'rows.judge',
  'chip.explain',
  'page.read',
  'guards.view',
  'panel.view',
  'product.type',
  'teach.view',
  'taught.keep',
  'page.health',
  'health.dismiss',
  'audit.rows',
]);

/** Who asks. What the browser says of it is true; what a payload says of it need not be. */
export type Sender = Browser.runtime.MessageSender;

export type Handlers = { [T in MessageType]: (payload: Payload<T>, sender: Sender) => Promise<Answer<T>> };

const isMessageType = (type: unknown): type is MessageType =>
  typeof type === 'string' && Object.hasOwn(PAYLOADS, type);

const messageSchema = z.strictObject({ managedLens: z.string(), payload: z.unknown() });

/** Privileges come from where the sender runs, never from what the message says. */
function mayAsk(type: MessageType, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOwnPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
  return isOwnPage || OPEN_TO_PAGES.has(type);
}

async function answer<T extends MessageType>(
  handlers: Handlers,
  type: T,
  payload: unknown,
  sender: Sender,
): Promise<Reply<T>> {
  const checked = PAYLOADS[type].safeParse(payload);
  if (!checked.success) return { ok: false, error: `${type}: the payload is not of its shape` };
  try {
    return { ok: true, answer: await handlers[type](checked.data as Payload<T>, sender) };
  } catch (error) {
    console.error(`ManagedLens: ${type}`, error);
    if (isStorageFull(error)) return { ok: false, error: (await currentTranslator())('storageFull') };
    if (error instanceof AuditsRefusedError)
      return { ok: false, error: (await currentTranslator())('auditsRefused') };
    return { ok: false, error: `${type}: ${faultText(error)}` };
  }
}

/** Answers the messages of the protocol; nothing is said to a message that is not ours. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const { data } = messageSchema.safeParse(message);
    if (!data || !isMessageType(data.managedLens) || !mayAsk(data.managedLens, sender)) return undefined;
    return answer(handlers, data.managedLens, data.payload, sender);
  });
}
