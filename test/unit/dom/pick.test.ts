// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pick } from '../../../utils/dom/pick.ts';

const onPick = vi.fn();
const onPage = vi.fn();

let host: HTMLElement;
let outline: HTMLElement;
let over: AbortController;

const at = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`Nothing is ${selector}`);
  return found;
};

/** As a person does it, where it is not said otherwise. */
function press(target: Element, type: string, isTrusted = true): Event {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = '<table><tr><td>USD 3.63<b data-ml="row">Fee</b></td></tr></table>';
  host = document.createElement('ml-teach');
  host.setAttribute('data-ml', 'notice');
  outline = Object.assign(document.createElement('div'), { hidden: true });
  host.append(outline);
  document.documentElement.append(host);
  over = new AbortController();
  pick({ host, outline, onPick }, over.signal);
  for (const type of ['click', 'mousedown']) document.addEventListener(type, onPage, { signal: over.signal });
});

afterEach(() => {
  over.abort();
  host.remove();
});

describe('picking an element of a page', () => {
  it('picks what a person clicks, and the page hears nothing of it', () => {
    press(at('td'), 'mousedown');
    const click = press(at('td'), 'click');
    expect(onPick.mock.calls).toEqual([[at('td')]]);
    expect(onPage).not.toHaveBeenCalled();
    expect(click.defaultPrevented).toBe(true);
  });

  it('takes what stands in the page for what of ours stands in it', () => {
    press(at('td > b'), 'click');
    expect(onPick.mock.calls).toEqual([[at('td')]]);
  });

  it('leaves alone what scripts of the page press', () => {
    press(at('td'), 'click', false);
    expect(onPick).not.toHaveBeenCalled();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('leaves alone what is pressed in its own bar', () => {
    const click = press(host, 'click');
    expect(onPick).not.toHaveBeenCalled();
    expect(click.defaultPrevented).toBe(false);
  });

  it('shows what would be picked, and nothing over its own bar', () => {
    press(at('td'), 'pointermove');
    expect(outline.hidden).toBe(false);
    press(host, 'pointermove');
    expect(outline.hidden).toBe(true);
  });

  it('gives the page its clicks back when it is over', () => {
    press(at('td'), 'pointermove');
    over.abort();
    document.addEventListener('click', onPage, { once: true });
    press(at('td'), 'click');
    expect(onPick).not.toHaveBeenCalled();
    expect(onPage).toHaveBeenCalledTimes(1);
    expect(outline.hidden).toBe(true);
  });
});
