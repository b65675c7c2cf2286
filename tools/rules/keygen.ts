import { existsSync, writeFileSync } from 'node:fs';
import { base64Of } from '../../utils/packs/base64.ts';
import { keyIdOf } from '../../utils/packs/envelope.ts';
import { parseArguments } from './arguments.ts';
import { InputError } from './input.ts';

const USAGE = 'Usage: npm run -s rules -- keygen FILE';

/** Makes a key to sign packs with: the private one goes into a file, the public one is printed. */
export async function keygenCommand(args: readonly string[]): Promise<void> {
  const [file, ...rest] = parseArguments(args, [], USAGE).names;
  if (!file || rest.length > 0) throw new InputError(USAGE);
  // A key that is lost can't be made again, and every seller would have to add another source.
  if (existsSync(file)) throw new InputError(`${file} should not exist yet: a key is never overwritten`);
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const publicKey = base64Of(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const kept = { publicKey, privateKey: base64Of(privateKey) };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  console.log(`Public key ${publicKey} (id ${await keyIdOf(publicKey)}). Keep ${file} to yourself.`);
}
