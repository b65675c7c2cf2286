import { unzipSync } from 'fflate';
import { LIMITS, UnreadableFile } from './problems.ts';

/** The parts of an XLSX file, a zip; each is unpacked when it is asked for. */
export class Parts {
  private readonly bytes: Uint8Array;
  /** Unpacked sizes as the zip's directory declares them; no part is unpacked beyond its own. */
  private readonly sizes = new Map<string, number>();
  private unpacked = 0;

  /** @throws {UnreadableFile} a zip whose directory can't be read */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.unzip(({ name, originalSize }) => {
      this.sizes.set(name, originalSize);
      if (this.sizes.size > LIMITS.zipEntries) throw new UnreadableFile('not-a-workbook');
      return false;
    });
  }

  /**
   * @returns `undefined` where the file has no such part
   * @throws {UnreadableFile} a part that is damaged, or larger than what one import takes
   */
  read(name: string): Uint8Array | undefined {
    const size = this.sizes.get(name);
    if (size === undefined) return undefined;
    this.unpacked += size;
    if (this.unpacked > LIMITS.unpackedBytes) {
      throw new UnreadableFile('unpacks-too-large', LIMITS.unpackedBytes / 1024 / 1024);
    }
    return this.unzip((entry) => entry.name === name)[name];
  }

  private unzip(
    filter: (entry: { name: string; originalSize: number }) => boolean,
  ): Record<string, Uint8Array> {
    try {
      return unzipSync(this.bytes, { filter });
    } catch (error) {
      throw error instanceof UnreadableFile ? error : new UnreadableFile('broken-workbook');
    }
  }
}
