import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CARD_TAG, Card } from '../../utils/dom/card.ts';
import { type Chip, listenToChips } from '../../utils/dom/chips.ts';
import { STRIP_TAG } from '../../utils/dom/strip.ts';
import { Strips } from '../../utils/dom/strips.ts';
import { Wake } from '../../utils/dom/wake.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { PageFacts, readPage } from './facts.ts';
import { GUARD_TAG, Guards } from './guards.ts';
import { PageWatch, placeOf } from './page.ts';
import { PANEL_TAG, Panel } from './panel.ts';
import { pageRows } from './rows.ts';
import { followSiteMap } from './site-map.ts';
import { TEACH_TAG, Teach } from './teach.ts';
import { loadViews } from './views.ts';

const START_AGAIN_MS = 5000;

/** A form is read when its user stops typing for so long. */
const TYPING_MS = 250;

const TAGS = [STRIP_TAG, CARD_TAG, GUARD_TAG, PANEL_TAG, TEACH_TAG];

/** What an older version of this script left behind when the extension was updated. */
function removeLeftovers(): void {
  for (const leftover of document.querySelectorAll(TAGS.join())) leftover.remove();
}

function startOverlay(siteMap: SiteMap, ctx: ContentScriptContext): void {
  const watch = new PageWatch(siteMap);
  const rejudge = (): void => {
    strips.rejudge();
    void card.refresh();
  };
  const wake = new Wake(rejudge, (callback, ms) => ctx.setTimeout(callback, ms));
  const source = pageRows(siteMap, watch, wake);
  const explain = ({ button, host }: Chip): Promise<CardView> => {
    const placed = strips.placeOf(host);
    if (!placed) return Promise.reject(new Error('The row of this chip is no longer in the page'));
    return source.explain(button.dataset.mlChip as ChipId, placed.judged, placed.row);
  };
  const card = new Card(loadViews, explain, ctx.signal);
  listenToChips(card, ctx.signal);
  const guards = new Guards(loadViews, () => ctx.isInvalid);
  // Nothing new may have been said, and yet it has been seen again just now.
  const pageFacts = new PageFacts(() => guards.refresh());
  const afterBatch = (): void => {
    card.closeIfOrphaned();
    const { page } = watch;
    const reading = readPage(page);
    pageFacts.update(page, reading);
    guards.update(page);
    panel.update(page, reading);
  };
  const panel = new Panel(loadViews);
  const strips = new Strips({ ...source, afterBatch }, () => ctx.isInvalid);
  onChangeAnnounced(() => {
    if (ctx.isInvalid) return;
    rejudge();
    guards.refresh();
    panel.refresh();
  });
  followSiteMap(
    siteMap,
    () => ctx.isInvalid,
    () => strips.look(),
  );
  const teach = new Teach(siteMap, loadViews);
  let place = placeOf(new URL(location.href));
  // The event comes before the address and the page have changed.
  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    if (placeOf(newUrl) === place) return;
    place = placeOf(newUrl);
    card.close();
    strips.leave();
    pageFacts.leave();
    guards.clear();
    panel.clear();
    teach.close();
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  const onTyping = (): void => {
    if (ctx.isInvalid || !watch.page.map?.panel) return;
    clearTimeout(typing);
    typing = setTimeout(() => strips.look(), TYPING_MS);
  };
  for (const type of ['input', 'change'])
    document.addEventListener(type, onTyping, { capture: true, passive: true, signal: ctx.signal });
  ctx.onInvalidated(removeLeftovers);
}

/** The background may be starting or, after an update, be gone for good: asked until this script is over. */
async function siteMapFor(ctx: ContentScriptContext): Promise<SiteMap | undefined> {
  while (ctx.isValid) {
    const started = await send('overlay.start', null).catch(() => undefined);
    if (started) return started.siteMap;
    await new Promise((resolve) => ctx.setTimeout(() => resolve(undefined), START_AGAIN_MS));
  }
  return undefined;
}

export default defineContentScript({
  matches: ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'],
  runAt: 'document_idle',
  async main(ctx) {
    removeLeftovers();
    const siteMap = await siteMapFor(ctx);
    if (siteMap && ctx.isValid) startOverlay(siteMap, ctx);
  },
});
