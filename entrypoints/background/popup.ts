import type { Overview, Payload } from '../../utils/messaging/protocol.ts';
import { announceChange } from '../../utils/storage/edition.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { SET_ASIDE } from '../../utils/storage/set-aside.ts';
import { chooseLanguage, chosenLanguage, currentTranslator } from '../../utils/storage/settings.ts';
import { Stores } from '../../utils/storage/stores.ts';
import { currentPack } from './current-pack.ts';
import { listHealths } from './health.ts';
import { packNews } from './packs.ts';
import { summaryOf } from './stores.ts';

/** What the popup and the options show first. */
export async function openPopup(): Promise<Overview> {
  const records = await openRecords();
  return {
    language: (await currentTranslator()).language,
    chosenLanguage: await chosenLanguage(),
    packVersion: (await currentPack()).version,
    packs: await packNews(),
    stores: (await new Stores(records).all()).map(summaryOf),
    healths: await listHealths(),
    setAside: (await records.keys(SET_ASIDE)).length,
  };
}

/** Keeps the language that the user chose, and everyone hears of it. */
export async function changeLanguage({ language }: Payload<'language.choose'>): Promise<null> {
  await chooseLanguage(language);
  await announceChange();
  return null;
}
