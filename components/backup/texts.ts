import { pageName } from '../../utils/features/present.ts';
import { keyOf, type Translator } from '../../utils/i18n/translate.ts';
import type { StoreSize, StoreSummary } from '../../utils/messaging/protocol.ts';
import type { PageKind } from '../../utils/site/pages.ts';
import { storeTitle } from '../StoreChoice.tsx';

/** A store as a sentence names it. */
export const storeNamed = (
  { channelId, name }: Pick<StoreSize, 'channelId' | 'name'>,
  t: Translator,
): string => storeTitle({ channelId, name }, t);

/** A text whose name is put together from what it says something of. */
export const textOf = (prefix: string, id: string, t: Translator, ...args: (string | number)[]): string =>
  t(keyOf(prefix, id), ...args);

/** What a record is, by the key it is kept under; the key itself where it is of no kind that is known here. */
export function recordName(key: string, stores: readonly StoreSummary[], t: Translator): string {
  const [kind = '', id = '', product = ''] = key.split(':');
  const own = stores.find(({ channelId }) => channelId === id);
  const store = storeNamed({ channelId: id, name: own?.name ?? '' }, t);
  switch (kind) {
    case 'store':
      return t('recordStore', store);
    case 'product':
      return t('recordProduct', product, store);
    case 'log':
      return t('recordLog', store);
    case 'failures':
      return t('recordBoard', store);
    case 'findings':
      return t('recordFindings', store);
    case 'alerts':
      return t('recordAlerts');
    case 'taught':
      return t('recordTaught');
    case 'health':
      return t('recordHealth', pageName(id as PageKind, t));
    default:
      return key;
  }
}
