// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectation, readPage } from '../../../tools/page/read.ts';
import { pack } from '../rules/support.ts';

const FOLDER = 'test/fixtures/pages';

const pages = readdirSync(FOLDER).filter((file) => file.endsWith('.html'));

describe('the saved pages', () => {
  it('are there', () => {
    expect(pages).toContain('product-list.html');
  });

  it.each(pages)('%s is read as is said beside it', async (file) => {
    const beside = `${FOLDER}/${file.replace('.html', '.json')}`;
    const address = new URL(JSON.parse(readFileSync(beside, 'utf8')).address);
    const page = new DOMParser().parseFromString(readFileSync(`${FOLDER}/${file}`, 'utf8'), 'text/html');
    await expect(expectation(address, readPage(page, address, pack.siteMap))).toMatchFileSnapshot(
      `../../../${beside}`,
    );
  });
});
