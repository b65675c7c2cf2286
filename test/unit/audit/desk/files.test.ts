import { describe, expect, it } from 'vitest';
import { Desk } from '../../../../utils/audit/desk/desk.ts';
import { EXPORT_FORMATS, LARGEST_SENT } from '../../../../utils/audit/export/files.ts';
import { findingsOf } from '../../../../utils/audit/findings.ts';
import { muteOf, NO_WORK, type Work } from '../../../../utils/audit/work.ts';
import { auditOf, batchOf, CHANNEL, idOf, minute, seen, toy } from '../support.ts';
import { ALL, deskWith, fileWith, keep } from './support.ts';

const NUMBERS = Array.from({ length: 900 }, (_, index) => index + 1);
const UNMARKED = { 'product.marks': [] };
const batch = batchOf(seen([1, 2]), [toy(1, UNMARKED), toy(2)]);
const audit = auditOf([batch]);
const ce = findingsOf(audit).find(({ rule }) => rule === 'eu.ce');
if (!ce) throw new Error('no finding');
const SAID = { at: minute(2), name: '王芳', reason: 'known', expires: minute(100) };
const work: Work = { ...NO_WORK, mutes: { [ce.id]: muteOf(ce, SAID) } };

const nothing = (): void => undefined;

describe('an export', () => {
  it.each(EXPORT_FORMATS)('as %s has a name and type, and tells how far it is', async (format) => {
    const { audits, desk } = deskWith();
    await desk.open(await keep(audits, [batchOf(seen(NUMBERS))]), 'en');
    const told: number[] = [];
    const { name, type, file } = await desk.export(format, (done, total) => told.push(done / total));
    expect(name).toBe(`audit-${CHANNEL}-2026-11-22.${format}`);
    expect(type).toMatch(/\//);
    expect(file.type).toBe(type);
    expect(file.size).toBeGreaterThan(1000);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(3);
    // A message to the page for every piece would take longer than the piece.
    expect(told.length).toBeLessThan(102);
  });

  it('is given up when it is cancelled, and when another is asked for; lines are answered meanwhile', async () => {
    const { audits, desk } = deskWith();
    await desk.open(await keep(audits, [batchOf(seen(NUMBERS))]), 'en');
    const cancelled = desk.export('html', () => desk.cancelExport());
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const first = desk.export('html', nothing);
    const [, second, lines] = await Promise.all([
      expect(first).rejects.toMatchObject({ name: 'AbortError' }),
      desk.export('csv', nothing),
      desk.lines(0, 10),
    ]);
    expect(second.name).toMatch(/\.csv$/);
    expect(lines).toHaveLength(10);
  });
});

it('an export asks when it is made which mutes hold', async () => {
  const { audits, work: said } = deskWith();
  let now = minute(60);
  const desk = new Desk({ audits, work: said }, () => now);
  const id = await keep(audits, [batch]);
  await said.change(CHANNEL, () => work);
  await desk.open(id, 'en');
  const statesIn = async () => {
    const { file } = await desk.export('ndjson', nothing);
    const lines = (await file.text()).trimEnd().split('\n');
    const [first, ...others] = lines.map((line) => JSON.parse(line));
    return [first.states.muted, others.find((line) => line.id === ce.id).state];
  };
  expect(await statesIn()).toEqual([1, 'muted']);
  now = minute(100);
  expect(await statesIn()).toEqual([0, 'open']);
});

describe("a colleague's audit", () => {
  const sent = async () => {
    const { audits, work: said, desk } = deskWith();
    const id = await keep(audits, [batch]);
    await said.change(CHANNEL, () => work);
    await desk.open(id, 'en');
    const { name, file } = await desk.export('json', nothing);
    return { id, name, file };
  };

  it('is opened as it was, with the work on it, apart from the own audits of the same store', async () => {
    const { id, name, file } = await sent();
    const { audits, work: own, desk } = deskWith();
    const mine = await keep(audits, [batch], minute(-9000), minute(-8000));
    expect(await desk.receive(file, name, 'en', nothing)).toEqual({ id });
    const view = await desk.open(id, 'en');
    expect(view?.entry).toMatchObject({ id, isReceived: true, products: 2, endedAt: minute(59) });
    expect(view?.summary.byState.muted).toBe(1);
    expect(view?.others).toEqual([]);
    expect((await desk.open(mine, 'en'))?.others).toEqual([]);
    expect(await own.get(CHANNEL)).toEqual(NO_WORK);
  });

  it('that is sent once more takes the place of what was sent', async () => {
    const { id, name, file } = await sent();
    const { desk } = deskWith();
    await desk.receive(file, name, 'en', nothing);
    const more = batchOf(seen([3]), [toy(3, UNMARKED)]);
    expect(await desk.receive(fileWith({ ...auditOf([batch, more]), id }), 'b.json', 'en', nothing)).toEqual({
      id,
    });
    expect((await desk.audits()).map(({ products }) => products)).toEqual([3]);
    await desk.open(id, 'en');
    await desk.select({ ...ALL, filter: { rule: 'eu.ce' } });
    expect((await desk.lines(0, 9)).map(({ productId }) => productId)).toEqual([idOf(1), idOf(3)]);
  });

  it('tells how far it is, while lines are answered, until it is kept', async () => {
    const { audits, desk } = deskWith();
    const mine = await keep(audits, [batchOf(seen(NUMBERS))]);
    await desk.open(mine, 'en');
    const told: [done: number, total: number, kept: number][] = [];
    const many = { ...auditOf([batchOf(seen(NUMBERS))]), id: 'theirs' };
    let kept = 1;
    const receiving = desk.receive(fileWith(many), 'a.json', 'en', (done, total) =>
      told.push([done, total, kept]),
    );
    expect(await desk.lines(0, 10)).toHaveLength(10);
    await receiving;
    kept = (await desk.audits()).length;
    expect(kept).toBe(2);
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(0)).toEqual([0, 900, 1]);
    expect(told.at(-1)).toEqual([900, 900, 1]);
  });

  it('that is cancelled leaves everything as it was, also what was sent before', async () => {
    const { id, name, file } = await sent();
    const { desk } = deskWith();
    await desk.receive(file, name, 'en', nothing);
    const more = { ...auditOf([batchOf(seen(NUMBERS))]), id };
    for (const moment of [0, 400, 900]) {
      const cancelled = desk.receive(fileWith(more), 'b.json', 'en', (done) => {
        if (done === moment) desk.cancelReceive();
      });
      await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    }
    expect((await desk.audits()).map(({ products }) => products)).toEqual([2]);
    // One that is begun afterwards is not given up with it.
    expect(await desk.receive(fileWith(more), 'b.json', 'en', nothing)).toEqual({ id });
  });

  it('never takes the place of an own one', async () => {
    const { audits, desk } = deskWith();
    const id = await keep(audits, [batch]);
    const received = await desk.receive(fileWith({ ...auditOf([]), id }), 'mine.json', 'en', nothing);
    expect(received).toEqual({
      problem: expect.stringMatching(/“mine\.json” is here already: .*2026-11-22 08:00 UTC/),
    });
    expect((await desk.open(id, 'en'))?.entry).toMatchObject({ products: 2, isReceived: false });
  });
});

describe('a file that is no audit', () => {
  const whole = async (): Promise<string> => fileWith(audit).text();
  const changed = async (from: string | RegExp, to: string): Promise<Blob> =>
    new Blob([(await whole()).replace(from, to)]);

  it.each<[string, () => Promise<Blob>, RegExp, RegExp]>([
    ['an empty file', async () => new Blob([]), /is empty\. Choose/, /是空文件。请选择/],
    [
      'a table that was exported',
      async () => new Blob(['\uFEFFSeverity,Verdict\r\n']),
      /is no audit.*\.json/,
      /不是.*\.json/,
    ],
    ['a workbook', async () => new Blob([new Uint8Array([80, 75, 3, 4, 200, 255])]), /is no audit/, /不是/],
    ['another JSON', async () => new Blob(['{"format":"other","version":1}']), /is no audit/, /不是/],
    ['JSON that is no object', async () => new Blob(['null']), /is no audit/, /不是/],
    [
      'half an audit',
      async () => new Blob([(await whole()).slice(0, 900)]),
      /cut off\. Have it sent/,
      /截断.*请让对方/,
    ],
    [
      "a newer version's",
      () => changed('"version":1', '"version":2'),
      /newer ManagedLens\. Update/,
      /更新版本的托管镜.*请先更新/,
    ],
    [
      'an audit that was changed by hand',
      () => changed('"channelId":"21900"', '"channelId":"x"'),
      /what is at audit › channelId can’t be right/,
      /audit › channelId处/,
    ],
    [
      'an audit whose product is another',
      () => changed(`"productId":"${idOf(2)}"`, '"productId":"<b>"'),
      new RegExp(`audit › products › ${idOf(2)} › productId`),
      new RegExp(`audit › products › ${idOf(2)} › productId`),
    ],
    [
      'an audit that has one product under two IDs',
      () => changed(`"productId":"${idOf(2)}"`, `"productId":"${idOf(1)}"`),
      new RegExp(`audit › products › ${idOf(2)} › productId`),
      new RegExp(`audit › products › ${idOf(2)} › productId`),
    ],
    [
      'an audit whose rule is called as what every object has',
      () => changed('"rule":"eu.ce"', '"rule":"constructor"'),
      new RegExp(`audit › products › ${idOf(1)} › found › 0 › rule`),
      new RegExp(`audit › products › ${idOf(1)} › found › 0 › rule`),
    ],
    [
      'an audit whose label is called so',
      () => changed('"outcomes":{', '"outcomes":{"constructor":"fail",'),
      /labels › outcomes › constructor can’t be right/,
      /labels › outcomes › constructor处/,
    ],
    [
      'an audit of a day that never was',
      () => changed(/"startedAt":"[^"]*"/, '"startedAt":"2026-99-99T08:00:00Z"'),
      /what is at audit › startedAt can’t/,
      /audit › startedAt处/,
    ],
    [
      'a mute without an end',
      async () => fileWith(audit, { ...work, mutes: { x: { ...muteOf(ce, SAID), expires: 'never' } } }),
      /what is at work › mutes › x › expires can’t/,
      /work › mutes › x › expires处/,
    ],
    [
      'a file with more in it',
      () => changed('"findings":', '"more":1,"findings":'),
      /what is at more can’t be right/,
      /more处/,
    ],
    [
      'an audit with more in it',
      () => changed('"audit":{', '"audit":{"more":1,'),
      /what is at audit › more can’t be right/,
      /audit › more处/,
    ],
  ])('%s is refused: which file, what is wrong, what to do', async (_, made, english, chinese) => {
    const { desk } = deskWith();
    const file = await made();
    expect(await desk.receive(file, '报告.json', 'en', nothing)).toEqual({
      problem: expect.stringMatching(english),
    });
    const received = await desk.receive(file, '报告.json', 'zh_CN', nothing);
    expect(received).toEqual({ problem: expect.stringMatching(chinese) });
    expect(received).toEqual({ problem: expect.stringContaining('“报告.json”') });
    expect(await desk.audits()).toEqual([]);
  });

  it('a file that is too large is not even read', async () => {
    const { desk } = deskWith();
    const file = new Blob(['{']);
    Object.defineProperty(file, 'size', { value: LARGEST_SENT + 1 });
    file.text = () => Promise.reject(new Error('read'));
    expect(await desk.receive(file, 'a.json', 'en', nothing)).toEqual({
      problem: expect.stringMatching(/larger than 500 MB/),
    });
  });

  it('a file that was moved meanwhile is said to be so', async () => {
    const { desk } = deskWith();
    const file = new Blob(['{']);
    file.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await desk.receive(file, 'a.json', 'en', nothing)).toEqual({
      problem: expect.stringMatching(/can’t be read/),
    });
  });

  it('where there is no room, the one who chose it is told', async () => {
    const { audits, desk } = deskWith();
    audits.receive = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await desk.receive(fileWith(audit), 'a.json', 'en', nothing)).toEqual({
      problem: expect.stringMatching(/room|space|full/i),
    });
  });
});
