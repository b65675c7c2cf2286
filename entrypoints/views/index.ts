import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Views } from '../../utils/dom/views.ts';
import { focusCard, renderCard } from './card.tsx';
import { renderGuard } from './guard.tsx';
import { renderNotice } from './notice.tsx';
import { renderPanel } from './panel.tsx';
import { teach } from './teach.tsx';

const managedLensViews: Views = { renderCard, focusCard, renderGuard, renderPanel, renderNotice, teach };

// Seen by our content script, which runs in the same world, and by nobody else.
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { managedLensViews });
});
