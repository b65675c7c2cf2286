import { letEventsRun } from './events.ts';
import { UnreadableFile } from './problems.ts';

const CHUNK_BYTES = 256 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

interface Piece<T> {
  content: T;
  /** Bytes of the file up to the end of this piece. */
  done: number;
  isLast: boolean;
}

/** A file's bytes piece by piece; between two of them other events have their turn. */
async function* bytesOf(file: Blob, signal: AbortSignal | undefined): AsyncGenerator<Piece<Uint8Array>> {
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    signal?.throwIfAborted();
    const done = Math.min(start + CHUNK_BYTES, file.size);
    const content = new Uint8Array(await file.slice(start, done).arrayBuffer());
    yield { content, done, isLast: done === file.size };
    await letEventsRun();
  }
}

const BYTE_ORDER_MARKS: readonly (readonly [number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

async function markedEncoding(file: Blob): Promise<Encoding | undefined> {
  const head = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  return BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => head[index] === byte))?.[1];
}

/** How many bytes at the start are the rest of a UTF-8 character. */
function restOfCharacter(bytes: Uint8Array): number {
  const start = bytes.subarray(0, 3).findIndex((byte) => (byte & 0xc0) !== 0x80);
  return start < 0 ? Math.min(3, bytes.length) : start;
}

async function isUtf8(file: Blob, signal: AbortSignal | undefined): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for await (const { content } of bytesOf(file, signal)) {
    try {
      // Where a file was cut, its first and last character may be half of one.
      decoder.decode(isFirst ? content.subarray(restOfCharacter(content)) : content, { stream: true });
    } catch {
      return false;
    }
    isFirst = false;
  }
  return true;
}

/**
 * A text file's encoding: that of its byte order mark; without one UTF-8 if the whole file is UTF-8, but for half a
 * character at either end, otherwise GB18030, which GBK and GB2312 are parts of. What is not of the encoding is refused
 * when it is decoded.
 */
export async function encodingOf(file: Blob, signal?: AbortSignal): Promise<Encoding> {
  return (await markedEncoding(file)) ?? ((await isUtf8(file, signal)) ? 'utf-8' : 'gb18030');
}

function decodePiece(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: !isLast });
  } catch {
    throw new UnreadableFile('encoding');
  }
  if (text.includes('\0')) throw new UnreadableFile('not-text');
  return text;
}

/**
 * A file's text piece by piece, every line break as `\n`.
 * @param fatal whether bytes that the encoding doesn't have are refused; else a sign takes their place
 * @throws {UnreadableFile} such bytes, and what is no text
 */
export async function* textOf(
  file: Blob,
  encoding: Encoding,
  { signal, fatal = true }: { signal?: AbortSignal | undefined; fatal?: boolean } = {},
): AsyncGenerator<Piece<string>> {
  const decoder = new TextDecoder(encoding, { fatal });
  let held = '';
  for await (const { content, done, isLast } of bytesOf(file, signal)) {
    const text = held + decodePiece(decoder, content, isLast);
    // `\r` at the end may be the first half of a line break.
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    yield { content: text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n'), done, isLast };
  }
}
