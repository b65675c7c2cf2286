import { expose, proxy } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../../utils/audit/desk/desk.ts';
import { remoteDesk } from '../../../../utils/audit/desk/remote.ts';
import { AuditsRefusedError } from '../../../../utils/storage/audits.ts';
import { auditOf, batchOf, idOf, minute, seen, toy } from '../support.ts';
import { ALL, deskWith, fileWith, keep } from './support.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker that answers with a desk, and can be killed. */
class FakeWorker extends EventTarget {
  isDead = false;
  readonly #port: MessagePort;

  constructor(open: () => Desk | Promise<never>) {
    super();
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    this.#port = port1;
    port1.addEventListener('message', ({ data }) => {
      if (!this.isDead) this.dispatchEvent(new MessageEvent('message', { data }));
    });
    port1.start();
    expose(async () => proxy(await open()), port2);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.isDead) this.#port.postMessage(message, transfer);
  }

  terminate(): void {
    this.isDead = true;
  }

  die(message: string): void {
    this.terminate();
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

async function withWorkers() {
  const { audits } = deskWith();
  const id = await keep(audits, [batchOf(seen([1, 2]), [toy(1, { 'product.marks': [] }), toy(2)])]);
  const workers: FakeWorker[] = [];
  const desk = remoteDesk(() => {
    const worker = new FakeWorker(() => deskWith(minute(60), audits).desk);
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { audits, desk, id, workers };
}

const CE = { ...ALL, filter: { rule: 'eu.ce' } };

describe('the desk in a worker', () => {
  it('answers as the desk itself, an export with its progress and its file', async () => {
    const { desk, id, workers } = await withWorkers();
    expect(workers).toEqual([]);
    expect((await desk.open(id, 'en'))?.entry.id).toBe(id);
    expect(await desk.select(CE)).toBe(1);
    expect(await desk.lines(0, 9)).toMatchObject([{ productId: idOf(1) }]);
    const told: number[] = [];
    const { name, file } = await desk.export('csv', (done, total) => told.push(done / total));
    expect(name).toMatch(/\.csv$/);
    expect(file).toBeInstanceOf(Blob);
    await expect.poll(() => told.at(-1)).toBe(1);
    expect(workers).toHaveLength(1);
  });

  it('says that an export was cancelled', async () => {
    const { desk, id } = await withWorkers();
    await desk.open(id, 'en');
    const exported = desk.export('html', () => desk.cancelExport());
    await expect(exported).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('opens a file with its progress, and says that this was cancelled', async () => {
    const { desk } = await withWorkers();
    const file = fileWith({ ...auditOf([batchOf(seen([1, 2]))]), id: 'theirs' });
    const told: number[] = [];
    expect(await desk.receive(file, 'a.json', 'en', (done) => told.push(done))).toEqual({ id: 'theirs' });
    await expect.poll(() => told.at(-1)).toBe(2);
    const cancelled = desk.receive(file, 'a.json', 'en', () => undefined);
    desk.cancelReceive();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is started again when it has died, with the same audit open and the same lines chosen', async () => {
    const { audits, desk, id, workers } = await withWorkers();
    await desk.open(id, 'en');
    await desk.select(CE);
    vi.spyOn(audits, 'heads').mockImplementationOnce(() => new Promise(() => undefined));
    const waiting = desk.audits();
    workers[0]?.die('out of memory');
    await expect(waiting).rejects.toThrow('out of memory');
    expect(await desk.lines(0, 9)).toMatchObject([{ productId: idOf(1) }]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isDead).toBe(true);
    expect((await desk.open(id, 'zh_CN'))?.entry.id).toBe(id);
    expect(workers).toHaveLength(2);
  });

  it('that can not be opened says why, and is tried again with the next question', async () => {
    const { audits } = await withWorkers();
    let isRefused = true;
    const desk = remoteDesk(
      () =>
        new FakeWorker(() =>
          isRefused
            ? Promise.reject(new AuditsRefusedError('The browser keeps no audits'))
            : deskWith(minute(60), audits).desk,
        ) as unknown as Worker,
    );
    await expect(desk.audits()).rejects.toMatchObject({ name: 'AuditsRefusedError' });
    isRefused = false;
    expect(await desk.audits()).toHaveLength(1);
  });
});
