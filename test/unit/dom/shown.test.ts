// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchShown } from '../../../utils/dom/shown.ts';

const CHECK = 'iframe[src*="_____tmd_____/punish"],.baxia-dialog-mask,#baxia-dialog-content';

let end = new AbortController();
const shown: boolean[] = [];

const watch = (): void => watchShown(CHECK, (isShown) => shown.push(isShown), end.signal);

const put = (html: string): HTMLElement => {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  return box.firstElementChild as HTMLElement;
};

const shows = (expected: boolean[]): Promise<void> => vi.waitFor(() => expect(shown).toEqual(expected));

beforeEach(() => {
  end = new AbortController();
  shown.length = 0;
  document.body.replaceChildren();
});

afterEach(() => end.abort());

describe('what is shown', () => {
  it('is told where it is there from the start', () => {
    put('<div class="baxia-dialog-mask"></div>');
    watch();
    expect(shown).toEqual([true]);
  });

  it.each([
    '<div class="baxia-dialog-mask"></div>',
    '<section><div id="baxia-dialog-content"></div></section>',
  ])('is told when it comes and when it goes: %s', async (html) => {
    watch();
    const check = put(html);
    await shows([true]);
    check.remove();
    await shows([true, false]);
  });

  it('counts only while it can be seen', async () => {
    const mask = put('<div class="baxia-dialog-mask" style="display: none"></div>');
    watch();
    expect(shown).toEqual([]);
    mask.style.display = 'block';
    await shows([true]);
    mask.style.display = 'none';
    await shows([true, false]);
  });

  it('is told of an element that becomes it', async () => {
    watch();
    const mask = put('<div></div>');
    mask.className = 'baxia-dialog-mask';
    await shows([true]);
    mask.className = '';
    await shows([true, false]);
  });

  it('is told once, however many stand there', async () => {
    watch();
    const mask = put('<div class="baxia-dialog-mask"></div>');
    const content = put('<div id="baxia-dialog-content"></div>');
    await shows([true]);
    mask.remove();
    content.remove();
    await shows([true, false]);
  });

  it('is told no more when nobody listens', async () => {
    watch();
    end.abort();
    put('<div class="baxia-dialog-mask"></div>');
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown).toEqual([]);
  });
});
