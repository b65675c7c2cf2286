import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { OUTPUT, ROOT } from '../../tools/build.ts';

const FOLDER = join(OUTPUT, 'bench-floor');

/** A strip as it stands in a page when the overlay is done with it. */
interface FinishedStrip {
  /** The path of the page it was found on. */
  path: string;
  /** A selector for the cells that it stands in. */
  cells: string;
  tag: string;
  attributes: [name: string, value: string][];
  markup: string;
}

/** Builds an extension that does the least anything must do to show as much; answers its folder. */
export async function buildFloor(page: Page): Promise<string> {
  const strip = await page.evaluate(finishedStrip);
  const css = await readFile(join(ROOT, 'utils/dom/strip.css'), 'utf8');
  const manifest = {
    manifest_version: 3,
    name: 'The floor of the bench',
    version: '1',
    content_scripts: [{ matches: ['https://csp.aliexpress.com/*'], js: ['content.js'] }],
  };
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(FOLDER, 'content.js'),
    `(${cloneIntoRows})(${JSON.stringify(strip)}, ${JSON.stringify(css)});`,
  );
  return FOLDER;
}

/** Runs in the page. @throws where it has no strip */
function finishedStrip(): FinishedStrip {
  const strip = document.querySelector('[data-ml="row"]');
  const row = strip?.closest('tr[data-row-key]');
  const root = strip?.shadowRoot;
  if (!strip || !root || !row) throw new Error('The page has no strip');
  const column = [...row.children].findIndex((cell) => cell.contains(strip)) + 1;
  return {
    path: location.pathname,
    cells: `tr[data-row-key] > :nth-child(${column})`,
    tag: strip.localName,
    attributes: [...strip.attributes].map(({ name, value }) => [name, value]),
    markup: root.innerHTML,
  };
}

/** The floor's whole content script. It stands alone: its source is what is written into the extension. */
function cloneIntoRows({ path, cells, tag, attributes, markup }: FinishedStrip, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const content = document.createElement('template');
  content.innerHTML = markup;
  const strip = document.createElement(tag);
  for (const [name, value] of attributes) strip.setAttribute(name, value);
  let isDone = false;

  const look = (): void => {
    const places = location.pathname === path ? document.querySelectorAll(cells) : [];
    if (!isDone) {
      for (const cell of places) {
        const host = strip.cloneNode() as HTMLElement;
        const root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.append(content.content.cloneNode(true));
        cell.append(host);
      }
    }
    isDone = places.length > 0;
  };

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  navigation.addEventListener('currententrychange', () => requestAnimationFrame(look));
}
