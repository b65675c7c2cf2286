import { LARGEST_PACK } from '../../utils/packs/download.ts';
import { layered } from '../../utils/packs/layers.ts';
import type { Publication } from '../../utils/packs/publication.ts';
import { Refused } from '../../utils/packs/refusals.ts';
import { InputError, readPack } from './input.ts';

/** Tells why a pack would be refused, as the extension would. */
export async function tellRefusal<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new InputError(`${file} would be refused: ${error.message.trim()}`);
  }
}

/** @throws InputError where the extension would stop reading what is served before its end */
export function refuseLarge(file: string, served: string): void {
  const most = LARGEST_PACK / 1024 / 1024;
  if (Buffer.byteLength(served) > LARGEST_PACK)
    throw new InputError(`${file} would be refused: too-large, it is more than ${most} MB as it is served`);
}

/** @throws InputError where the pack, laid over the bundled one, would leave it unsound */
export async function refuseUnsound(file: string, publication: Publication): Promise<void> {
  const [left] = layered(await readPack(), [{ from: file, publication }]).left;
  if (left) throw new InputError(`${file} would be refused: ${left.refusal.reason} ${left.refusal.detail}`);
}
