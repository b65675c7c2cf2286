import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CARD_TAG, Card, type CardRenderer } from '../../utils/dom/card.ts';
import { type Chip, listenToChips } from '../../utils/dom/chips.ts';
import { STRIP_TAG } from '../../utils/dom/strip.ts';
import { Strips } from '../../utils/dom/strips.ts';
import type { CardView } from '../../utils/features/present.ts';
import { send } from '../../utils/messaging/send.ts';
import type { SiteMap } from '../../utils/rules/pack.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';
import { productListSource } from './product-list.ts';

/** The card's view is a file of its own: see wxt.config.ts for how it comes into each browser. */
async function loadCardRenderer(): Promise<CardRenderer> {
  if (!import.meta.env.FIREFOX) await import(/* @vite-ignore */ browser.runtime.getURL('/card.js'));
  return (globalThis as unknown as { managedLensCard: CardRenderer }).managedLensCard;
}

/** What an older version of this script left behind when the extension was updated. */
function removeLeftovers(): void {
  for (const leftover of document.querySelectorAll(`${STRIP_TAG}, ${CARD_TAG}`)) leftover.remove();
}

function startOverlay(siteMap: SiteMap, ctx: ContentScriptContext): void {
  const source = productListSource(siteMap);
  const explain = ({ button }: Chip): Promise<CardView> => source.explain(button);
  const card = new Card(loadCardRenderer, explain, ctx.signal);
  listenToChips(
    {
      open: (chip, byKey) => card.toggle(chip, byKey),
      pointAt: (chip) => card.pointAt(chip),
      pointAway: () => card.pointAway(),
    },
    ctx.signal,
  );
  const strips = new Strips({ ...source, afterBatch: () => card.closeIfOrphaned() }, () => ctx.isInvalid);
  onChangeAnnounced(() => {
    if (ctx.isInvalid) return;
    strips.rejudge();
    void card.refresh();
  });
  ctx.onInvalidated(removeLeftovers);
}

export default defineContentScript({
  matches: ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'],
  runAt: 'document_idle',
  async main(ctx) {
    removeLeftovers();
    const { siteMap } = await send('overlay.start', null);
    if (ctx.isValid) startOverlay(siteMap, ctx);
  },
});
