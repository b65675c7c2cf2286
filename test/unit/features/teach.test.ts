import { describe, expect, it } from 'vitest';
import { teachView } from '../../../utils/features/teach.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { LESSON_PROBLEMS } from '../../../utils/site/teach.ts';

const english = translator('en');
const chinese = translator('zh_CN');
const PRICE = { page: 'product-list', field: 'price' } as const;

const problem = (kind: (typeof LESSON_PROBLEMS)[number], example: string, t = english): string =>
  teachView(PRICE, { kind: 'point', problem: { problem: kind, words: '库存', example } }, t).problem;

describe('what the bar says', () => {
  it('asks for the field by its name', () => {
    expect(teachView(PRICE, { kind: 'point', problem: null }, english)).toMatchObject({
      tag: 'en',
      heading: 'Where is “Price” now?',
      problem: '',
    });
  });

  it('shows the words, how often they lead to a value, and the first values', () => {
    const lesson = { words: '报价', count: 100, values: ['USD 3.63', 'USD 4.10'] };
    const view = teachView(PRICE, { kind: 'look', lesson }, english);
    expect(view.heading).toMatch(/Price.*“报价”.*100/);
    expect(view.values).toBe('USD 3.63, USD 4.10, …');
    expect(teachView(PRICE, { kind: 'look', lesson: { ...lesson, count: 2 } }, english).values).toBe(
      'USD 3.63, USD 4.10',
    );
  });

  it('says of the words that they are exported', () => {
    const step = { kind: 'look' as const, lesson: { words: '报价', count: 1, values: ['USD 3.63'] } };
    expect(teachView(PRICE, step, english).text).toMatch(/words.*export/);
    expect(teachView(PRICE, step, chinese).text).toContain('导出');
  });

  it('goes on showing them where they could not be kept, and says so', () => {
    const lesson = { words: '报价', count: 1, values: ['USD 3.63'] };
    expect(teachView(PRICE, { kind: 'not-kept', lesson }, english)).toMatchObject({
      kind: 'look',
      values: 'USD 3.63',
      problem: expect.stringContaining('nothing was changed'),
    });
  });

  it.each(LESSON_PROBLEMS)('says in both languages what to do: %s', (kind) => {
    for (const t of [english, chinese])
      expect(problem(kind, '', t)).toMatch(t === english ? /[Pp]oint|[Cc]lick|Type/ : /请/);
  });

  it('says how a value looks, where that is known', () => {
    expect(problem('not-value', 'USD 3.63')).toContain('“USD 3.63”');
    expect(problem('not-value', '')).not.toContain('“”');
  });
});
