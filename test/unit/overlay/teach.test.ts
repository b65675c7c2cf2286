// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Teach } from '../../../entrypoints/overlay.content/teach.ts';
import type { TeachRequest, Views } from '../../../utils/dom/views.ts';
import { pack } from '../rules/support.ts';

const PRICE = { page: 'product-list', field: 'price' } as const;

let requests: TeachRequest[];
let notice: HTMLElement;
let button: HTMLElement;

const teach = (request: TeachRequest) => {
  requests.push(request);
  return request.onEnd;
};

const bars = () => document.querySelectorAll('ml-teach').length;

beforeEach(() => {
  requests = [];
  document.body.innerHTML = '<ml-health></ml-health>';
  for (const bar of document.querySelectorAll('ml-teach')) bar.remove();
  notice = document.querySelector('ml-health') as HTMLElement;
  button = document.createElement('button');
  notice.attachShadow({ mode: 'open' }).append(button);
  button.focus();
});

describe('teaching in a page', () => {
  it('has one bar, of the field that was asked for last', async () => {
    const own = new Teach(pack.siteMap, async () => ({ teach }) as unknown as Views);
    await own.start(PRICE, notice);
    await own.start({ ...PRICE, field: 'productId' }, notice);
    expect(bars()).toBe(1);
    expect(requests.map(({ place }) => place.field)).toEqual(['price', 'productId']);
  });

  it('gives the focus back when it ends, and leaves nothing in the page', async () => {
    const own = new Teach(pack.siteMap, async () => ({ teach }) as unknown as Views);
    const focus = vi.spyOn(button, 'focus');
    await own.start(PRICE, notice);
    own.close();
    expect(bars()).toBe(0);
    expect(focus).toHaveBeenCalledTimes(1);
  });

  it('does not begin for a notice that is gone, or without its view', async () => {
    const own = new Teach(pack.siteMap, async () => ({ teach }) as unknown as Views);
    const begun = own.start(PRICE, notice);
    notice.remove();
    await begun;
    document.body.append(notice);
    await new Teach(pack.siteMap, () => Promise.reject(new Error('gone'))).start(PRICE, notice);
    expect(bars()).toBe(0);
  });
});
