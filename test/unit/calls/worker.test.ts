import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callLog, cancelCallLog, readCallFiles, readCallText } from '../../../entrypoints/popup/call-log.ts';
import { countLines, LIMIT, linesAt } from './support.ts';

/** A worker that says what the test tells it to. */
class TestWorker {
  static all: TestWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  work: { log: Blob; limit: number } | undefined;
  isEnded = false;

  constructor() {
    TestWorker.all.push(this);
  }

  postMessage(work: { log: Blob; limit: number }): void {
    this.work = work;
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: unknown): void {
    this.onmessage?.({ data });
  }
}

vi.stubGlobal('Worker', TestWorker);

const newest = (): TestWorker => {
  const worker = TestWorker.all.at(-1);
  if (!worker) throw new Error('no worker was started');
  return worker;
};

const file = (name: string): File => new File(['x'], name);
const log = countLines(linesAt([0, 3]));

beforeEach(() => {
  TestWorker.all = [];
  callLog.value = { kind: 'start' };
});

describe('reading a log in a worker', () => {
  it('tells how far it is, and what was read', async () => {
    const reading = readCallFiles([file('calls.log')], LIMIT);
    expect(newest().work?.limit).toBe(LIMIT);
    newest().say({ done: 10, total: 20 });
    expect(callLog.value).toEqual({ kind: 'reading', file: 'calls.log', done: 10, total: 20 });
    newest().say({ result: { log } });
    await reading;
    expect(callLog.value).toEqual({ kind: 'read', file: 'calls.log', log });
    expect(newest().isEnded).toBe(true);
  });

  it('takes a pasted text the same way', async () => {
    const reading = readCallText('2026-11-22', LIMIT);
    expect(await newest().work?.log.text()).toBe('2026-11-22');
    newest().say({ result: { refused: { problem: 'no-times' } } });
    await reading;
    expect(callLog.value).toEqual({ kind: 'refused', file: undefined, refused: { problem: 'no-times' } });
  });

  it('ends the worker when it is cancelled, and shows nothing of it any more', async () => {
    const reading = readCallFiles([file('calls.log')], LIMIT);
    cancelCallLog();
    await reading;
    expect(newest().isEnded).toBe(true);
    newest().say({ done: 10, total: 20 });
    expect(callLog.value).toEqual({ kind: 'start', note: { key: 'callsCancelled' } });
  });

  it('shows the log that was chosen last', async () => {
    const first = readCallFiles([file('first.log')], LIMIT);
    const second = readCallFiles([file('second.log')], LIMIT);
    const [early, late] = TestWorker.all;
    late?.say({ result: { log } });
    early?.say({ result: { refused: { problem: 'empty' } } });
    await Promise.all([first, second]);
    expect(callLog.value).toMatchObject({ kind: 'read', file: 'second.log' });
    expect(early?.isEnded).toBe(true);
  });

  it('takes none of several files', async () => {
    await readCallFiles([file('one.log'), file('two.log')], LIMIT);
    expect(TestWorker.all).toEqual([]);
    expect(callLog.value).toEqual({ kind: 'start', note: { key: 'importOneFile' } });
  });

  it('says what failed', async () => {
    const reading = readCallFiles([file('calls.log')], LIMIT);
    newest().onerror?.({ message: 'out of memory' });
    await reading;
    expect(callLog.value).toEqual({ kind: 'start', fault: 'out of memory' });
  });
});
