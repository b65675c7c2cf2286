// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Findings, type FindingsProps } from '../../../../components/audit/Findings.tsx';
import { ASKED, CARD, chinese, drawn, ENTRY, KNOWN, pageOfHeight, row, STORES, t, VIEW } from './support.ts';

const COUNT = 20_000;

function events() {
  return {
    onAsk: vi.fn(),
    onStores: vi.fn(),
    onAudit: vi.fn(),
    onSee: vi.fn(),
    onMove: vi.fn(),
    onPart: vi.fn(),
    onJump: vi.fn(),
    onName: vi.fn(),
    onMute: vi.fn(),
    onNote: vi.fn(),
    onDone: vi.fn(),
  };
}

let page: HTMLElement;
let heard: ReturnType<typeof events>;

async function show(props: Partial<FindingsProps> = {}): Promise<void> {
  const drafts = { read: () => ({}), keep: () => {} };
  render(
    <Findings
      t={t}
      view={VIEW}
      known={KNOWN}
      stores={undefined}
      isOwn={true}
      asked={ASKED}
      lines={{ count: COUNT, at: (line) => (line < 100 ? row(line) : undefined) }}
      place={0}
      shownAt={0}
      part={null}
      card={undefined}
      said=""
      name="Li Lei"
      drafts={drafts}
      {...heard}
      {...props}
    />,
    page,
  );
  await drawn();
}

const find = (selector: string): HTMLElement => {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

/** Chooses in the filter of a name. */
function choose(name: string, value: string): void {
  const labels = [...page.querySelectorAll('.choices label')];
  const select = labels
    .find((label) => label.querySelector('span')?.textContent === name)
    ?.querySelector('select');
  if (!select) throw new Error(`There is no filter ${name}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const press = (key: string, target = find('[role="grid"]'), more: KeyboardEventInit = {}): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
};

beforeEach(() => {
  page = pageOfHeight(760);
  heard = events();
});

describe('the list of findings', () => {
  it('puts only what can be seen into the page, and asks for no more', async () => {
    await show();
    const rows = page.querySelectorAll('[role="row"]');
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.length).toBeLessThan(40);
    await vi.waitFor(() => expect(heard.onSee).toHaveBeenLastCalledWith(0, rows.length));
  });

  it('is as tall as all of them, so that the last can be scrolled to', async () => {
    await show();
    const height = find('[role="rowgroup"]').getAttribute('style') ?? '';
    expect(height).toContain(`height: ${20_000 * 76}px`);
  });

  it('tells a screen reader how long it is and where in it each line stands', async () => {
    await show({ place: 2 });
    const grid = find('[role="grid"]');
    expect(grid.getAttribute('aria-rowcount')).toBe('20000');
    expect(grid.tabIndex).toBe(0);
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-rowindex')).toBe('3');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    expect(active?.textContent).toContain('Toy 2');
  });

  it('holds a place for a line that is on its way', async () => {
    await show({ lines: { count: 5, at: () => undefined } });
    expect(page.querySelectorAll('[role="row"][aria-busy="true"]')).toHaveLength(5);
  });

  it('says how many findings are left, of how many', async () => {
    await show();
    expect(find('.more [role="status"]').textContent).toBe('20,000 of 1,000 findings');
  });

  it('shows page text as text', async () => {
    await show({ lines: { count: 1, at: () => row(1, { title: '<img src=x onerror=alert(1)>' }) } });
    expect(page.querySelector('img')).toBeNull();
    expect(find('.product').textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('says where a finding is and jumps there, without opening it', async () => {
    await show();
    const button = find('[role="row"] button');
    expect(button.textContent).toBe('Page 7, row 12');
    button.click();
    expect(heard.onJump).toHaveBeenCalledWith(row(0));
    expect(heard.onPart).not.toHaveBeenCalled();
  });

  it('offers no jump for what is the store’s own', async () => {
    await show({ lines: { count: 1, at: () => row(1, { productId: null, title: '' }) } });
    expect(page.querySelector('[role="row"] button')).toBeNull();
    expect(find('.product').textContent).toBe('The store itself');
  });

  it('says what to do where nothing is found, and is no clean bill while pages are unseen', async () => {
    const nothing = { count: 0, at: () => undefined };
    await show({ lines: nothing });
    expect(find('.empty').textContent).toContain('what was not seen may be otherwise');
    const coverage = { ...VIEW.summary.coverage, isWhole: true };
    await show({ lines: nothing, view: { ...VIEW, summary: { ...VIEW.summary, coverage } } });
    expect(find('.empty').textContent).toContain('Every page of the list was seen');
    const notSeen = [{ productId: '1005006000000009', title: '', page: 1, lastSeen: ENTRY.startedAt }];
    const known = { ...coverage, notSeen, notSeenSince: ENTRY.startedAt };
    await show({ lines: nothing, view: { ...VIEW, summary: { ...VIEW.summary, coverage: known } } });
    expect(find('.empty').textContent).toContain('what was not seen may be otherwise');
    await show({ lines: nothing, asked: { ...ASKED, filter: { country: 'DE' } } });
    find('.empty button').click();
    expect(heard.onAsk).toHaveBeenCalledWith(ASKED);
  });
});

describe('the filters', () => {
  it('restrict by severity, and not any more when pressed again', async () => {
    await show();
    find('[data-severity="high"][aria-pressed]').click();
    const asked = { ...ASKED, filter: { severity: 'high' as const } };
    expect(heard.onAsk).toHaveBeenLastCalledWith(asked);
    await show({ asked });
    const pressed = find('[aria-pressed="true"]');
    expect(pressed.textContent).toContain('90');
    pressed.click();
    expect(heard.onAsk).toHaveBeenLastCalledWith(ASKED);
  });

  it('offer what there is, with how many findings each would leave', async () => {
    await show();
    const options = [...page.querySelectorAll('.choices option')].map(({ textContent }) => textContent);
    expect(options).toEqual(
      expect.arrayContaining(['CE mark (90)', 'semi-managed (12)', 'Germany (40)', 'Muted (7)']),
    );
    choose('Country', 'DE');
    expect(heard.onAsk).toHaveBeenLastCalledWith({ ...ASKED, filter: { country: 'DE' } });
  });

  it('offer the stores that have an audit, with the findings of its latest, once they are opened', async () => {
    const options = () =>
      [...find('.choices select').querySelectorAll('option')].map(({ textContent }) => textContent);
    await show();
    expect(options()).toEqual(['Lumora (2260417): 1,000']);
    const details = find('.more-filters') as HTMLDetailsElement;
    details.open = true;
    await vi.waitFor(() => expect(heard.onStores).toHaveBeenCalled());
    await show({ stores: STORES });
    expect(options()).toEqual([
      'Lumora (2260417): 1,000',
      'Kite (1): 108',
      'Store 2: 108',
      'Sent store (9), Received: 108',
    ]);
    choose('Store', `2/${ENTRY.startedAt}`);
    expect(heard.onAudit).toHaveBeenCalledExactlyOnceWith(`2/${ENTRY.startedAt}`);
    expect(heard.onAsk).not.toHaveBeenCalled();
  });

  it('show which store is open, in the place it has among the others', async () => {
    const entry = { ...ENTRY, id: 'older', channelId: '2' };
    await show({ stores: STORES, view: { ...VIEW, entry } });
    const select = find('.choices select') as HTMLSelectElement;
    expect([...select.options].map(({ textContent }) => textContent)).toEqual([
      'Kite (1): 108',
      'Store 2: 1,000',
      'Sent store (9), Received: 108',
    ]);
    expect(select.value).toBe('older');
  });

  it('sort, and turn the order round', async () => {
    await show();
    find('.order button').click();
    expect(heard.onAsk).toHaveBeenLastCalledWith({ ...ASKED, descending: true });
  });
});

describe('the keys', () => {
  it.each([
    ['j', 4],
    ['ArrowDown', 4],
    ['k', 2],
    ['ArrowUp', 2],
    ['Home', 0],
    ['End', Number.POSITIVE_INFINITY],
  ])('%s moves', async (key, to) => {
    await show({ place: 3 });
    press(key);
    expect(heard.onMove).toHaveBeenCalledWith(to);
  });

  it.each([
    ['Enter', 'card'],
    ['m', 'mute'],
    ['n', 'note'],
  ])('%s opens', async (key, part) => {
    await show({ place: 3 });
    press(key);
    expect(heard.onPart).toHaveBeenCalledWith(3, part);
  });

  it('o jumps and d says that it is done, or is not', async () => {
    await show({ place: 3 });
    press('o');
    expect(heard.onJump).toHaveBeenCalledWith(row(3));
    press('d');
    expect(heard.onDone).toHaveBeenLastCalledWith(row(3), true);
    await show({ lines: { count: 1, at: () => row(0, { state: 'done' }) } });
    press('d');
    expect(heard.onDone).toHaveBeenLastCalledWith(row(0, { state: 'done' }), false);
  });

  it('say nothing of a finding that a colleague sent', async () => {
    await show({ isOwn: false });
    press('d');
    expect(heard.onDone).not.toHaveBeenCalled();
  });

  it('/ goes to the search, where no letter is a shortcut', async () => {
    await show();
    press('/');
    const search = find('input[type="search"]');
    expect(document.activeElement).toBe(search);
    for (const key of ['j', 'm', 'd', '?', 'Enter', 'ArrowDown']) press(key, search);
    expect(heard.onMove).not.toHaveBeenCalled();
    expect(heard.onPart).not.toHaveBeenCalled();
    expect(heard.onDone).not.toHaveBeenCalled();
    press('Escape', search);
    expect(document.activeElement).toBe(find('[role="grid"]'));
  });

  it('leave a button its own keys, and combinations to the browser', async () => {
    await show();
    press('Enter', find('[data-severity="high"][aria-pressed]'));
    press('j', find('[role="grid"]'), { ctrlKey: true });
    expect(heard.onPart).not.toHaveBeenCalled();
    expect(heard.onMove).not.toHaveBeenCalled();
  });

  it('? lists them, in Chinese too', async () => {
    await show({ t: chinese });
    press('?');
    await drawn();
    const dialog = find('dialog');
    expect(dialog.querySelectorAll('dt')).toHaveLength(10);
    expect(dialog.textContent).toContain('在页面中显示该行');
    press('j', dialog);
    expect(heard.onMove).not.toHaveBeenCalled();
  });

  it('Escape closes the card and comes back to the list', async () => {
    await show({ part: 'card', card: CARD });
    press('Escape', find('.finding-card'));
    expect(heard.onPart).toHaveBeenCalledWith(0, null);
    await show();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('[role="grid"]')));
  });
});
