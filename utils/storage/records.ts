/** So many of many records are read in one step. */
export const AT_ONCE = 500;

/** Records by key, whatever keeps them. Every value is plain JSON. */
export interface Records {
  get(key: string): Promise<unknown>;
  /** The values of several keys, in their order. */
  getMany(keys: readonly string[]): Promise<unknown[]>;
  /** Those that begin with the prefix; there may be many thousands of others. */
  keys(prefix: string): Promise<string[]>;
  /** The same with their values, read some at a time; one that is written meanwhile may be either. */
  entries(prefix: string): AsyncIterable<readonly [key: string, value: unknown]>;
  /** Reads and writes as one step; `undefined` from `change` takes the record out. */
  update(key: string, change: (kept: unknown) => unknown): Promise<void>;
  /**
   * The same for several keys, in their order, and still one step: all of them are written, or none. A value that
   * `change` hands back as it is stays as it is.
   */
  updateMany(keys: readonly string[], change: (kept: unknown, key: string) => unknown): Promise<void>;
  /**
   * Takes out, as one step, the records of the keys and all whose keys begin with the prefix, where one is
   * given. It needs no room.
   */
  remove(keys: readonly string[], prefix?: string): Promise<void>;
}
