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

/** @throws InputError where the pack, laid over the bundled one, would leave it unsound */
export async function refuseUnsound(file: string, publication: Publication): Promise<void> {
  const [left] = layered(await readPack(), [{ from: file, publication }]).left;
  if (left) throw new InputError(`${file} would be refused: ${left.refusal.reason} ${left.refusal.detail}`);
}
