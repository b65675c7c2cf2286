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
    // `scripting` is for our own scripts alone: the views come into a page of the seller centre when it first needs
    // one, and the content script into pages that were open before it.
    permissions: ['storage', 'alarms', 'scripting'],
    // Asked for when the user turns notifications of alerts on, and given back when they are turned off.
    optional_permissions: ['notifications'],
    host_permissions: HOSTS,
    // Asked for when its user adds a source of packs, and then for that host alone.
    optional_host_permissions: ['https://*/*'],
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-audit']: {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_extensionOpenAudit__',
      },
    },
    ...(browser === 'chrome' && {
      minimum_chrome_version: CHROME,
      storage: { managed_schema: 'managed-schema.json' },
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
});
