import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STORE_COLOURS } from '../../utils/facts/store-colours.ts';

/** What a mark needs beside what it stands on (WCAG 1.4.11). */
const LEAST = 3;

const sheet = readFileSync('components/store.css', 'utf8');
const theme = readFileSync('components/theme.css', 'utf8');

/** A colour of a sheet in both themes. */
function pair(css: string, pattern: string): [light: string, dark: string] {
  const [, light = '', dark = ''] =
    new RegExp(`${pattern}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  return [light, dark];
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the mark of a store', () => {
  it.each(['none', ...STORE_COLOURS])('is seen in %s on every ground of both themes', (colour) => {
    const mark = pair(sheet, `\\[data-colour="${colour}"\\] \\{\\s+--mark`);
    for (const ground of ['--ground', '--raised', '--unknown-ground']) {
      const grounds = pair(theme, ground);
      for (const index of [0, 1] as const) {
        expect(contrast(mark[index], grounds[index]), `${mark[index]} on ${ground}`).toBeGreaterThan(LEAST);
      }
    }
  });
});
