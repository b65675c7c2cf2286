// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Summary } from '../../../../components/audit/Summary.tsx';
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
});
