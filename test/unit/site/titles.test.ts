// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pageKindByTitle } from '../../../utils/site/titles.ts';
import { pack } from '../rules/support.ts';

function kindOf(html: string) {
  const root = document.createElement('main');
  root.innerHTML = html;
  return pageKindByTitle(root, pack.siteMap);
}

describe('a page of which nobody has named an address', () => {
  it.each([
    ['<h1>全托管中心</h1>', 'full-centre'],
    ['<h2> 合并服务监控台 </h2>', 'merge-monitor'],
    ['<div role="heading">Full-managed centre</div>', 'full-centre'],
    ['<h1>卖家中心</h1><h2>合并服务监控台</h2>', 'merge-monitor'],
    ['<h4>保证金</h4>', 'deposit'],
    ['<h1>Deposit 保证金</h1>', 'deposit'],
    ['<h1>全托管中心</h1><h2>保证金</h2>', 'full-centre'],
  ])('%s is told by its heading', (html, kind) => {
    expect(kindOf(html)).toBe(kind);
  });

  it.each(['<a>全托管中心</a>', '<h1>全托管中心公告</h1>', '<h1>首页</h1>', ''])('%s is none', (html) => {
    expect(kindOf(html)).toBeUndefined();
  });
});
