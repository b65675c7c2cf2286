import { browser } from 'wxt/browser';
import type { AlertView } from '../features/alerts.ts';

const SHOWN = 'alerts';

/** What was found at the last look, the most urgent of it as a list shows it. */
export interface ShownAlerts {
  count: number;
  alerts: AlertView[];
}

/** The last look's alerts, known at once: none where nobody has looked since the browser was started. */
export async function readShownAlerts(): Promise<ShownAlerts | undefined> {
  const { [SHOWN]: kept } = await browser.storage.session.get(SHOWN);
  return kept as ShownAlerts | undefined;
}

export const showAlerts = (shown: ShownAlerts): Promise<void> =>
  browser.storage.session.set({ [SHOWN]: shown });

/** Calls back with every look's alerts. */
export const onAlertsShown = (callback: (shown: ShownAlerts) => void): void =>
  browser.storage.session.onChanged.addListener((changes: Record<string, { newValue?: unknown }>): void => {
    const shown = changes[SHOWN]?.newValue;
    if (shown) callback(shown as ShownAlerts);
  });
