import { browser } from 'wxt/browser';
import { type Pack, packSchema } from '../rules/pack.ts';

let loading: Promise<Pack> | undefined;

/**
 * The pack that ships with the extension, read and checked once in a background's life.
 * @throws where the file is no pack: a build that can't happen without a failing test
 */
export function bundledPack(): Promise<Pack> {
  loading ??= (async () => {
    const response = await fetch(browser.runtime.getURL('/rules/pack.json'));
    return packSchema.parse(await response.json());
  })();
  return loading;
}
