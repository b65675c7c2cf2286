import { type ProxyMarked, proxy, type Remote, wrap } from 'comlink';
import type { Language } from '../../i18n/translate.ts';
import type { AuditDesk, FindingsAsked, Received } from '../desk.ts';

/** What the worker exposes. */
export type OpenDesk = () => Promise<AuditDesk & ProxyMarked>;

type RemoteDesk = Remote<AuditDesk & ProxyMarked>;

/**
 * The desk in a worker, which is started with the first question. Where it dies the questions that wait fail, and the
 * next one starts another, in which is open and chosen what was so before.
 */
export function remoteDesk(start: () => Worker): AuditDesk {
  let running: Promise<RemoteDesk> | undefined;
  let opened: { id: string; language: Language } | undefined;
  let selected: FindingsAsked | undefined;
  const waiting = new Set<(error: unknown) => void>();

  async function begun(worker: Worker): Promise<RemoteDesk> {
    const before = { opened, selected };
    const desk = await wrap<OpenDesk>(worker)();
    if (before.opened) await desk.open(before.opened.id, before.opened.language);
    if (before.selected) await desk.select(before.selected);
    return desk;
  }

  function run(): Promise<RemoteDesk> {
    const worker = start();
    const desk = begun(worker);
    const end = (error: unknown): void => {
      worker.terminate();
      if (running !== desk) return;
      running = undefined;
      for (const reject of waiting) reject(error);
      waiting.clear();
    };
    worker.addEventListener('error', ({ message }) => end(new Error(message)));
    desk.catch(end);
    return desk;
  }

  function ask<T>(question: (desk: RemoteDesk) => Promise<T>): Promise<T> {
    running ??= run();
    const answer = running.then(question);
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      answer.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  }

  return {
    audits: () => ask((desk) => desk.audits()),
    open(id, language) {
      const answer = ask((desk) => desk.open(id, language));
      if (opened?.id !== id) selected = undefined;
      opened = { id, language };
      return answer;
    },
    select(asked) {
      const answer = ask((desk) => desk.select(asked));
      selected = asked;
      return answer;
    },
    lines: (from, to) => ask((desk) => desk.lines(from, to)),
    placeOf: (id) => ask((desk) => desk.placeOf(id)),
    card: (id) => ask((desk) => desk.card(id)),
    matrix: () => ask((desk) => desk.matrix()),
    difference: (earlier) => ask((desk) => desk.difference(earlier)),
    changes: (kind, from, to) => ask((desk) => desk.changes(kind, from, to)),
    stores: (language) => ask((desk) => desk.stores(language)),
    export: (format, onProgress) => ask((desk) => desk.export(format, proxy(onProgress))),
    cancelExport() {
      void running?.then((desk) => desk.cancelExport());
    },
    receive: (file, name, language, onProgress) =>
      ask<Received>((desk) => desk.receive(file, name, language, proxy(onProgress))),
    cancelReceive() {
      void running?.then((desk) => desk.cancelReceive());
    },
  };
}
