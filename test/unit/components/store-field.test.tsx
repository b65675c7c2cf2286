// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { StoreField } from '../../../components/StoreField.tsx';
import { translator } from '../../../utils/i18n/translate.ts';
import { drawn } from './audit/support.ts';

const PATH = 'store.positiveRatingPct';

describe("a fact's field", () => {
  const drafts = { read: () => undefined, keep: vi.fn() };
  const page = document.createElement('main');
  document.body.append(page);

  async function show(at: string | undefined): Promise<void> {
    const typed = at === undefined ? {} : { [PATH]: { text: '98.2', isExact: false, at } };
    render(
      <StoreField
        t={translator('en')}
        store={{ channelId: '1', typed }}
        drafts={drafts}
        path={PATH}
        onFact={async () => undefined}
      />,
      page,
    );
    await drawn();
  }

  it('has its draft go over what was kept after the draft was begun', async () => {
    await show(undefined);
    const input = page.querySelector('input');
    if (!input) throw new Error('There is no field');
    input.value = '9';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(drafts.keep).toHaveBeenLastCalledWith('1', PATH, null, { text: '9', isExact: false });
    const at = '2026-11-22T08:00:00.000Z';
    await show(at);
    await vi.waitFor(() =>
      expect(drafts.keep).toHaveBeenLastCalledWith('1', PATH, at, { text: '9', isExact: false }),
    );
  });
});
