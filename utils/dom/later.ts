export type Timer = ReturnType<typeof setTimeout>;

/**
 * `setTimeout` for scripts in pages that are not ours: in a document that is being left Firefox throws instead, and
 * nothing comes later there.
 */
export function later(callback: () => void, ms = 0): Timer | undefined {
  try {
    return setTimeout(callback, ms);
  } catch {
    return undefined;
  }
}
