import { defineConfig } from 'wxt';

// 153 is the first Firefox whose content scripts may share style sheets with shadow roots (bug 1751346);
// 123 the first Chrome with light-dark().
const FIREFOX = '153';
const CHROME = '123';

const HOSTS = ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({ build: { target: [`chrome${CHROME}`, `firefox${FIREFOX}`] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    host_permissions: HOSTS,
    web_accessible_resources: [
      {
        resources: ['card.js'],
        matches: HOSTS,
        ...(browser === 'chrome' && { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'chrome' && { minimum_chrome_version: CHROME }),
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
