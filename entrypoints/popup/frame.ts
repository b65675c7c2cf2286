import { storeTitle } from '../../components/StoreChoice.tsx';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { FRAME, type Frame } from './first.ts';

/** Keeps what the next popup shows before its program is there. */
export function keepFrame({ stores }: Overview, t: Translator): void {
  const frame: Frame = {
    lang: t.tag,
    brand: t('brand'),
    beside: t('brandOther'),
    loading: t('viewLoading'),
    stores: stores.map((store) => ({
      channelId: store.channelId,
      title: storeTitle(store, t),
      colour: store.colour ?? 'none',
    })),
  };
  try {
    localStorage.setItem(FRAME, JSON.stringify(frame));
  } catch {
    // Without room the next popup shows nothing until all of it is there.
    localStorage.removeItem(FRAME);
  }
}
