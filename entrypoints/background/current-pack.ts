import { browser } from 'wxt/browser';
import { bundledPack } from '../../utils/packs/bundled.ts';
import { type KeptPacks, layersOf } from '../../utils/packs/kept.ts';
import { layered, publishersOf } from '../../utils/packs/layers.ts';
import { managedSources, type Source, sourceId } from '../../utils/packs/sources.ts';
import type { Pack } from '../../utils/rules/pack.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { Packs } from '../../utils/storage/packs.ts';

/** The sources of the organisation; Firefox refuses to be asked where there is no policy. */
export const managed = async (): Promise<Source[]> =>
  managedSources(await browser.storage.managed.get('packs').catch(() => undefined));

/** The organisation's sources, then the user's: the order in which they are laid on. */
export async function sourcesOf(kept: KeptPacks): Promise<Source[]> {
  const own = await managed();
  const ids = new Set(own.map(sourceId));
  return [...own, ...kept.sources.filter((source) => !ids.has(sourceId(source)))];
}

let laid: { bundled: Pack; pack: Promise<Pack> } | undefined;

async function layOn(bundled: Pack): Promise<Pack> {
  const kept = await new Packs(await openRecords()).get();
  if (kept.inForce === null) return bundled;
  const layers = layersOf(kept, await sourcesOf(kept));
  const { pack, won } = layered(bundled, layers);
  return { ...pack, publishers: publishersOf(won, layers) };
}

/** To be called when another pack is in force, or the sources are others. */
export function forgetPack(): void {
  laid = undefined;
}

/**
 * The rules that everything is judged by: the bundled pack with what was taken laid over it.
 * @throws where what is kept can't be read; the next call tries again
 */
export async function currentPack(): Promise<Pack> {
  const bundled = await bundledPack();
  if (laid?.bundled !== bundled) laid = { bundled, pack: layOn(bundled) };
  const { pack } = laid;
  return pack.catch((error: unknown) => {
    if (laid?.pack === pack) forgetPack();
    throw error;
  });
}
