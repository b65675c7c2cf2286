import { beforeEach, expect, it, vi } from 'vitest';
import { watchPanelKeys } from '../../../entrypoints/background/audit-panel.ts';

type Heard = (command: string, tab?: { windowId: number }) => void;

const fake = vi.hoisted(() => ({ press: (() => {}) as Heard, open: vi.fn() }));

vi.mock('wxt/browser', () => ({
  browser: {
    commands: {
      onCommand: {
        addListener: (heard: Heard) => {
          fake.press = heard;
        },
      },
    },
    sidePanel: { open: fake.open },
  },
}));

beforeEach(() => {
  fake.open.mockReset().mockResolvedValue(undefined);
  watchPanelKeys();
});

it('opens the panel of the window in which its keys are pressed, at once', () => {
  fake.press('open-audit', { windowId: 7 });
  expect(fake.open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
});

it('hears no other keys, and none without a tab', () => {
  fake.press('another', { windowId: 7 });
  fake.press('open-audit');
  expect(fake.open).not.toHaveBeenCalled();
});
