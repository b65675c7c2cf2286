import { openEnvelope, publicKeyBytes } from '../../utils/packs/envelope.ts';
import { readPublication } from '../../utils/packs/publication.ts';
import { parseArguments } from './arguments.ts';
import { InputError, readText } from './input.ts';
import { refuseLarge, refuseUnsound, tellRefusal } from './publication.ts';

const USAGE = 'Usage: npm run -s rules -- verify FILE --key PUBLIC_KEY';

/** Proves a signed pack as the extension does, but for its time and version. */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const { names, options } = parseArguments(args, ['key'], USAGE);
  const [file, ...rest] = names;
  const { key } = options;
  if (!file || !key || rest.length > 0) throw new InputError(USAGE);
  if (!publicKeyBytes(key)) throw new InputError('--key should be a public key: 32 bytes in base64');
  const served = readText(file);
  refuseLarge(file, served);
  const publication = await tellRefusal(file, async () => readPublication(await openEnvelope(served, key)));
  await refuseUnsound(file, publication);
  console.log(
    `${file} is signed by this key and sound: version ${publication.version} of ${publication.date}.`,
  );
}
