import { later } from './later.ts';

/** Over this many changes at once, going through them one by one costs more than looking at everything anew. */
const BURST = 1000;

/** What has changed since the last batch; `all` after a burst. */
export type Changes =
  | 'all'
  | {
      /** Elements whose own text or children changed. */
      touched: ReadonlySet<Element>;
      /** Elements that are new, with all that is in them. */
      added: ReadonlySet<Element>;
    };

export interface Observation {
  /** Asks for a batch that looks at everything anew. */
  refresh(): void;
  /** Hands over at once what has changed since the last batch, if anything has. */
  catchUp(): void;
  /** Drops what was written outside a batch, so that it is not seen as a change of the page's. */
  ignoreOwnWrites(): void;
  /** Sees and asks for nothing until it is resumed. */
  pause(): void;
  /** Goes on with a batch that looks at everything anew. */
  resume(): void;
}

/** Frames don't come in a hidden tab, and its strips must be right when it is shown again. */
const nextFrame = (callback: () => void): void => {
  if (document.hidden) later(callback);
  else requestAnimationFrame(callback);
};

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/**
 * The one observer of the page. Its callback only queues; a batch is handed over once a frame, and what the
 * batch itself writes is not seen as a change.
 * @param onTouched called at once, before anyone can have seen the change: only for what must not wait for the batch
 * @param isOver read first in every callback: an old content script outlives an extension update
 */
export function observe(
  root: Element,
  onBatch: (changes: Changes) => void,
  onTouched: (elements: readonly Element[] | 'all') => void,
  isOver: () => boolean,
): Observation {
  let touched = new Set<Element>();
  let added = new Set<Element>();
  let isBurst = false;
  let isScheduled = false;
  let isPaused = false;

  const stop = (): void => observer.disconnect();

  const flush = (): void => {
    isScheduled = false;
    if (isPaused) return;
    if (isOver()) {
      stop();
      return;
    }
    const changes: Changes = isBurst ? 'all' : { touched, added };
    touched = new Set();
    added = new Set();
    isBurst = false;
    onBatch(changes);
    observer.takeRecords();
  };

  const schedule = (): void => {
    if (!isScheduled) nextFrame(flush);
    isScheduled = true;
  };

  const queue = ({ target, addedNodes }: MutationRecord): void => {
    const element = elementOf(target);
    if (element) touched.add(element);
    for (const node of addedNodes) if (node instanceof Element) added.add(node);
  };

  const note = (records: readonly MutationRecord[]): void => {
    if (records.length + touched.size > BURST) isBurst = true;
    else records.forEach(queue);
  };

  const observer = new MutationObserver((records) => {
    if (isOver()) {
      stop();
      return;
    }
    note(records);
    onTouched(isBurst ? 'all' : records.flatMap(({ target }) => elementOf(target) ?? []));
    observer.takeRecords();
    schedule();
  });

  const catchUp = (): void => {
    note(observer.takeRecords());
    if (isBurst || touched.size > 0) flush();
  };

  const refresh = (): void => {
    if (isPaused) return;
    isBurst = true;
    schedule();
  };
  const pause = (): void => {
    isPaused = true;
    stop();
    touched = new Set();
    added = new Set();
  };
  const resume = (): void => {
    isPaused = false;
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    refresh();
  };
  resume();
  return { refresh, catchUp, ignoreOwnWrites: () => void observer.takeRecords(), pause, resume };
}
