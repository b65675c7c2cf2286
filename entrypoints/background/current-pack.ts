import { browser } from 'wxt/browser';
import { bundledPack } from '../../utils/packs/bundled.ts';
import { layersOf } from '../../utils/packs/kept.ts';
import { type Layered, layered } from '../../utils/packs/layers.ts';
import { managedSources, type Source } from '../../utils/packs/sources.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Packs } from '../../utils/storage/packs.ts';

/** The sources of the organisation; Firefox refuses to be asked where there is no policy. */
export const managed = async (): Promise<Source[]> =>
  managedSources(await browser.storage.managed.get('packs').catch(() => undefined));

let laid: { bundled: Pack; layered: Promise<Layered> } | undefined;

async function layOn(bundled: Pack): Promise<Layered> {
  const kept = await new Packs(await openRecords()).get();
  if (kept.inForce === null) return layered(bundled, []);
  return layered(bundled, layersOf(kept, [...(await managed()), ...kept.sources]));
}

/** To be called when another pack is in force, or the sources are others. */
export function forgetPack(): void {
  laid = undefined;
}

/**
 * The bundled pack with what was taken laid over it, and whose each entry is.
 * @throws where what is kept can't be read; the next call tries again
 */
export async function currentLayers(): Promise<Layered> {
  const bundled = await bundledPack();
  if (laid?.bundled !== bundled) laid = { bundled, layered: layOn(bundled) };
  const { layered: found } = laid;
  return found.catch((error: unknown) => {
    if (laid?.layered === found) laid = undefined;
    throw error;
  });
}

/** The rules that everything is judged by. */
export const currentPack = async (): Promise<Pack> => (await currentLayers()).pack;
