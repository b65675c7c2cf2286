import type { Signal } from '@preact/signals';

/** What went wrong, in words. */
export const faultText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Waits for work that can fail: a fault is shown where the person looks, and gone again with the next work that succeeds. */
export const shownIn =
  (fault: Signal<string | undefined>) =>
  async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work;
      fault.value = undefined;
      return result;
    } catch (error) {
      fault.value = faultText(error);
      return undefined;
    }
  };
