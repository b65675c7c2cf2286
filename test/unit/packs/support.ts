import { readFileSync } from 'node:fs';
import { base64Of } from '../../../utils/packs/base64.ts';
import { signedEnvelope } from '../../../utils/packs/envelope.ts';
import type { Publication } from '../../../utils/packs/publication.ts';
import { packSchema } from '../../../utils/rules/pack.ts';

export const bundled = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

export interface Keys {
  publicKey: string;
  privateKey: CryptoKey;
}

export async function newKeys(): Promise<Keys> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { publicKey: base64Of(raw), privateKey: pair.privateKey };
}

/** A patch of one rule: the bar of the merge service's turnover is another. */
export function patch(version = '2026.12.1', value = '60000'): Publication {
  const rule = bundled.rules.find(({ id }) => id === 'merge.gmv-90d');
  if (!rule?.test) throw new Error('The bundled pack has no merge.gmv-90d');
  const [year = '', month = '', day = ''] = version.split('.');
  return {
    schema: 1,
    version,
    date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    rules: [{ ...rule, test: { ...rule.test, value } as typeof rule.test }],
  };
}

export const signed = (pack: unknown, { publicKey, privateKey }: Keys): Promise<string> =>
  signedEnvelope(typeof pack === 'string' ? pack : JSON.stringify(pack), publicKey, privateKey);
