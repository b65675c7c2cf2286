import { styleOf } from './style.ts';

export type Theme = 'light' | 'dark';

const BRIGHT = 140;

/**
 * The theme of the page around an element, by the colour of its text: a browser set to dark may show a light page,
 * and what stands in the page has to look as if it belonged there.
 */
export function themeAt(element: Element): Theme {
  const { color } = styleOf(element);
  const [red = 0, green = 0, blue = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return red * 0.299 + green * 0.587 + blue * 0.114 > BRIGHT ? 'dark' : 'light';
}
