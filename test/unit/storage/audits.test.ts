import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newAudit } from '../../../utils/audit/audit.ts';
import { collect, ended } from '../../../utils/audit/collect.ts';
import { figuresOf } from '../../../utils/audit/stores.ts';
import { NO_WORK } from '../../../utils/audit/work.ts';
import { Audits } from '../../../utils/storage/audits.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import type { Records } from '../../../utils/storage/records.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, START, seen, toy } from '../audit/support.ts';
import { resetStorage, valuesAside } from './support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const OTHER = '21901';
const PAGE_1 = batchOf(seen([1, 2]), [toy(1, { 'product.marks': [] })]);
const PAGE_2 = batchOf(seen([3, 4], { number: 2, at: minute(1) }));

let records: Records;
let audits: Audits;

beforeEach(() => {
  resetStorage();
  records = localRecords();
  audits = new Audits(records);
});

const start = (channelId = CHANNEL, at = START) => audits.start(channelId, '玩具旗舰店', at);

describe('a kept audit', () => {
  it('says what the core says of the same batches', async () => {
    const { id } = await start();
    for (const batch of [PAGE_1, PAGE_2]) expect(await audits.collect(CHANNEL, async () => batch)).toBe(true);
    expect(await audits.read(id)).toEqual(auditOf([PAGE_1, PAGE_2], id));
    expect(await audits.head(id)).toMatchObject({ count: 4, isReceived: false, figures: null, fault: null });
  });

  it('is not touched by a batch that it has, nor by one that was seen before', async () => {
    const { id } = await start();
    await audits.collect(CHANNEL, async () => PAGE_2);
    await audits.collect(CHANNEL, async () => PAGE_1);
    const [audit, head] = [await audits.read(id), await audits.head(id)];
    await audits.collect(CHANNEL, async () => PAGE_1);
    await audits.collect(CHANNEL, async () => batchOf(seen([3], { number: 2, at: minute(-1), read: 2 })));
    expect(await audits.read(id)).toEqual(audit);
    expect(await audits.head(id)).toEqual(head);
  });

  it('has a product that moved to another page once, where it was seen last', async () => {
    const { id } = await start();
    await audits.collect(CHANNEL, async () => PAGE_1);
    const { revision = 0 } = (await audits.head(id)) ?? {};
    await audits.collect(CHANNEL, async () => batchOf(seen([2, 3], { number: 2, at: minute(2) })));
    expect(await audits.head(id)).toMatchObject({ count: 3, revision: revision + 1 });
    expect((await audits.read(id))?.products[idOf(2)]?.page).toBe(2);
  });

  it('loses nothing where two tabs hand over at once', async () => {
    const { id } = await start();
    await Promise.all([
      audits.collect(CHANNEL, async () => PAGE_1),
      audits.collect(CHANNEL, async () => PAGE_2),
    ]);
    expect(await audits.read(id)).toEqual(auditOf([PAGE_1, PAGE_2], id));
    expect(await audits.head(id)).toMatchObject({ count: 4 });
  });

  it('takes no rows of another store, and none while it does not run', async () => {
    const { id } = await start(OTHER);
    expect(await audits.collect(CHANNEL, async () => PAGE_1)).toBe(false);
    const own = await start();
    await audits.end(own.id, minute(5));
    const judge = vi.fn(async () => PAGE_1);
    expect(await audits.collect(CHANNEL, judge)).toBe(false);
    expect(judge).not.toHaveBeenCalled();
    expect(await audits.read(id)).toEqual(newAudit(id, OTHER, '玩具旗舰店', START));
  });
});

describe('the audits of a store', () => {
  it('run one at a time, however often one is started', async () => {
    const [first, again] = await Promise.all([start(), start(CHANNEL, minute(1))]);
    expect(again?.id).toBe(first?.id);
    expect(await audits.heads()).toHaveLength(1);
    expect(await audits.running(CHANNEL)).toEqual(first);
    expect(await audits.auditing()).toEqual({ [CHANNEL]: first?.id });
  });

  it('are over with their figures, once, and another can start', async () => {
    const { id } = await start();
    await audits.collect(CHANNEL, async () => PAGE_1);
    await audits.end(id, minute(5));
    await audits.end(id, minute(9));
    const figures = figuresOf(ended(auditOf([PAGE_1], id), minute(5)));
    expect(figures.rules.length).toBeGreaterThan(0);
    expect(await audits.head(id)).toMatchObject({ endedAt: minute(5), figures });
    expect(await audits.running(CHANNEL)).toBeUndefined();
    const next = await start(CHANNEL, minute(10));
    expect((await audits.heads()).map((head) => head.id)).toEqual([next.id, id]);
  });

  it('counts also what comes while the figures are made', async () => {
    const { id } = await start();
    await audits.collect(CHANNEL, async () => PAGE_1);
    await Promise.all([audits.end(id, minute(5)), audits.collect(CHANNEL, async () => PAGE_2)]);
    const { figures, count } = (await audits.head(id)) ?? {};
    expect(figures?.products).toBe(count);
  });

  it('go on with an earlier one, and end the one that runs', async () => {
    const earlier = await start();
    await audits.end(earlier.id, minute(1));
    const later = await start(CHANNEL, minute(2));
    await audits.end(earlier.id, null);
    expect(await audits.running(CHANNEL)).toMatchObject({ id: earlier.id, endedAt: null, figures: null });
    expect((await audits.head(later.id))?.endedAt).not.toBeNull();
  });

  it('are deleted with all their products, and no others’', async () => {
    const own = await start();
    const other = await start(OTHER);
    await audits.collect(CHANNEL, async () => PAGE_1);
    await audits.receive(auditOf([PAGE_1], 'received'), NO_WORK);
    await audits.deleteStore(CHANNEL);
    const keys = await records.keys('');
    const isNamed = JSON.stringify([keys, await records.getMany(keys)]).includes(own.id);
    expect(isNamed).toBe(false);
    expect(await audits.auditing()).toEqual({ [OTHER]: other.id });
    expect(await audits.read('received')).toEqual(auditOf([PAGE_1], 'received'));
    await audits.delete('received');
    await audits.delete('received');
    expect((await audits.heads()).map(({ id }) => id)).toEqual([other.id]);
  });

  it('can start where what is kept of the one that ran can’t be read', async () => {
    const { id } = await start();
    await records.update(`head:${id}`, () => ({ version: 9 }));
    expect(await audits.heads()).toEqual([]);
    expect(await valuesAside(records, `head:${id}`)).toEqual([{ version: 9 }]);
    const next = await start();
    expect(await audits.running(CHANNEL)).toEqual(next);
  });
});

describe('an audit that a colleague sent', () => {
  const sent = ended(auditOf([PAGE_1, PAGE_2], 'sent'), minute(9));

  it('is kept whole, and collects nothing', async () => {
    await audits.receive(sent, NO_WORK);
    expect(await audits.read('sent')).toEqual(sent);
    expect(await audits.head('sent')).toMatchObject({ isReceived: true, count: 4, figures: figuresOf(sent) });
    await audits.end('sent', null);
    expect(await audits.collect(CHANNEL, async () => PAGE_1)).toBe(false);
    expect(await audits.read('sent')).toEqual(sent);
  });

  it('takes the place of what was sent of it before, and never of one’s own', async () => {
    await audits.receive(auditOf([PAGE_1, batchOf(seen([9], { at: minute(2) }))], 'sent'), NO_WORK);
    await audits.receive(sent, NO_WORK);
    expect(await audits.read('sent')).toEqual(sent);
    expect((await audits.head('sent'))?.revision).toBe(2);
    expect(await records.keys('product:sent:')).toHaveLength(4);
    const own = await start();
    await audits.receive({ ...sent, id: own.id }, NO_WORK);
    expect(await audits.read(own.id)).toEqual(newAudit(own.id, CHANNEL, '玩具旗舰店', START));
  });

  it('for which there is no room leaves what was sent of it before', async () => {
    const before = auditOf([PAGE_1], 'sent');
    await audits.receive(before, NO_WORK);
    const refused = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(audits.receive(sent, NO_WORK)).rejects.toThrow('full');
    refused.mockRestore();
    expect(await audits.read('sent')).toEqual(before);
    expect(await audits.heads()).toHaveLength(1);
  });
});

it('a full browser: the audit keeps what it has, says so, and goes on when there is room', async () => {
  const { id } = await start();
  await audits.collect(CHANNEL, async () => PAGE_1);
  const { local } = fakeBrowser.storage;
  const refused = vi
    .spyOn(local, 'set')
    .mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  await expect(audits.collect(CHANNEL, async () => PAGE_2)).rejects.toThrow('full');
  refused.mockRestore();
  expect(await audits.read(id)).toEqual(auditOf([PAGE_1], id));
  expect(await audits.head(id)).toMatchObject({ fault: 'storage-full', count: 2 });
  await audits.collect(CHANNEL, async () => PAGE_2);
  expect(await audits.read(id)).toEqual(collect(auditOf([PAGE_1], id), PAGE_2));
  expect(await audits.head(id)).toMatchObject({ fault: null, count: 4 });
});
