// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { drawFirst } from '../../../entrypoints/popup/first.ts';
import { keepFrame } from '../../../entrypoints/popup/frame.ts';
import { newStore } from '../../../utils/facts/store-record.ts';
import { translator } from '../../../utils/i18n/translate.ts';

const store = (channelId: string, name: string) => ({ ...newStore(channelId, '2026-11-22'), name });

function keep(): void {
  const stores = [store('2', 'Garden'), store('1', '<img src=x>Home')];
  const overview = {
    language: 'zh_CN' as const,
    chosenLanguage: null,
    packVersion: '1',
    stores,
    healths: [],
    setAside: 0,
    packs: { date: '2026-11-22', undated: [], waiting: 0 },
  };
  keepFrame(overview, translator('zh_CN'));
}

let root: HTMLElement;

beforeEach(() => {
  localStorage.clear();
  root = document.createElement('main');
});

describe('what the popup shows before its program is there', () => {
  it('is what it showed last, in its language, with the store of the tab', () => {
    keep();
    drawFirst(root)('1');
    expect(root.querySelector('h1')?.textContent).toContain('<img src=x>Home');
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('正在加载');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('names the store seen last where the tab is of none, and none where it is not known', () => {
    keep();
    drawFirst(root)(undefined);
    expect(root.textContent).toContain('Garden');
    const other = document.createElement('main');
    drawFirst(other)('3');
    expect(other.textContent).not.toMatch(/Garden|Home/);
  });

  it.each([null, 'null', '{', '{"stores":1}'])('is nothing where %j is kept', (kept) => {
    if (kept !== null) localStorage.setItem('frame', kept);
    drawFirst(root)('1');
    expect(root.childElementCount).toBe(0);
  });
});
