import { SaxesParser } from 'saxes';
import { letEventsRun } from './events.ts';
import { UnreadableFile } from './problems.ts';

const CHUNK_BYTES = 64 * 1024;

/** What is told of a part's XML, in its order. Names come without their prefix, those of attributes with it. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function parserFor(listener: XmlListener) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', () => {
    throw new UnreadableFile('broken-workbook');
  });
  parser.on('opentag', ({ name, attributes }) => listener.open?.(withoutPrefix(name), attributes));
  parser.on('closetag', ({ name }) => listener.close?.(withoutPrefix(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile('broken-workbook');
  }
}

/**
 * Reads a part's XML in pieces; between two of them other events have their turn.
 * @param onProgress gets the share that is done, up to 1
 * @throws {UnreadableFile} what is no well-formed XML in UTF-8
 */
export async function readXml(
  bytes: Uint8Array,
  listener: XmlListener,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = parserFor(listener);
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    signal?.throwIfAborted();
    parser.write(decode(decoder, bytes.subarray(start, start + CHUNK_BYTES)));
    onProgress?.(Math.min(1, (start + CHUNK_BYTES) / bytes.length));
    await letEventsRun();
  }
  parser.write(decode(decoder, undefined)).close();
}
