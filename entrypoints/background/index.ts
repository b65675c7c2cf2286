import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../utils/messaging/serve.ts';
import { watchAlerts } from './alerts.ts';
import { watchPanelKeys } from './audit-panel.ts';
import { handlers } from './handlers.ts';
import { watchNotifications } from './notifications.ts';
import { watchOpenTabs } from './open-tabs.ts';
import { watchPacks } from './packs.ts';

// Listeners are registered at once and everything else is read when it is asked for: the browser stops the
// background when it likes and starts it again with the next message.
export default defineBackground(() => {
  serve(handlers);
  watchAlerts();
  watchNotifications();
  watchOpenTabs();
  watchPacks();
  watchPanelKeys();
});
