// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { keepBeside } from '../../../utils/dom/beside.ts';
import { newHost } from '../../../utils/dom/host.ts';
import { themeAt } from '../../../utils/dom/theme.ts';

const put = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-here]') as HTMLElement;
};

beforeEach(() => document.body.replaceChildren());

describe('the theme', () => {
  it.each([
    ['rgb(30, 30, 30)', 'light'],
    ['rgba(0, 0, 0, 0.88)', 'light'],
    ['rgb(230, 230, 230)', 'dark'],
    ['rgba(255, 255, 255, 0.85)', 'dark'],
  ])('of a page whose text is %s is %s', (colour, theme) => {
    expect(themeAt(put(`<p data-here style="color: ${colour}">商品</p>`))).toBe(theme);
  });

  it('of what stands beside a bright button is that of the page around it', () => {
    const button = put(
      '<section style="color: rgb(20, 20, 20)"><button data-here style="color: rgb(255, 255, 255)">切换</button></section>',
    );
    const host = newHost('ml-guard', 'guard');
    keepBeside(host, button, 'below', () => true);
    expect(host.getAttribute('data-theme')).toBe('light');
  });

  it('of what stands in a dark page is dark, and changes with its place', () => {
    const dark = put(
      '<section style="color: rgb(240, 240, 240)"><h2 data-here>发布</h2></section><section style="color: rgb(20, 20, 20)"><h2>发布</h2></section>',
    );
    const host = newHost('ml-panel', 'panel');
    keepBeside(host, dark, 'above', () => true);
    expect(host.getAttribute('data-theme')).toBe('dark');
    keepBeside(
      host,
      document.querySelector<HTMLElement>('section:last-of-type h2') ?? undefined,
      'above',
      () => true,
    );
    expect(host.getAttribute('data-theme')).toBe('light');
  });
});
