// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../../utils/site/labelled.ts';
import { readList } from '../../../utils/site/lists.ts';
import { placesOf } from '../../../utils/site/places.ts';
import { pack } from '../rules/support.ts';

const publish = pack.siteMap.pages.publish as NonNullable<(typeof pack.siteMap.pages)[string]>;

function form(html: string): Record<string, string> {
  document.body.innerHTML = html;
  return Object.fromEntries(readLabelled(document.body, publish).map(({ fact, text }) => [fact, text]));
}

const antd = (label: string, control: string) =>
  `<div class="row"><div class="col"><label>${label}</label></div><div class="col"><div>${control}</div></div></div>`;

describe('a field of a form', () => {
  it('is what was chosen in it, and neither its state nor its links', () => {
    const control =
      '<span>已关联</span><span><input role="combobox"><b title="Rep GmbH">Rep GmbH</b></span><a>欧盟责任人管理</a>';
    expect(form(antd('关联欧盟责任人', control))).toEqual({ 'product.responsiblePersons': 'Rep GmbH' });
  });

  it.each([
    ['<span>未关联</span><a>欧盟责任人管理</a>', '未关联'],
    ['<span><input placeholder="未关联" role="combobox"></span>', '未关联'],
    ['<em>请选择欧盟责任人</em>', '请选择欧盟责任人'],
  ])('says that nothing is chosen: %s', (control, text) => {
    expect(form(antd('关联欧盟责任人', control))).toEqual({ 'product.responsiblePersons': text });
  });

  it('that is empty takes nothing from the next one', () => {
    const html = antd('品牌', '<input role="combobox">') + antd('产地（国家或地区）', '<b>中国大陆</b>');
    expect(form(html)).toEqual({ 'form.origin': '中国大陆' });
  });

  it('is read in a tab that is not open, and not what a component only measures by', () => {
    const html = `<div role="tabpanel" aria-hidden="true">${antd(
      'Brand 品牌',
      '<em>LUMORA</em><span aria-hidden="true">LUM</span>',
    )}</div>`;
    expect(form(html)).toEqual({ 'form.brand': 'LUMORA' });
  });

  it('that names several countries is read as a whole, in one text or in many', () => {
    expect(form(antd('运达国家/地区', '西班牙、法国'))['product.destinations']).toBe('西班牙、法国');
    const chips = '<span>西班牙</span><span>法国</span>';
    expect(form(antd('Ships to 运达国家/地区', chips))['product.destinations']).toBe('西班牙、法国');
    expect(form(antd('运达国家/地区', '<span>请先选择运费模板</span>'))).toEqual({});
  });
});

describe('a grid of SKUs', () => {
  const skus = (price: string) => {
    document.body.innerHTML = `<table><thead><tr><th>颜色</th><th>零售价(CNY)</th><th>商家编码</th></tr></thead>
      <tbody><tr><td>白色</td><td>${price}</td><td>MU-1</td></tr></tbody></table>`;
    return readList(document, publish.lists?.skus as never);
  };

  it('is read alike as text and while its price is being typed', () => {
    const read = [{ key: 'MU-1', values: { 'price.CNY': '29.47' } }];
    expect(skus('29.47')).toEqual(read);
    expect(skus('<input value="29.47">')).toEqual(read);
  });

  it('has no price while what is typed is none', () => {
    expect(skus('<input value="29.">')).toEqual([{ key: 'MU-1', values: {} }]);
    expect(skus('')).toEqual([{ key: 'MU-1', values: {} }]);
  });
});

describe('the part of a page', () => {
  it('that a field stands in is its tab', () => {
    document.body.innerHTML = `<div><ul><li role="tab">Basics</li><li role="tab">Compliance 合规信息</li></ul>
      <div><div role="tabpanel">${antd('品牌', 'x')}</div>
      <div role="tabpanel">${antd('关联制造商', 'y')}</div></div></div>`;
    expect(placesOf(document.body, publish)).toMatchObject({
      'form.brand': 'Basics',
      'form.manufacturer': 'Compliance 合规信息',
    });
  });

  it('is the last heading before it where there are no tabs', () => {
    document.body.innerHTML = `<h1>Page</h1><div><h2>基本信息</h2>${antd('品牌', 'x')}</div>
      <div><h2>合规信息</h2>${antd('关联制造商', 'y')}</div>`;
    expect(placesOf(document.body, publish)).toEqual({
      'form.brand': '基本信息',
      'form.manufacturer': '合规信息',
    });
  });
});
