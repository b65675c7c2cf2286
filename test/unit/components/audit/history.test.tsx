// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { History } from '../../../../components/audit/History.tsx';
import type { ChangeRow } from '../../../../utils/audit/desk.ts';
import { drawn, EARLIER, row, shown, t, VIEW } from './support.ts';

describe('the history', () => {
  const events = () => ({
    onOpen: vi.fn(),
    onDelete: vi.fn(),
    onCompare: vi.fn(),
    onKind: vi.fn(),
    onMore: vi.fn(),
  });

  const change: ChangeRow = {
    ...row(1),
    kind: 'changed',
    causes: ['fact'],
    what: ['Verdict: Needs input → Fail'],
    why: ['Marks: not known → none · products.csv · Nov 22'],
  };

  const compared = {
    view: { before: EARLIER, counts: { new: 3, gone: 2, changed: 1, 'not-seen': 47 } },
    kind: null,
    count: 53,
    lines: [change],
  };

  it('says what changed and why, by kind', async () => {
    const heard = events();
    const { all, textOf, click } = await shown(
      <History t={t} view={VIEW} before="audit-1" compared={compared} {...heard} />,
    );
    expect(all('.kinds button').map(({ textContent }) => textContent)).toEqual([
      '3 New',
      '1 Changed',
      '2 Gone',
      '47 Not seen',
    ]);
    expect(textOf('.changes')).toContain('Verdict: Needs input → Fail');
    expect(textOf('.changes')).toContain('Marks: not known → none · products.csv');
    click('.kinds [data-kind="not-seen"]');
    expect(heard.onKind).toHaveBeenCalledWith('not-seen');
    const more = all('section > button')[0];
    expect(more?.textContent).toBe('52 more');
    more?.click();
    expect(heard.onMore).toHaveBeenCalledOnce();
  });

  it('says that there is nothing to compare with yet', async () => {
    const view = { ...VIEW, others: [] };
    const { textOf, all } = await shown(
      <History t={t} view={view} before={null} compared={undefined} {...events()} />,
    );
    expect(textOf('.hint')).toContain('no earlier audit');
    expect(all('select')).toEqual([]);
  });

  it('opens another audit, and deletes one only after asking twice', async () => {
    const heard = events();
    const { click } = await shown(
      <History t={t} view={VIEW} before="audit-1" compared={compared} {...heard} />,
    );
    click('[data-audit="audit-1"] [data-do="open"]');
    expect(heard.onOpen).toHaveBeenCalledWith('audit-1');
    for (const press of ['delete', 'ask']) {
      click(`[data-audit="audit-1"] [data-do="${press}"]`);
      await drawn();
      expect(heard.onDelete).not.toHaveBeenCalled();
    }
    click('[data-audit="audit-1"] [data-do="confirm"]');
    expect(heard.onDelete).toHaveBeenCalledWith('audit-1');
  });
});
