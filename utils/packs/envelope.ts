import { z } from '../rules/zod.ts';
import { base64Of, bytesOfBase64, hexOf } from './base64.ts';
import { Refused } from './refusals.ts';

const KEY_BYTES = 32;

/**
 * What a publisher serves: one file, so that pack and signature can't be of two editions. The pack is a text in it,
 * and not an object, so that what is signed is exactly these bytes, however a program writes JSON.
 */
const envelopeSchema = z.strictObject({
  managedLensPack: z.literal(1),
  /** The id of the key it is signed by. */
  key: z.string(),
  /** Ed25519 over the UTF-8 bytes of `pack`; base64. */
  signature: z.string(),
  /** The pack, as JSON. */
  pack: z.string(),
});

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** What tells a text from every other. */
export const digestOf = (text: string): Promise<string> => digest(new TextEncoder().encode(text));

/** The 32 bytes of a public key in base64; undefined where it is none. */
export function publicKeyBytes(key: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = bytesOfBase64(key);
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}

/** What a public key is called by: 16 digits, to be read out on the telephone. */
export async function keyIdOf(key: string): Promise<string> {
  const bytes = publicKeyBytes(key);
  if (!bytes) throw new Error('A public key has 32 bytes in base64');
  return (await digest(bytes)).slice(0, 16);
}

/** What is served: the pack's text with its signature. */
export async function signedEnvelope(
  pack: string,
  publicKey: string,
  privateKey: CryptoKey,
): Promise<string> {
  const bytes = new TextEncoder().encode(pack);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes));
  const key = await keyIdOf(publicKey);
  return `${JSON.stringify({ managedLensPack: 1, key, signature: base64Of(signature), pack }, null, 2)}\n`;
}

function parsed(text: string): unknown {
  if (text.trim() === '') throw new Refused('empty');
  if (text.trimStart().startsWith('<')) throw new Refused('html');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('not-json');
  }
}

/** Whether the browser has Ed25519: Chrome before 137 has not. */
export const canVerify = (): Promise<boolean> =>
  crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );

/** @throws Refused where the browser has no Ed25519 */
async function verifier(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
  } catch {
    throw new Refused('cannot-verify');
  }
}

/**
 * The text of the pack in what was served, once its signature is proved.
 * @throws Refused where it is empty, a page, cut off, not signed, or not signed by this key
 */
export async function openEnvelope(served: string, publicKey: string): Promise<string> {
  const { data } = envelopeSchema.safeParse(parsed(served));
  if (!data) throw new Refused('not-signed');
  const { key, signature, pack } = data;
  const own = await keyIdOf(publicKey);
  if (key !== own) throw new Refused('other-key', own);
  const [keyBytes, signatureBytes] = [publicKeyBytes(publicKey), bytesOfBase64(signature)];
  if (!keyBytes || !signatureBytes) throw new Refused('wrong-signature');
  const bytes = new TextEncoder().encode(pack);
  const isGenuine = await crypto.subtle.verify('Ed25519', await verifier(keyBytes), signatureBytes, bytes);
  if (!isGenuine) throw new Refused('wrong-signature');
  return pack;
}
