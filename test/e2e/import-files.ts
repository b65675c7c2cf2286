import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HEADER = 'Product ID,Category,Destinations,Blocked countries,Marks on the label';

/** A row of a toy for Germany that has all that the label table asks for. */
export const COMPLETE_TOY = (productId: string): string =>
  [
    `${HEADER},EU responsible person name,EU responsible person address,EU responsible person e-mail,Certificates`,
    `${productId},toys,DE,-,CE,Example GmbH,"Musterstr. 1, 10115 Berlin",contact@example.com,CE:ABC-1 @2099-01-31`,
  ].join('\r\n');

const BAD_EVERY = 100;

/** The lines of `manyRows` that can't be kept: each hundredth has a category that is none. */
export const badLines = (rows: number): number[] =>
  Array.from({ length: rows }, (_, index) => index + 2).filter((line) => (line - 1) % BAD_EVERY === 0);

/** A header and as many rows, line 2 the first. */
export const manyRows = (rows: number): string => {
  const lines = Array.from({ length: rows }, (_, index) => {
    const isBad = (index + 1) % BAD_EVERY === 0;
    return `${1005009000000001n + BigInt(index)},${isBad ? 'furniture' : 'toys'},"FR, DE, GB",-,"CE, UKCA"`;
  });
  return [HEADER, ...lines].join('\r\n');
};

/** A folder for files to choose, gone when the test is over. */
export class Files {
  readonly #folder = mkdtemp(join(tmpdir(), 'managedlens-import-'));

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(await this.#folder, name);
    await writeFile(path, content);
    return path;
  }

  async remove(): Promise<void> {
    await rm(await this.#folder, { recursive: true });
  }
}
