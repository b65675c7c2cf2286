import { describe, expect, it } from 'vitest';
import { combinationOf, combinationProblem } from '../../../utils/dom/combination.ts';

const press = (key: string, code: string, modifiers = '') =>
  combinationOf({
    key,
    code,
    altKey: modifiers.includes('A'),
    ctrlKey: modifiers.includes('C'),
    metaKey: modifiers.includes('M'),
    shiftKey: modifiers.includes('S'),
  });

describe('a combination of keys', () => {
  it.each([
    ['M', 'KeyM', 'AS', 'Alt+Shift+M'],
    ['m', 'KeyM', 'CA', 'Ctrl+Alt+M'],
    ['F2', 'F2', 'A', 'Alt+F2'],
    ['Tab', 'Tab', 'S', 'Shift+Tab'],
  ])('is named after its key: %s', (key, code, modifiers, name) => {
    expect(press(key, code, modifiers)).toBe(name);
  });

  it.each([
    ['a Mac that makes another sign of it', 'Â', 'KeyM', 'AS', 'Alt+Shift+M'],
    ['a keyboard of another script', 'ь', 'KeyM', 'AS', 'Alt+Shift+M'],
    ['Shift on a digit', '!', 'Digit1', 'AS', 'Alt+Shift+1'],
    ['an input method that is at work', 'Process', 'KeyM', 'AS', 'Alt+Shift+M'],
    ['a layout with its letters elsewhere', 'M', 'Semicolon', 'AS', 'Alt+Shift+M'],
  ])('is the same with %s', (_, key, code, modifiers, name) => {
    expect(press(key, code, modifiers)).toBe(name);
  });

  it('is none while only modifiers are down', () => {
    expect(press('Shift', 'ShiftLeft', 'AS')).toBeUndefined();
    expect(press('Alt', 'AltLeft', 'A')).toBeUndefined();
  });
});

describe('the keys that hide the overlay', () => {
  it.each(['Alt+Shift+M', 'Alt+Shift+9', 'Ctrl+Alt+H', 'Alt+J', 'Alt+F2', 'Ctrl+Alt+Shift+K'])(
    'can be %s',
    (keys) => {
      expect(combinationProblem(keys)).toBeUndefined();
    },
  );

  it.each([
    ['M', 'no-modifier'],
    ['Shift+M', 'no-modifier'],
    ['F5', 'no-modifier'],
    ['Alt+Shift+Comma', 'no-key'],
    ['Ctrl+Enter', 'no-key'],
    ['', 'no-key'],
    ['Ctrl+W', 'kept-by-browser'],
    ['Ctrl+C', 'kept-by-browser'],
    ['Ctrl+Shift+T', 'kept-by-browser'],
    ['Alt+D', 'kept-by-browser'],
    ['Alt+F4', 'kept-by-browser'],
    ['Alt+Shift+I', 'kept-by-browser'],
    ['Alt+Shift+U', 'kept-by-browser'],
    ['Shift+Meta+M', 'kept-by-browser'],
  ])('can’t be %s: %s', (keys, problem) => {
    expect(combinationProblem(keys)).toBe(problem);
  });
});
