// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Matrix } from '../../../../components/audit/Matrix.tsx';
import { chinese, shown, t } from './support.ts';

describe('the matrix', () => {
  const MATRIX = {
    labels: [{ id: 'label.ce', text: 'CE mark' }],
    countries: [
      { id: 'DE', name: 'Germany' },
      { id: 'ES', name: 'Spain' },
      { id: 'FR', name: 'France' },
    ],
    cells: [[{ pass: 18, fail: 8, unknown: 2 }, null, { pass: 4, fail: 0, unknown: 0 }]],
    notCovered: [{ id: 'BR', name: 'Brazil', count: 3 }],
  };

  it('is a table whose counts have words beside their colours', async () => {
    const { all, textOf } = await shown(<Matrix t={t} matrix={MATRIX} onFindings={vi.fn()} />);
    expect(all('thead th').map(({ textContent }) => textContent)).toEqual([
      'Label',
      'DE Germany',
      'ES Spain',
      'FR France',
    ]);
    expect(all('tbody td').map(({ textContent }) => textContent)).toEqual([
      'Missing 8To be found out 2Complete 18',
      '–not asked for',
      'Complete 4',
    ]);
    expect(textOf('[data-part="not-covered"]')).toContain('Brazil (3)');
  });

  it('leads to the findings of a cell or a label, where there are any', async () => {
    const onFindings = vi.fn();
    const { all, click } = await shown(<Matrix t={t} matrix={MATRIX} onFindings={onFindings} />);
    click('td button');
    expect(onFindings).toHaveBeenLastCalledWith('label.ce', 'DE');
    click('th button');
    expect(onFindings).toHaveBeenLastCalledWith('label.ce', null);
    expect(all('td button')).toHaveLength(1);
  });

  it('says why it is empty', async () => {
    const empty = { labels: [], countries: [], cells: [], notCovered: [] };
    const { textOf } = await shown(<Matrix t={chinese} matrix={empty} onFindings={vi.fn()} />);
    expect(textOf('.empty')).toContain('目前没有需要的标签');
  });
});
