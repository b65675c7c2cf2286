/** Records by key, whatever keeps them. Every value is plain JSON. */
export interface Records {
  get(key: string): Promise<unknown>;
  keys(): Promise<string[]>;
  /** Reads and writes as one step; `undefined` from `change` takes the record out. */
  update(key: string, change: (kept: unknown) => unknown): Promise<void>;
}
