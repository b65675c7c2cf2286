/** Characters of JSON: a message stays far below what a browser sends at once. */
const LARGEST_BATCH = 4_000_000;

/** What is sent in the pieces that one message takes. */
export function* batchesOf<T>(all: readonly T[], most: number): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const one of all) {
    const own = JSON.stringify(one).length;
    if (batch.length === most || (batch.length > 0 && size + own > LARGEST_BATCH)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(one);
    size += own;
  }
  if (batch.length > 0) yield batch;
}
