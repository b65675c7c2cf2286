import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { withSoundSelectors } from '../../utils/site/selectors.ts';
import { onSiteMapAnnounced } from '../../utils/storage/edition.ts';

/** The site map that pages are read by now; undefined where the background can't be asked. */
export async function currentSiteMap(): Promise<SiteMap | undefined> {
  const started = await send('overlay.start', null).catch(() => undefined);
  return started && withSoundSelectors(started.siteMap);
}

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
    const current = await currentSiteMap();
    if (!current || own !== asked || isOver()) return;
    Object.assign(siteMap, current);
    onChange();
  };
  onSiteMapAnnounced(() => {
    if (!isOver()) void update();
  });
}
