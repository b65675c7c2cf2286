// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Stores } from '../../../../components/audit/Stores.tsx';
import { ENTRY, KNOWN, STORES, shown, t } from './support.ts';

describe('the stores', () => {
  it('shows each with its counts and trend, and what was received apart', async () => {
    const onOpen = vi.fn();
    const { all, textOf, click } = await shown(
      <Stores t={t} known={KNOWN} stores={STORES} problem={undefined} onOpen={onOpen} onFiles={vi.fn()} />,
    );
    expect(all('.store-list').map((list) => list.children.length)).toEqual([2, 1]);
    expect(textOf('[data-store="1"]')).toContain('Kite (1)');
    expect(textOf('[data-store="1"]')).toContain('High: 8');
    expect(textOf('[data-store="1"] .trend')).toBe('12 → 8 since Oct 20, 2026');
    expect(textOf('[data-received="true"]')).toContain('Sent store (9)');
    expect(textOf('[data-received="true"]')).toContain('Received');
    click('[data-store="1"] .open-store');
    expect(onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`);
  });

  it('shows what several stores share, and leads to each one’s', async () => {
    const onOpen = vi.fn();
    const { all, textOf, click } = await shown(
      <Stores t={t} known={KNOWN} stores={STORES} problem={undefined} onOpen={onOpen} onFiles={vi.fn()} />,
    );
    expect(all('.shared > li')).toHaveLength(1);
    expect(textOf('.shared summary')).toContain('2 stores, 8 findings');
    click('.shared li li button');
    expect(onOpen).toHaveBeenCalledWith(`1/${ENTRY.startedAt}`, 'label.ce');
  });

  it('says why a file could not be opened', async () => {
    const { textOf } = await shown(
      <Stores t={t} known={[]} stores={STORES} problem="It is empty." onOpen={vi.fn()} onFiles={vi.fn()} />,
    );
    expect(textOf('[role="alert"]')).toBe('It is empty.');
  });
});
