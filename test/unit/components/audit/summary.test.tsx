// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Summary } from '../../../../components/audit/Summary.tsx';
import type { AuditView } from '../../../../utils/audit/desk.ts';
import { shown, t, VIEW } from './support.ts';

describe('the summary', () => {
  it('shows the figures, and never looks whole where it is not', async () => {
    const onFilter = vi.fn();
    const { all, textOf, click } = await shown(<Summary t={t} view={VIEW} onFilter={onFilter} />);
    expect(all('.bars button').map(({ textContent }) => textContent)).toEqual([
      ' Critical10',
      ' High90',
      ' Medium0',
      ' To find out900',
    ]);
    expect(all('.track > span').map(({ style }) => Number.parseFloat(style.width))).toEqual(
      [(100 * 10) / 900, 10, 0, 100].map((width) => expect.closeTo(width, 1)),
    );
    expect(textOf('.seen')).toContain('Not seen in full');
    expect(textOf('.seen + .hint')).toBe('Pages not seen: 4-12');
    expect(textOf('.figures')).toContain('Muted7');
    click('.worst button');
    expect(onFilter).toHaveBeenLastCalledWith({ rule: 'label.ce', severity: 'high' });
    click('.bars button');
    expect(onFilter).toHaveBeenLastCalledWith({ severity: 'critical' });
  });

  const withCoverage = (coverage: Partial<AuditView['summary']['coverage']>): AuditView => ({
    ...VIEW,
    summary: { ...VIEW.summary, coverage: { ...VIEW.summary.coverage, ...coverage } },
  });

  it('is green only where every product known from before was seen too', async () => {
    const whole = { pagesSeen: [1], pagesMissing: [], pages: 1, products: 1, total: 1, isWhole: true };
    const all = await shown(<Summary t={t} view={withCoverage(whole)} onFilter={vi.fn()} />);
    expect(all.page.querySelector('.seen')?.getAttribute('data-verdict')).toBe('pass');
    expect(all.textOf('.seen')).toContain('Seen in full');
    const [productId, title, lastSeen] = ['1005006000000009', 'Toy 9', '2026-05-12T08:00:00.000Z'];
    const search = {
      ...whole,
      notSeen: [{ productId, title, page: 1, lastSeen }],
      notSeenSince: lastSeen,
    };
    const list = await shown(<Summary t={t} view={withCoverage(search)} onFilter={vi.fn()} />);
    expect(list.page.querySelector('.seen')?.getAttribute('data-verdict')).toBe('caution');
    expect(list.textOf('.seen')).toContain('but not every product known from before');
  });
});
