import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { later, type Timer } from '../../utils/dom/later.ts';
import { watchShown } from '../../utils/dom/shown.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { watchHiding } from './hiding.ts';
import { Overlay, removeLeftovers } from './overlay.ts';
import { addressNow, placeOf } from './page.ts';
import { PausedLine } from './paused.ts';
import { currentSiteMap } from './site-map.ts';

const START_AGAIN_MS = 5000;

/** A form is read when its user stops typing for so long. */
const TYPING_MS = 250;

/** Tells the overlay of what happens around it. */
function listen(overlay: Overlay, ctx: ContentScriptContext): void {
  let place = placeOf(new URL(location.href));
  // The event comes before the address and the page have changed.
  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    if (placeOf(newUrl) === place) return;
    place = placeOf(newUrl);
    overlay.leave();
  });
  let typing: Timer | undefined;
  const onTyping = (): void => {
    if (ctx.isInvalid || !overlay.hasPanel) return;
    clearTimeout(typing);
    typing = later(() => overlay.look(), TYPING_MS);
  };
  for (const type of ['input', 'change'])
    document.addEventListener(type, onTyping, { capture: true, passive: true, signal: ctx.signal });
}

/** The background may be starting or, after an update, be gone for good: asked until this script is over. */
async function siteMapFor(ctx: ContentScriptContext): Promise<SiteMap | undefined> {
  while (ctx.isValid) {
    const siteMap = await currentSiteMap();
    if (siteMap) return siteMap;
    await new Promise((resolve) => later(() => resolve(undefined), START_AGAIN_MS));
  }
  return undefined;
}

/** Starts the overlay, which then stands in the page whenever neither its user nor the page's check is against it. */
async function start(isHidden: () => boolean, ctx: ContentScriptContext): Promise<(() => void) | undefined> {
  const siteMap = await siteMapFor(ctx);
  if (!siteMap || ctx.isInvalid) return undefined;
  const line = new PausedLine();
  let overlay: Overlay | undefined;
  let isChecked = false;
  const follow = (): void => {
    // Without an address the document is being left: nothing of it can be listened to.
    if (ctx.isInvalid || addressNow() === undefined) return;
    if (isHidden() || isChecked) overlay?.pause();
    else if (overlay) overlay.resume();
    else {
      overlay = new Overlay(siteMap, ctx);
      listen(overlay, ctx);
    }
    if (isChecked && !isHidden()) line.show();
    else line.hide();
  };
  void line.learn();
  watchShown(
    siteMap.securityCheck.strategies.join(),
    (isShown) => {
      isChecked = isShown;
      follow();
    },
    ctx.signal,
  );
  onChangeAnnounced(() => {
    if (ctx.isInvalid || isChecked || isHidden()) return;
    void line.learn();
    overlay?.refresh();
  });
  follow();
  return follow;
}

export default defineContentScript({
  matches: ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'],
  runAt: 'document_idle',
  // An older script hears of this one by an event; a message too would tell the page, and a document that is being left can post none.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    removeLeftovers();
    ctx.onInvalidated(removeLeftovers);
    let isHidden = true;
    let started: ReturnType<typeof start> | undefined;
    await watchHiding(ctx, (isHiddenNow) => {
      isHidden = isHiddenNow;
      // While it is hidden, not even its beginning is asked for.
      if (!isHidden) started ??= start(() => isHidden, ctx);
      void started?.then((follow) => follow?.());
    });
  },
});
