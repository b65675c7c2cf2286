let last: Promise<void> = Promise.resolve();

/**
 * Does one thing after the other. What is sent again, because the background was stopped, would else arrive after
 * what was said later, and undo it.
 */
export function inOrder(work: () => Promise<unknown>, onFault: (error: unknown) => void): Promise<void> {
  last = last.then(work).then(() => undefined, onFault);
  return last;
}
