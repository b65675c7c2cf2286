// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { CallLog } from '../../../components/CallLog.tsx';
import type { CallLogState } from '../../../utils/calls/state.ts';
import { type Language, translator } from '../../../utils/i18n/translate.ts';
import { countLines, linesAt } from './support.ts';

function shown(state: CallLogState, language: Language = 'en') {
  const page = document.createElement('div');
  document.body.replaceChildren(page);
  const events = { onFiles: vi.fn(), onText: vi.fn(), onCancel: vi.fn(), onKeep: vi.fn() };
  render(<CallLog t={translator(language)} state={state} place="/popup.html#monitor" {...events} />, page);
  const textOf = (selector: string) => page.querySelector(selector)?.textContent ?? '';
  const click = (selector: string) => page.querySelector<HTMLElement>(selector)?.click();
  return { page, events, textOf, click };
}

const read = (...lines: string[]): CallLogState => ({
  kind: 'read',
  file: 'calls.log',
  log: countLines(lines),
});

describe('the call log', () => {
  it('hands over what is pasted, and leaves it where it is', () => {
    const { page, events, click } = shown({ kind: 'start' });
    const area = page.querySelector('textarea');
    if (area) area.value = '2026-11-22 10:00:00 GET';
    click('[data-do="count-calls"]');
    expect(events.onText).toHaveBeenCalledWith('2026-11-22 10:00:00 GET');
    expect(area?.value).toBe('2026-11-22 10:00:00 GET');
  });

  it('shows how far the reading is, and the way out of it', () => {
    const { page, events, click } = shown(
      { kind: 'reading', file: undefined, done: 50, total: 100 },
      'zh_CN',
    );
    expect(page.querySelector('progress')?.value).toBe(50);
    expect(page.querySelector('h3')?.textContent).toContain('粘贴的文本');
    click('.progress button');
    expect(events.onCancel).toHaveBeenCalledOnce();
  });

  it('keeps the focus where the person goes on, after cancelling too', () => {
    shown({ kind: 'start', note: { key: 'callsCancelled' } });
    expect(document.activeElement?.textContent).toBe('Cancelled. Nothing was counted.');
    shown(read(...linesAt([0, 1])));
    expect(document.activeElement?.textContent).toBe('The calls in calls.log');
  });

  it('says why a log is refused, and names the lines that show it', () => {
    const { textOf } = shown({
      kind: 'refused',
      file: 'calls.log',
      refused: {
        problem: 'no-times',
        unreadable: { count: 1, first: [{ line: 7, fault: 'day-order', sample: '<b>03/04/2026</b>' }] },
      },
    });
    expect(textOf('[role="alert"]')).toContain('calls.log');
    expect(textOf('.unreadable tbody')).toMatch(/^7.*write the year first.*<b>03\/04\/2026<\/b>$/);
  });

  it('is green only within the limit, and keeps the rate that is proven', () => {
    const state = read(...linesAt([0, 480]));
    const { page, events, textOf, click } = shown(state);
    expect(page.querySelector('.finding')?.getAttribute('data-verdict')).toBe('pass');
    expect(textOf('[data-measure="callsClockMinute"] dd')).toBe('480');
    click('[data-do="keep-rate"]');
    expect(events.onKeep).toHaveBeenCalledWith(state.kind === 'read' && state.log, 'calls.log');
  });

  it('names the minutes over the limit, in China’s time', () => {
    const { page, textOf } = shown(read(...linesAt([0, 501], [60, 3])));
    expect(page.querySelector('.finding')?.getAttribute('data-verdict')).toBe('fail');
    expect(textOf('.over tbody')).toBe('11/22/2026, 10:00501');
    expect(page.querySelectorAll('rect[data-over="true"]')).toHaveLength(1);
    expect(textOf('.call-chart tbody')).toBe('11/22/2026, 10:0050111/22/2026, 10:013');
  });

  it('lets nothing be kept that is not certain', () => {
    const overSixty = shown(read(...linesAt([30, 300], [80, 300])));
    expect(overSixty.page.querySelector('.finding')?.getAttribute('data-verdict')).toBe('caution');
    expect(overSixty.page.querySelector('[data-do="keep-rate"]')).toBeNull();
    const lost = shown(read(...linesAt([0, 500]), 'lost'));
    expect(lost.page.querySelector('.finding')?.getAttribute('data-verdict')).toBe('unknown');
    expect(lost.page.querySelector('[data-do="keep-rate"]')).toBeNull();
    expect(lost.textOf('[data-measure="callsClockMinute"] dd')).toBe('500 to 501');
    expect(lost.textOf('.unreadable tbody')).toContain('501');
  });
});
