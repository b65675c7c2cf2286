import { resolve } from 'node:path';
import { defineConfig } from 'wxt';

// 153 is the first Firefox whose content scripts may share style sheets with shadow roots (bug 1751346);
// 123 the first Chrome with light-dark().
const FIREFOX = '153';
const CHROME = '123';

const HOSTS = ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'];

/** Preact can be told to set HTML. Nothing here does, and in what ships nothing can: it would set text. */
const textOnly = {
  name: 'text-only',
  transform: (code: string, id: string) =>
    /node_modules\/preact\/dist\//.test(id) ? code.replaceAll('.innerHTML', '.textContent') : undefined,
};

const CARD = /entrypoints\/card\//;

/** The card is drawn once and never updated, so its file goes without Preact: every byte of it counts in Firefox. */
function staticCard() {
  let isCard = false;
  return {
    name: 'static-card',
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: false | { entry: unknown } } }) {
      isCard = Boolean(build.lib) && CARD.test(JSON.stringify(build.lib));
    },
    resolveId: (source: string) =>
      isCard && source === 'preact/jsx-runtime' ? resolve('utils/dom/static-jsx.ts') : undefined,
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [textOnly, staticCard()],
    build: { target: [`chrome${CHROME}`, `firefox${FIREFOX}`] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    host_permissions: HOSTS,
    ...(browser === 'chrome' && {
      minimum_chrome_version: CHROME,
      web_accessible_resources: [{ resources: ['card.js'], matches: HOSTS, use_dynamic_url: true }],
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'managedlens@managedlens.example',
          strict_min_version: `${FIREFOX}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    // Chrome's content script imports the card when the first one is opened. Firefox resolves such an import
    // against the page, and its add-on review refuses an address made at run time: there it is a second script.
    'build:manifestGenerated': ({ config }, { content_scripts }) => {
      if (config.browser === 'firefox') content_scripts?.[0]?.js?.push('card.js');
    },
  },
});
