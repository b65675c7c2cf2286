import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What the extension put on its icon, and how the browser's permission stands. */
export const badge = { text: '', ground: '', times: 0 };
export const permission = { isGiven: false };

type Heard = (change: { permissions?: string[] }) => void;

const listeners: { added: Heard[]; removed: Heard[]; clicked: (() => void)[] } = {
  added: [],
  removed: [],
  clicked: [],
};
export const created = vi.fn(async (_id: string, _options: { message: string }) => '');
export const opened = vi.fn(async (_tab: { url: string }) => ({}));

const notifications = {
  create: created,
  clear: async () => true,
  onClicked: {
    addListener: (heard: () => void) => listeners.clicked.push(heard),
    hasListener: (heard: () => void) => listeners.clicked.includes(heard),
  },
};

/** A browser that shows notifications only while it may, and has no interface for them else. */
export const alertsBrowser = Object.defineProperty(
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge.text = text;
        badge.times += 1;
      },
      setBadgeTextColor: async () => undefined,
      setBadgeBackgroundColor: async ({ color }: { color: string }) => {
        badge.ground = color;
      },
    },
    permissions: {
      contains: async () => permission.isGiven,
      onAdded: { addListener: (heard: Heard) => listeners.added.push(heard) },
      onRemoved: { addListener: (heard: Heard) => listeners.removed.push(heard) },
    },
  }),
  'notifications',
  { get: () => (permission.isGiven ? notifications : undefined), configurable: true },
);

/** Gives or takes the permission as the browser does: the extension hears of it. */
export function setPermission(isGiven: boolean): void {
  permission.isGiven = isGiven;
  const heard = isGiven ? listeners.added : listeners.removed;
  for (const listener of heard) listener({ permissions: ['notifications'] });
}

/** Clicks the notification. */
export function clickNotification(): void {
  for (const heard of listeners.clicked) heard();
}

export function resetAlertsBrowser(): void {
  Object.assign(badge, { text: '', ground: '', times: 0 });
  permission.isGiven = false;
  for (const heard of Object.values(listeners)) heard.length = 0;
  created.mockClear();
  opened.mockClear();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(opened as never);
}
