import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import linter from 'addons-linter';
import { describe, expect, it } from 'vitest';
import { buildExtension } from '../../tools/build.ts';
import { BROWSERS } from './support.ts';

const HOSTS = ['https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'];
const BUDGET = 25 * 1024;

describe.each(BROWSERS)('the extension as it ships for %s', async (name) => {
  const folder = await buildExtension(name);
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

  it('asks for storage, alarms, scripting, the panel and the two hosts, and for nothing more', () => {
    expect(manifest.manifest_version).toBe(3);
    const ofPanel = name === 'chrome' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'alarms', 'scripting', ...ofPanel]);
    expect(manifest.host_permissions).toEqual(HOSTS);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    // Of these one at a time, when its user adds a source of rule packs there.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.content_scripts.map(({ matches }: { matches: string[] }) => matches)).toEqual([HOSTS]);
  });

  it('opens the audit by keys, and never by itself', () => {
    const [command] = Object.values(manifest.commands) as { suggested_key: { default: string } }[];
    expect(command?.suggested_key.default).toBe('Alt+Shift+U');
    if (name === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    else {
      expect(Object.keys(manifest.commands)).toEqual(['_execute_sidebar_action']);
      expect(manifest.sidebar_action).toMatchObject({
        default_panel: 'sidepanel.html',
        open_at_install: false,
      });
    }
  });

  it('opens no file of its own to pages', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it('has no code that could set HTML', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(3);
    for (const file of scripts) {
      expect(readFileSync(`${folder}/${file}`, 'utf8'), file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML/,
      );
    }
  });

  it('gives every page one script of at most 25 KB gzipped', () => {
    const files: string[] = manifest.content_scripts.flatMap(({ js }: { js: string[] }) => js);
    expect(files).toEqual(['content-scripts/overlay.js']);
    expect(gzipSync(readFileSync(`${folder}/${files[0]}`)).length).toBeLessThanOrEqual(BUDGET);
  });
});

describe('the Firefox build', async () => {
  const folder = await buildExtension('firefox');

  it('has an add-on ID, a least version, and collects no data', () => {
    const { browser_specific_settings } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
    expect(browser_specific_settings.gecko).toEqual({
      id: 'managedlens@managedlens.example',
      strict_min_version: '153.0',
      data_collection_permissions: { required: ['none'] },
    });
  });

  it('gives addons-linter nothing to say: no error, no warning, no notice', async () => {
    const { createInstance } = linter;
    const result = await createInstance({
      config: {
        _: [folder],
        logLevel: 'fatal',
        stack: false,
        pretty: false,
        output: 'none',
        metadata: false,
      },
      runAsBinary: false,
    }).run();
    expect([...result.errors, ...result.warnings, ...result.notices]).toEqual([]);
  });
});
