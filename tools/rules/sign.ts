import { writeFileSync } from 'node:fs';
import { bytesOfBase64 } from '../../utils/packs/base64.ts';
import { publicKeyBytes, signedEnvelope } from '../../utils/packs/envelope.ts';
import { receive } from '../../utils/packs/receive.ts';
import { z } from '../../utils/rules/zod.ts';
import { parseArguments } from './arguments.ts';
import { InputError, readJson, readPack, readText } from './input.ts';
import { refuseLarge, refuseUnsound, tellRefusal } from './publication.ts';

const USAGE = 'Usage: npm run -s rules -- sign PACK --key FILE --out FILE';

const keyFile = z.strictObject({
  publicKey: z.string().check(z.refine((key) => publicKeyBytes(key) !== undefined)),
  privateKey: z.string(),
});

async function readKey(file: string): Promise<{ publicKey: string; privateKey: CryptoKey }> {
  const { data } = keyFile.safeParse(await readJson(file));
  const bytes = data && bytesOfBase64(data.privateKey);
  const privateKey =
    bytes &&
    (await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign']).catch(() => undefined));
  if (!data || !privateKey) throw new InputError(`${file} should be a file that keygen made`);
  return { publicKey: data.publicKey, privateKey };
}

/** Signs a pack, whole or partial, that the extension would take; the file is what is served. */
export async function signCommand(args: readonly string[]): Promise<void> {
  const { names, options } = parseArguments(args, ['key', 'out'], USAGE);
  const [file, ...rest] = names;
  if (!file || !options.key || !options.out || rest.length > 0) throw new InputError(USAGE);
  const { publicKey, privateKey } = await readKey(options.key);
  const served = await signedEnvelope(readText(file), publicKey, privateKey);
  refuseLarge(file, served);
  const { version: bundled } = await readPack();
  const measure = { key: publicKey, seen: null, bundled, checkedAt: null, now: new Date() };
  const { publication } = await tellRefusal(file, () => receive(served, measure));
  await refuseUnsound(file, publication);
  writeFileSync(options.out, served);
  console.log(`${options.out}: version ${publication.version}, signed.`);
}
