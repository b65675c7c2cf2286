// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { keepBeside } from '../../../utils/dom/beside.ts';

/** A form of a label, wrapped as asked; all is wide but what says that it isn't. */
function around(html: string): string | undefined {
  document.body.innerHTML = html;
  for (const element of document.querySelectorAll('body *')) {
    Object.defineProperty(element, 'clientWidth', { value: element.matches('.narrow, b') ? 100 : 800 });
  }
  const own = document.createElement('i');
  keepBeside(own, document.querySelector('b') as HTMLElement, 'below', () => true);
  return own.previousElementSibling?.id;
}

describe('the block around a step', () => {
  it.each([
    ['<main><div id="here"><b>x</b></div></main>', 'a block in a block'],
    ['<main><div id="here"><p class="narrow"><b>x</b></p></div></main>', 'a column of a form'],
    ['<main><div id="here" style="display: flex"><p><b>x</b></p></div></main>', 'a row'],
    ['<main style="display: grid"><div id="here"><b>x</b></div></main>', 'a part of a grid of one column'],
    [
      '<main style="display: grid; grid-template-columns: [full] 800px [end]"><div id="here"><b>x</b></div></main>',
      'a part of a grid of one named column',
    ],
    [
      '<main><div id="here" style="display: grid; grid-template-columns: 400px 400px"><p><b>x</b></p></div></main>',
      'a grid of two columns',
    ],
    [
      '<main><div id="here" style="display: grid; grid-auto-flow: column"><p><b>x</b></p></div></main>',
      'a grid that flows sideways',
    ],
    [
      `<main><div id="here" style="display: flex; flex-direction: column"><div role="tablist"><p><b>x</b></p></div>
        <div role="tabpanel"></div></div></main>`,
      'tabs with their panels',
    ],
    [
      '<main style="display: flex; flex-direction: column"><div id="here"><b>x</b></div></main>',
      'a part of a flexible column',
    ],
  ])('%s is %s', (html) => {
    expect(around(html)).toBe('here');
  });
});

describe('the side of the block', () => {
  const sideOf = (left: number): string | undefined => {
    document.body.innerHTML = '<main><div><b>x</b></div></main>';
    for (const element of document.querySelectorAll('body *')) {
      const rect = element.matches('b') ? new DOMRect(left, 0, 100, 20) : new DOMRect(0, 0, 800, 20);
      Object.defineProperties(element, {
        clientWidth: { value: rect.width },
        getBoundingClientRect: { value: () => rect },
      });
    }
    const own = document.createElement('i');
    keepBeside(own, document.querySelector('b') as HTMLElement, 'below', () => true);
    return own.dataset.side;
  };

  it('is where the step is', () => {
    expect([sideOf(0), sideOf(350), sideOf(360), sideOf(700)]).toEqual(['start', 'start', 'end', 'end']);
  });
});
