/** Over this many changes at once, going through them one by one costs more than looking at everything anew. */
const BURST = 1000;

/** What has changed since the last batch: elements, or `all` after a burst. */
export type Changes = ReadonlySet<Element> | 'all';

export interface Observation {
  /** Asks for a batch that looks at everything anew. */
  refresh(): void;
  /** Drops what was written outside a batch, so that it is not seen as a change of the page's. */
  ignoreOwnWrites(): void;
  stop(): void;
}

/** Frames don't come in a hidden tab, and its strips must be right when it is shown again. */
const nextFrame = (callback: () => void): void => {
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(callback);
};

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/**
 * The one observer of the page. Its callback only queues; a batch is handed over once a frame, and what the
 * batch itself writes is not seen as a change.
 * @param isOver read first in every callback: an old content script outlives an extension update
 */
export function observe(
  root: Element,
  onBatch: (changes: Changes) => void,
  isOver: () => boolean,
): Observation {
  let changed = new Set<Element>();
  let isBurst = false;
  let isScheduled = false;

  const stop = (): void => observer.disconnect();

  const flush = (): void => {
    isScheduled = false;
    if (isOver()) {
      stop();
      return;
    }
    const changes: Changes = isBurst ? 'all' : changed;
    changed = new Set();
    isBurst = false;
    onBatch(changes);
    observer.takeRecords();
  };

  const schedule = (): void => {
    if (!isScheduled) nextFrame(flush);
    isScheduled = true;
  };

  const observer = new MutationObserver((records) => {
    if (isOver()) {
      stop();
      return;
    }
    if (records.length + changed.size > BURST) isBurst = true;
    else {
      for (const { target, addedNodes } of records) {
        for (const node of [target, ...addedNodes]) {
          const element = elementOf(node);
          if (element) changed.add(element);
        }
      }
    }
    schedule();
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });

  const refresh = (): void => {
    isBurst = true;
    schedule();
  };
  refresh();
  return { refresh, stop, ignoreOwnWrites: () => void observer.takeRecords() };
}
