// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FindingCard, type FindingCardProps } from '../../../../components/audit/FindingCard.tsx';
import type { FindingDraft } from '../../../../components/audit/FindingWork.tsx';
import { CARD, drawn, t } from './support.ts';

const events = () => ({
  onJump: vi.fn(),
  onClose: vi.fn(),
  onPart: vi.fn(),
  onName: vi.fn(),
  onMute: vi.fn(),
  onNote: vi.fn(),
  onDone: vi.fn(),
});

let page: HTMLElement;
let kept: FindingDraft;
let heard: ReturnType<typeof events>;

async function show(props: Partial<FindingCardProps> = {}): Promise<void> {
  const drafts = {
    read: () => kept,
    keep: (_finding: string, draft: FindingDraft) => {
      kept = draft;
    },
  };
  render(
    <FindingCard
      t={t}
      card={CARD}
      part="card"
      isOwn={true}
      name="Li Lei"
      drafts={drafts}
      {...heard}
      {...props}
    />,
    page,
  );
  await drawn();
}

const find = <T extends HTMLElement>(selector: string): T => {
  const found = page.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

async function type(selector: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
}

const submit = (selector: string): void => {
  find(selector).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
};

beforeEach(() => {
  page = document.createElement('main');
  document.body.replaceChildren(page);
  kept = {};
  heard = events();
});

describe('a finding’s card', () => {
  it('proves it: sentence, source, date, confidence, values, what is missing, countries, pack', async () => {
    await show();
    const text = page.textContent ?? '';
    expect(find('blockquote').lang).toBe('zh-CN');
    for (const part of [
      '玩具需有CE标志',
      'Article 3, 2026-10-01, line 12',
      'Single source',
      'Toys',
      'products.csv · 22 Nov 2026',
      'Publish page, compliance',
      'Germany',
      'rule pack 2026.11.22',
      'label.ce',
      'ID: 1005006000000000',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('takes the focus to what it is about, and jumps', async () => {
    await show();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('CE mark'));
    find('[data-do="jump"]').click();
    expect(heard.onJump).toHaveBeenCalledWith(CARD);
  });

  it('is read only where a colleague sent it', async () => {
    const note = { at: '2026-11-20T08:00:00.000Z', name: 'Li Lei', text: 'Asked the factory' };
    const mute = { at: note.at, name: 'Li Lei', reason: 'Sold out', expires: note.at };
    await show({ isOwn: false, card: { ...CARD, state: 'muted', note, mute } });
    expect(page.querySelector('.work')).toBeNull();
    expect(page.querySelector('[data-do="unmute"]')).toBeNull();
    expect(find('[data-work="mute"]').textContent).toContain('Sold out');
    expect(find('[data-work="note"]').textContent).toContain('Asked the factory');
  });

  it('says who muted, noted or finished it', async () => {
    const at = '2026-11-20T08:00:00.000Z';
    const mute = {
      at,
      name: 'Han Meimei',
      reason: 'Sold out',
      expires: new Date(2026, 11, 21).toISOString(),
    };
    const note = { at, name: 'Li Lei', text: 'Asked the factory' };
    await show({ card: { ...CARD, state: 'muted', mute, note, done: { at, name: 'Li Lei' } } });
    expect(find('[data-work="mute"]').textContent).toContain('by Han Meimei, until Dec 20, 2026');
    expect(find('[data-work="mute"] bdi').textContent).toBe('Sold out');
    expect(find('[data-work="note"]').textContent).toContain('Asked the factory');
    expect(find('[data-work="done"]').textContent).toBe('Done: Li Lei, Nov 20, 2026');
    find('[data-do="unmute"]').click();
    expect(heard.onMute).toHaveBeenCalledWith(CARD.id, null);
  });

  it('says that what was done was found again', async () => {
    const done = { at: '2026-11-20T08:00:00.000Z', name: 'Li Lei' };
    await show({ card: { ...CARD, state: 'again', done } });
    expect(find('[data-work="done"]').textContent).toBe('Was done: Li Lei, Nov 20, 2026; found again since');
    find('[data-do="done"]').click();
    expect(heard.onDone).toHaveBeenCalledWith(expect.anything(), true);
  });
});

describe('a mute', () => {
  it('needs a reason and a day that is not past, and says so', async () => {
    await show({ part: 'mute' });
    await type('.mute-form [type="date"]', '2020-01-01');
    submit('.mute-form');
    await drawn();
    expect(find('[role="alert"]').textContent).toBe('Type a reason. Choose today or a later day.');
    expect(page.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
    expect(heard.onMute).not.toHaveBeenCalled();
    await type('.mute-form input', '  Sold out ');
    await type('.mute-form [type="date"]', '2099-12-31');
    submit('.mute-form');
    expect(heard.onMute).toHaveBeenCalledWith(CARD.id, { reason: 'Sold out', lastDay: '2099-12-31' });
  });

  it('needs a name', async () => {
    await show({ part: 'mute', name: ' ' });
    await type('.mute-form input', 'Sold out');
    submit('.mute-form');
    await drawn();
    expect(find('[role="alert"]').textContent).toBe('Type your name.');
    expect(heard.onMute).not.toHaveBeenCalled();
  });

  it('ends some weeks from now unless another day is chosen', async () => {
    await show({ part: 'mute' });
    const days = (Date.parse(find<HTMLInputElement>('[type="date"]').value) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(27);
    expect(days).toBeLessThan(32);
  });

  it('keeps what was typed when it is left, and closes by Escape without closing the card', async () => {
    await show({ part: 'mute' });
    expect(document.activeElement).toBe(find('.mute-form input'));
    await type('.mute-form input', 'Sold o');
    find('.mute-form input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(heard.onPart).toHaveBeenCalledWith('card');
    await show({ part: 'card' });
    await show({ part: 'mute' });
    expect(find<HTMLInputElement>('.mute-form input').value).toBe('Sold o');
  });
});

describe('a note', () => {
  it('is kept as it is typed, and goes with a press', async () => {
    await show({ part: 'note' });
    await type('textarea', 'Asked the factory');
    expect(kept).toEqual({ note: 'Asked the factory' });
    submit('.note-form');
    expect(heard.onNote).toHaveBeenCalledWith(CARD.id, 'Asked the factory');
  });

  it('is there again, unfinished, when the card is opened again', async () => {
    kept = { note: 'Asked the' };
    await show();
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('Asked the');
  });

  it('typed back to what is kept is no draft', async () => {
    const note = { at: '2026-11-20T08:00:00.000Z', name: 'Li Lei', text: 'Asked' };
    await show({ part: 'note', card: { ...CARD, note } });
    await type('textarea', 'Asked them');
    await type('textarea', 'Asked');
    expect(kept).toEqual({});
  });
});
