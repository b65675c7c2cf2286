import { type FileProblemKey, UnreadableFile } from './problems.ts';

const HEAD_BYTES = 16;
/** An encrypted workbook is an OLE2 file, as an old .xls is; its directory stands anywhere in it. */
const OLE2_BYTES = 8 * 1024 * 1024;

const bytesOf = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const ZIP = bytesOf('PK\x03\x04');
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Files that begin with these bytes are neither text nor a workbook. */
const OTHERS: readonly (readonly [number[], FileProblemKey])[] = [
  [bytesOf('%PDF'), 'pdf'],
  [bytesOf('\x89PNG'), 'image'],
  [bytesOf('\xff\xd8\xff'), 'image'],
  [bytesOf('GIF8'), 'image'],
  [bytesOf('RIFF'), 'image'],
  [bytesOf('Rar!'), 'archive'],
  [bytesOf('7z\xbc\xaf'), 'archive'],
  [bytesOf('\x1f\x8b'), 'archive'],
  [bytesOf('PK\x05\x06'), 'not-a-workbook'],
  // Excel 2 to 4: a bare BIFF stream.
  [[0x09, 0x00, 0x04, 0x00], 'old-xls'],
  [[0x09, 0x02, 0x06, 0x00], 'old-xls'],
  [[0x09, 0x04, 0x06, 0x00], 'old-xls'],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

const readBytes = async (file: Blob, end: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, end).arrayBuffer());

async function isEncrypted(file: Blob): Promise<boolean> {
  const directory = new TextDecoder('utf-16le').decode(await readBytes(file, OLE2_BYTES));
  return directory.includes('EncryptedPackage');
}

/** A text too may begin with `BM`, but a bitmap has zero bytes soon after. */
const isBitmap = (head: Uint8Array): boolean => startsWith(head, bytesOf('BM')) && head.includes(0);

/**
 * What a file is by its first bytes, whatever its name says.
 * @throws {UnreadableFile} what is neither a zip nor perhaps text
 */
export async function kindOf(file: Blob): Promise<'zip' | 'text'> {
  if (file.size === 0) throw new UnreadableFile('empty-file');
  const head = await readBytes(file, HEAD_BYTES);
  if (startsWith(head, ZIP)) return 'zip';
  if (startsWith(head, OLE2)) throw new UnreadableFile((await isEncrypted(file)) ? 'encrypted' : 'old-xls');
  if (isBitmap(head)) throw new UnreadableFile('image');
  const other = OTHERS.find(([start]) => startsWith(head, start));
  if (other) throw new UnreadableFile(other[1]);
  return 'text';
}
