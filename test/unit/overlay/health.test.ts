// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Health } from '../../../entrypoints/overlay.content/health.ts';
import type { Page } from '../../../entrypoints/overlay.content/page.ts';
import type { Changes } from '../../../utils/dom/observe.ts';
import type { NoticeHandlers, Views } from '../../../utils/dom/views.ts';
import type { NoticeView } from '../../../utils/features/health.ts';
import { lostFields, type PageHealth } from '../../../utils/site/health.ts';
import { pack } from '../rules/support.ts';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));

vi.mock('../../../utils/messaging/send.ts', () => ({ send }));

const page = (kind: Page['kind']): Page => ({
  kind,
  map: kind && pack.siteMap.pages[kind],
  around: {},
  channelId: null,
  productId: null,
});

const RATE = '<main><p>纠纷率</p><p>0.31%</p></main>';
const NO_RATE = '<main><h1>纠纷</h1><p>Ratio</p></main>';

const grown = (): Changes => ({ touched: new Set(), added: new Set([document.body]) });
const ticked: Changes = { touched: new Set([document.body]), added: new Set() };

const notices = (): string[] =>
  [...document.querySelectorAll('[data-ml="notice"]')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '');

/** What the background answers: a notice of what was lost. */
const answer = async (type: string, health: PageHealth): Promise<Partial<NoticeView> | null> => {
  const lost = lostFields(health.findings).join();
  return type === 'page.health' && lost ? { line: lost } : null;
};

let handlers: NoticeHandlers | undefined;
let isOver = false;

const teach = { start: vi.fn() };

function overlay(): Health {
  const views = {
    renderNotice: ({ shadowRoot }: HTMLElement, { line }: NoticeView, own: NoticeHandlers) => {
      handlers = own;
      if (shadowRoot) shadowRoot.textContent = line;
    },
  };
  return new Health(
    pack.siteMap,
    async () => views as unknown as Views,
    teach,
    () => isOver,
  );
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  isOver = false;
  send.mockReset().mockImplementation(answer);
  document.body.innerHTML = NO_RATE;
});

afterEach(() => vi.useRealTimers());

describe('a page’s notice', () => {
  it('stands first in its content once the page has come to rest, and no sooner', async () => {
    const health = overlay();
    health.update(page('disputes'), 'all');
    await pass(1500);
    health.update(page('disputes'), grown());
    await pass(1900);
    expect(notices()).toEqual([]);
    await pass(200);
    expect(notices()).toEqual(['store.disputeRatePct']);
    expect(document.querySelector('main')?.firstElementChild?.getAttribute('data-ml')).toBe('notice');
  });

  it('waits while the page shows that it is loading', async () => {
    document.body.innerHTML = `${NO_RATE}<i class="ait-spin-spinning"></i>`;
    overlay().update(page('disputes'), 'all');
    await pass(10_000);
    expect(notices()).toEqual([]);
    document.querySelector('i')?.remove();
    await pass(2000);
    expect(notices()).toHaveLength(1);
  });

  it('waits no longer than a minute for what shows for ever that it is loading', async () => {
    document.body.innerHTML = `${NO_RATE}<i class="ait-spin-spinning"></i>`;
    overlay().update(page('disputes'), 'all');
    await pass(55_000);
    expect(notices()).toEqual([]);
    await pass(10_000);
    expect(notices()).toHaveLength(1);
  });

  it('comes also on a page that never rests', async () => {
    const health = overlay();
    for (let second = 0; second < 20; second += 1) {
      health.update(page('disputes'), grown());
      await pass(1000);
    }
    expect(notices()).toHaveLength(1);
  });

  it('is not drawn where nothing was lost, and that is told all the same', async () => {
    document.body.innerHTML = RATE;
    overlay().update(page('disputes'), 'all');
    await pass(2000);
    expect(notices()).toEqual([]);
    expect(send).toHaveBeenCalledExactlyOnceWith(
      'page.health',
      expect.objectContaining({ page: 'disputes' }),
    );
  });

  it('goes by itself when what was lost comes later, as an element or as a text', async () => {
    const health = overlay();
    health.update(page('disputes'), 'all');
    await pass(2000);
    const [label, value] = [document.querySelector('h1'), document.querySelector('main > p')];
    if (label) label.textContent = '纠纷率';
    if (value) value.textContent = '0.31%';
    health.update(page('disputes'), ticked);
    await pass(2000);
    expect(notices()).toEqual([]);
  });

  it('is told once while nothing changes, and comes back where the page has taken it out', async () => {
    const health = overlay();
    health.update(page('disputes'), 'all');
    await pass(2000);
    document.querySelector('[data-ml="notice"]')?.remove();
    health.update(page('disputes'), grown());
    await pass(2000);
    expect(notices()).toHaveLength(1);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('leaves with its page', async () => {
    const health = overlay();
    health.update(page('disputes'), 'all');
    await pass(2000);
    health.update(page(undefined), grown());
    await pass(5000);
    expect(notices()).toEqual([]);
  });

  it('that is dismissed is gone and stays so', async () => {
    const health = overlay();
    health.update(page('disputes'), 'all');
    await pass(2000);
    handlers?.dismiss();
    health.update(page('disputes'), grown());
    await pass(5000);
    expect(notices()).toEqual([]);
    expect(send).toHaveBeenLastCalledWith('health.dismiss', expect.objectContaining({ page: 'disputes' }));
  });

  it('is asked for again where the background could not be reached', async () => {
    send.mockRejectedValueOnce(new Error('gone'));
    overlay().update(page('disputes'), 'all');
    await pass(2000);
    expect(notices()).toEqual([]);
    await pass(2000);
    expect(notices()).toHaveLength(1);
  });

  it('is not put where content stands side by side', async () => {
    document.body.innerHTML = `<div id="ait-layout-content" style="display: flex">${NO_RATE}</div>`;
    overlay().update(page('disputes'), 'all');
    await pass(2000);
    expect(document.querySelector('[data-ml="notice"]')?.parentElement?.localName).toBe('main');
  });

  it('does not come from a script that has been replaced', async () => {
    overlay().update(page('disputes'), 'all');
    isOver = true;
    await pass(5000);
    expect(notices()).toEqual([]);
  });

  it('leads to teaching a field where the page is', async () => {
    overlay().update(page('disputes'), 'all');
    await pass(3000);
    handlers?.teach('store.disputeRatePct');
    const lost = { page: 'disputes', field: 'store.disputeRatePct' };
    expect(teach.start).toHaveBeenCalledWith(lost, document.querySelector('[data-ml="notice"]'));
  });
});
