import { afterEach, describe, expect, it, vi } from 'vitest';
import { themeAt } from '../../../utils/dom/theme.ts';

// @vitest-environment happy-dom

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a document that is being left', () => {
  it('has a theme all the same, though Firefox gives it no styles', () => {
    vi.stubGlobal('getComputedStyle', () => null);
    expect(themeAt(document.body)).toBe('light');
  });

  it('has one also where to ask for them fails', () => {
    vi.stubGlobal('getComputedStyle', () => {
      throw new Error('NS_ERROR_NOT_INITIALIZED');
    });
    expect(themeAt(document.body)).toBe('light');
  });
});
