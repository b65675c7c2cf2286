import { browser } from 'wxt/browser';
import { type Pack, packSchema } from '../rules/pack.ts';

let loading: Promise<Pack> | undefined;

async function load(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('/rules/pack.json'));
  return packSchema.parse(await response.json());
}

/**
 * The pack that ships with the extension, read and checked once in a background's life.
 * @throws where the file can't be read; the next call tries again
 */
export function bundledPack(): Promise<Pack> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
