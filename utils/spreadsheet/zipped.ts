import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Part } from './workbook.ts';

/** Every file bears one date, so that the same content makes the same bytes. */
const DATE = new Date(1980, 0, 1);
const PIECES_AT_ONCE = 100;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Zips files piece by piece; what is ready can be written while the rest is being made. A piece may be empty. */
export function* zipped(parts: readonly Part[]): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = (): Uint8Array => {
    const chunks = joined(ready);
    ready = [];
    return chunks;
  };
  for (const { path, pieces } of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = DATE;
    zip.add(file);
    let some: string[] = [];
    for (const piece of pieces) {
      some.push(piece);
      if (some.length < PIECES_AT_ONCE) continue;
      file.push(strToU8(some.join('')));
      some = [];
      yield taken();
    }
    file.push(strToU8(some.join('')), true);
    yield taken();
  }
  zip.end();
  yield taken();
}
