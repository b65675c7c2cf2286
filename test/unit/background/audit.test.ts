import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  collectRows,
  deleteAudit,
  deleteAuditsOf,
  endAudit,
  finishFinding,
  muteFinding,
  noteFinding,
  startAudit,
} from '../../../entrypoints/background/audit.ts';
import { readAuditing } from '../../../utils/storage/auditing.ts';
import { Audits, AuditsRefusedError } from '../../../utils/storage/audits.ts';
import { onAuditAnnounced } from '../../../utils/storage/edition.ts';
import { FindingsWork } from '../../../utils/storage/findings-work.ts';
import { localRecords } from '../../../utils/storage/local.ts';
import { Products } from '../../../utils/storage/products.ts';
import { Stores } from '../../../utils/storage/stores.ts';
import { CHANNEL, idOf, minute, seen, toy } from '../audit/support.ts';
import { resetStorage, valuesAside } from '../storage/support.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../../entrypoints/background/current-pack.ts', () => ({
  currentPack: async () => JSON.parse(readFileSync('public/rules/pack.json', 'utf8')),
}));

/** What keeps the audits; `undefined`: the browser refuses it. */
let kept: Audits | undefined;

vi.mock('../../../utils/storage/audits.ts', async (original) => {
  const module = await original<typeof import('../../../utils/storage/audits.ts')>();
  return {
    ...module,
    openAudits: async () => {
      if (!kept) throw new module.AuditsRefusedError('refused');
      return kept;
    },
  };
});

const FINDING = `eu.ce/${idOf(1)}`;
const MUTE = {
  name: '李雷',
  reason: '供应商已寄样',
  expires: minute(60),
  verdict: 'fail' as const,
  countries: ['DE'],
};

let announced = 0;

beforeEach(() => {
  resetStorage();
  kept = new Audits(localRecords());
  announced = 0;
  onAuditAnnounced(() => {
    announced += 1;
  });
});

describe('an audit', () => {
  it('starts once under the store’s name, and pages and panels hear of it', async () => {
    await new Stores(localRecords()).change(CHANNEL, minute(0), (store) => ({
      ...store,
      name: '玩具旗舰店',
    }));
    const { id } = await startAudit({ channelId: CHANNEL });
    expect(await startAudit({ channelId: CHANNEL })).toEqual({ id });
    expect(await kept?.head(id)).toMatchObject({ channelId: CHANNEL, name: '玩具旗舰店', endedAt: null });
    expect(await readAuditing()).toEqual({ [CHANNEL]: id });
    expect(announced).toBeGreaterThan(0);
    await endAudit({ id, isEnded: true });
    expect(await readAuditing()).toEqual({});
    await endAudit({ id, isEnded: false });
    expect(await readAuditing()).toEqual({ [CHANNEL]: id });
    await deleteAudit({ id });
    await deleteAudit({ id });
    expect(await readAuditing()).toEqual({});
    expect(await kept?.heads()).toEqual([]);
  });

  it('judges rows by what is kept of their products', async () => {
    const { id } = await startAudit({ channelId: CHANNEL });
    const { facts } = toy(1, { 'product.marks': [] });
    await new Products(localRecords()).changeMany(CHANNEL, [idOf(1)], (record) => ({ ...record, facts }));
    announced = 0;
    expect(await collectRows(seen([1, 2]))).toEqual({ isKept: true });
    expect(announced).toBe(1);
    const products = (await kept?.read(id))?.products;
    expect(products?.[idOf(1)]?.found.map(({ rule }) => rule)).toEqual(['eu.ce', 'gb.ce-or-ukca']);
    expect(products?.[idOf(2)]?.verdicts.labels).toBe('unknown');
  });

  it('takes no rows where none runs, and pages that did not hear of it do then', async () => {
    await fakeBrowser.storage.local.set({ auditing: { [CHANNEL]: 'gone' } });
    expect(await collectRows(seen([1]))).toEqual({ isKept: false });
    expect(await readAuditing()).toEqual({});
  });

  it('goes with its store; where the browser keeps none, that is no fault', async () => {
    const { id } = await startAudit({ channelId: CHANNEL });
    await deleteAuditsOf(CHANNEL);
    expect(await kept?.head(id)).toBeUndefined();
    kept = undefined;
    await deleteAuditsOf(CHANNEL);
    await expect(startAudit({ channelId: CHANNEL })).rejects.toThrow(AuditsRefusedError);
  });
});

describe('work on findings', () => {
  const work = () => new FindingsWork(localRecords()).get(CHANNEL);
  const of = { channelId: CHANNEL, finding: FINDING };

  it('is kept of the one store, taken back, and safe to be said twice', async () => {
    for (let times = 0; times < 2; times += 1) {
      await muteFinding({ ...of, mute: MUTE });
      await noteFinding({ ...of, name: '李雷', text: ' 等检测报告 ' });
      await finishFinding({ ...of, name: '李雷', isDone: true });
    }
    expect(await work()).toMatchObject({
      mutes: { [FINDING]: MUTE },
      notes: { [FINDING]: { name: '李雷', text: ' 等检测报告 ' } },
      done: { [FINDING]: { name: '李雷' } },
    });
    expect(await new FindingsWork(localRecords()).get('1')).toMatchObject({ mutes: {}, notes: {}, done: {} });
    await muteFinding({ ...of, mute: null });
    await noteFinding({ ...of, name: '李雷', text: ' ' });
    await finishFinding({ ...of, name: '李雷', isDone: false });
    expect(await work()).toMatchObject({ mutes: {}, notes: {}, done: {} });
    expect(announced).toBe(9);
  });

  it('that can’t be read is set aside, and the rest goes on', async () => {
    const records = localRecords();
    await records.update(`findings:${CHANNEL}`, () => 'broken');
    await noteFinding({ ...of, name: '', text: 'new' });
    expect(await valuesAside(records, `findings:${CHANNEL}`)).toEqual(['broken']);
    expect((await work()).notes[FINDING]?.text).toBe('new');
  });
});
