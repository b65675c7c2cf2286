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

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [textOnly],
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
