import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { OUTPUT, ROOT } from '../../tools/build.ts';

const FOLDER = join(OUTPUT, 'bench-floor');

/** A strip as it stands in a page when the overlay is done with it. */
interface FinishedStrip {
  /** The path of the page it was found on. */
  path: string;
  /** The class of the element that it is the last child of. */
  place: string;
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
  const { shadowRoot: root, parentElement: place } = strip ?? {};
  if (!strip || !root || !place) throw new Error('The page has no strip');
  return {
    path: location.pathname,
    place: place.className,
    tag: strip.localName,
    attributes: [...strip.attributes].map(({ name, value }) => [name, value]),
    markup: root.innerHTML,
  };
}

/** The floor's whole content script. It stands alone: its source is what is written into the extension. */
function cloneIntoRows({ path, place, tag, attributes, markup }: FinishedStrip, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const content = document.createElement('template');
  content.innerHTML = markup;
  const strip = document.createElement(tag);
  for (const [name, value] of attributes) strip.setAttribute(name, value);
  const places = document.getElementsByClassName(place);
  let isDone = false;

  const look = (): void => {
    const isWanted = location.pathname === path && places.length > 0;
    if (isWanted && !isDone) {
      for (const cell of [...places]) {
        const host = strip.cloneNode() as HTMLElement;
        const root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.append(content.content.cloneNode(true));
        cell.append(host);
      }
    }
    isDone = isWanted;
  };

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  navigation.addEventListener('currententrychange', () => requestAnimationFrame(look));
}
