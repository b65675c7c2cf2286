import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where the two browsers are usually found. Plain JavaScript, because tools/set-up.mjs
 * needs it before there is a Node that runs TypeScript.
 */
export const BROWSERS = {
  chrome: {
    title: 'Chromium or Chrome',
    variable: 'CHROMIUM_PATH',
    package: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** The browser's executable, or undefined. A path set in the environment is never silently replaced. */
export function findBrowser(name, env = process.env) {
  const { variable, commands, paths } = BROWSERS[name];
  const chosen = env[variable];
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...paths].find((path) => existsSync(path));
}
