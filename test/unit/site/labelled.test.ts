// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type LabelledField, readLabelled } from '../../../utils/site/labelled.ts';

const RATE: LabelledField = {
  fact: 'store.positiveRatingPct',
  labels: ['(?:店铺)?好评率', 'Positive rating'],
  value: String.raw`[\d.]+\s?%`,
  seen: '2026-11-22',
};

function page(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  return root;
}

const read = (html: string, fields = [RATE]) => readLabelled(page(html), { fields }).map(({ text }) => text);

describe('a value beside its label', () => {
  it.each([
    ['<dl><dt>好评率</dt><dd>98.12%</dd></dl>', 'a definition'],
    ['<table><tr><td>店铺好评率</td><td>98.12%</td></tr></table>', 'a table row'],
    ['<div>好评率：98.12%</div>', 'one text'],
    ['<div>好评率:<span>98.12%</span></div>', 'a text and a span'],
    [
      '<div><div>好评率</div><div><span>98</span><span>.12</span><span>%</span></div></div>',
      'a figure taken apart',
    ],
    ['<div><h4><span>Positive rating</span></h4><p><b>98.12</b> %</p></div>', 'wrapped on both sides'],
    ['<tr><td>好评率</td><td>≥96.5%</td><td>98.12%</td></tr>', 'its bar between them'],
    ['<p>好评率</p><p>98.12%</p><p>好评率</p><p>98.12%</p>', 'the same twice'],
  ])('is read from %s (%s)', (html) => {
    expect(read(`<section>${html}</section>`).map((text) => text.replace(/\s/g, ''))).toEqual(['98.12%']);
  });

  it.each([
    ['<dl><dt>好评率</dt><dd>--</dd></dl>', 'no figure'],
    ['<p>好评率</p><p>98%</p><p>好评率</p><p>97%</p>', 'two figures'],
    ['<dl><dt>好评率</dt><dd><p>9</p><p>8%</p></dd></dl>', 'two figures in one place'],
    ['<dl><dt>好评率</dt><dd><span>1</span><sup>5</sup>%</dd></dl>', 'a figure with a mark above it'],
    ['<tr><th>好评率</th><th>纠纷率</th></tr>', 'another label'],
    ['<p>行业好评率</p><p>98%</p>', 'another label around it'],
    ['<p>好评率</p><p>98% 较上周 +0.2%</p>', 'more than the figure'],
    ['<p>好评率</p>', 'nothing after it'],
    ['<p>好评率</p><p>90%</p><p>86.2%</p>', 'a figure that may be the bar, and another'],
    ['<table><tr><td>好评率</td><td>90%</td><td>86.2%</td></tr></table>', 'a row of two figures'],
    ['<table><tr><td>好评率</td><td>97%</td><td>--</td></tr></table>', 'a bar beside no figure'],
    [
      '<table><thead><tr><th>指标</th><th>目标</th><th>本店</th></tr></thead><tr><td>好评率</td><td>97%</td><td>暂无</td></tr></table>',
      'a bar beside no figure, under a header',
    ],
    [
      '<table><thead><tr><th>指标</th><th>标准</th><th>达标</th><th>本店</th></tr></thead><tr><td>好评率</td><td>90%</td><td>否</td><td>86.2%</td></tr></table>',
      'a row of two figures that do not stand together',
    ],
    ['<div><p>--</p><p>好评率</p><p>1.2%</p><p>纠纷率</p></div>', 'the next label’s figure'],
    ['<div><p>暂无</p><p>好评率</p><p>1.2%</p><p>纠纷率</p></div>', 'the figure after none yet'],
    ['<dl><dd>N/A</dd><dt>好评率</dt><dd>1.2%</dd><dt>纠纷率</dt></dl>', 'the figure after no figure'],
    ['<dl><dd>98 分</dd><dt>好评率</dt><dd>97.1%</dd><dt>达标率</dt></dl>', 'the figure after points'],
    ['<dl><dd>4.8 / 5</dd><dt>好评率</dt><dd>97.1%</dd><dt>达标率</dt></dl>', 'the figure after a score'],
    ['<p>好评率：约 98%</p>', 'a figure that is no exact one'],
    ['<p>98.12%</p>', 'no label'],
  ])('is not read from %s (%s)', (html) => {
    expect(read(`<section>${html}</section>`)).toEqual([]);
  });

  const table = (...rows: string[][]): string => {
    const [head = [], ...body] = rows.map((row, index) =>
      row.map((text) => (index ? `<td>${text}</td>` : `<th>${text}</th>`)),
    );
    return `<div><table><thead><tr>${head.join('')}</tr></thead></table><table><tbody>${body.map((row) => `<tr>${row.join('')}</tr>`).join('')}</tbody></table></div>`;
  };
  const inColumn = (html: string) =>
    readLabelled(page(html), {
      fields: [RATE],
      valueColumn: { words: ['(?:Your figure )?平台数据'], seen: '2026-11-22' },
    }).map(({ text }) => text);

  it.each([
    [
      table(['Your figure 平台数据', '条件', '来源'], ['98.12%', '好评率', 'OMS']),
      ['98.12%'],
      'before its label',
    ],
    [table(['条件', '来源', '平台数据'], ['好评率', '97%', '98.12%']), ['98.12%'], 'after another figure'],
    [
      table(['平台数据', '条件', '同行'], ['--', '好评率', '98.12%']),
      [],
      'there is none, and another’s is not taken',
    ],
    [table(['平台数据', '条件', '要求'], ['≥96.5%', '好评率', '98.12%']), [], 'it is no figure'],
    [
      table(['平台数据', '条件', '要求'], ['97%', '<b>好评率</b> 98.12%', '']),
      ['98.12%'],
      'its label is not alone',
    ],
    [
      table(['数据', '条件', '要求'], ['97%', '好评率', '98.12%']),
      [],
      'one of two may be it, and no column says which',
    ],
    [table(['条件', '数据', '要求'], ['好评率', '98.12%', '97%']), [], 'no column has the words'],
    [table(['条件', '要求'], ['好评率', '97%']), [], 'the only figure may be the bar'],
  ])('in a table stands in its column of values: %s', (html, values) => {
    expect(inColumn(html)).toEqual(values);
  });

  it('is read for each of several fields, and each is lost alone', () => {
    const dispute = { ...RATE, fact: 'store.disputeRatePct', labels: ['纠纷率'] };
    const html = '<dl><dt>纠纷率</dt><dd>0.31%</dd><dt>好评率</dt><dd>读取中</dd></dl>';
    expect(readLabelled(page(html), { fields: [RATE, dispute] })).toEqual([
      { fact: 'store.disputeRatePct', text: '0.31%' },
    ]);
  });
});
