import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { combinationOf } from '../../utils/dom/combination.ts';
import { type Hiding, hideOverlay, onHidingChanged, readHiding } from '../../utils/storage/hiding.ts';

/**
 * Tells whether the overlay is hidden, now and at each change, and hides it with its keys. They are heard before
 * the page hears them, and type nothing.
 */
export async function watchHiding(
  ctx: ContentScriptContext,
  onHiding: (isHidden: boolean) => void,
): Promise<void> {
  let hiding: Hiding | undefined;
  const read = async (): Promise<void> => {
    // A document that is being left may read nothing, and has nothing to hide.
    const found = await readHiding().catch(() => undefined);
    if (!found || ctx.isInvalid) return;
    hiding = found;
    onHiding(hiding.isHidden);
  };
  onHidingChanged(() => {
    if (ctx.isValid) void read();
  });
  const onKey = (event: KeyboardEvent): void => {
    if (ctx.isInvalid || !hiding?.keys || !event.isTrusted || combinationOf(event) !== hiding.keys) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) void hideOverlay(!hiding.isHidden);
  };
  ctx.addEventListener(window, 'keydown', onKey, { capture: true });
  await read();
}
