import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { storeTitle } from './StoreChoice.tsx';

/** A store's name with its colour, which never stands alone. */
export const StoreTitle = ({ t, store }: { t: Translator; store: StoreSummary }) => (
  <span class="store-title">
    <span class="mark" data-colour={store.colour ?? 'none'} aria-hidden="true" />
    <bdi>{storeTitle(store, t)}</bdi>
  </span>
);
