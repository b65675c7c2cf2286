import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { onSiteMapAnnounced } from '../../utils/storage/edition.ts';

/**
 * Brings the site map up to date whenever another was announced. It is changed in place: all that read the page
 * hold this one.
 * @param isOver whether this content script has been replaced by a newer one
 */
export function followSiteMap(siteMap: SiteMap, isOver: () => boolean, onChange: () => void): void {
  let asked = 0;
  const update = async (): Promise<void> => {
    asked += 1;
    const own = asked;
    const started = await send('overlay.start', null).catch(() => undefined);
    if (!started || own !== asked || isOver()) return;
    Object.assign(siteMap, started.siteMap);
    onChange();
  };
  onSiteMapAnnounced(() => {
    if (!isOver()) void update();
  });
}
