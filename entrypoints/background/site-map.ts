import type { Answer, Payload } from '../../utils/messaging/protocol.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { isKnown, isTeachable, withTaught } from '../../utils/site/taught.ts';
import { announceSiteMap } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { TaughtWords } from '../../utils/storage/taught.ts';
import { currentPack } from './current-pack.ts';

const taughtWords = async (): Promise<TaughtWords> => new TaughtWords(await openRecords());

/** The pack's site map with what the user taught it: what every page is read by. */
export async function currentSiteMap(): Promise<SiteMap> {
  const [{ siteMap }, words] = await Promise.all([currentPack(), taughtWords()]);
  return withTaught(siteMap, await words.all());
}

/** What was taught, and which of it the pack knows by itself now. */
export async function listTaught(): Promise<Answer<'taught.list'>> {
  const [{ siteMap }, words] = await Promise.all([currentPack(), taughtWords()]);
  return (await words.all()).map((taught) => ({ ...taught, isKnown: isKnown(taught, siteMap) }));
}

/** Keeps taught words. What the pack has no field for is refused, and then nothing is kept. */
export async function keepTaught({ taught }: Payload<'taught.keep'>): Promise<Answer<'taught.keep'>> {
  const { siteMap } = await currentPack();
  if (!taught.every((one) => isTeachable(one, siteMap))) return { isKept: false };
  const isKept = await (await taughtWords()).add(taught, new Date().toISOString());
  if (isKept) await announceSiteMap();
  return { isKept };
}

/** Forgets taught words. */
export async function forgetTaught(taught: Payload<'taught.forget'>): Promise<null> {
  await (await taughtWords()).forget(taught);
  await announceSiteMap();
  return null;
}
