import type { Browser, Page, Viewport } from 'puppeteer-core';
import type { OutsideProxy, Reach } from './outside.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What stands in for the seller centre; undefined for an address that it does not have. */
export type Site = (url: string, request: { method: string }) => Answer | undefined;

export interface LaunchOptions {
  /** The built extension's folder. */
  extension?: string;
  /** Without it, nothing is intercepted and the browser is on the real network. */
  site?: Site;
  /** With a site, what else can be reached. */
  reach?: Reach;
  /** What the organisation's policy tells the extension: its `storage.managed`. */
  policy?: Readonly<Record<string, unknown>>;
  /** Without it, headless where there is no display. */
  headless?: boolean;
  /** Without it, the browser's own choice. */
  dark?: boolean;
  /** The language that pages see; the browser's own texts stay as its language packs allow. */
  lang?: string;
  viewport?: Viewport;
  /** Firefox keeps no more kilobytes than these of all that its pages store. */
  room?: number;
  /** A profile folder to keep; without it, a fresh one that is thrown away. */
  profile?: string;
}

/** What a browser's own module gets. */
export interface Start extends Omit<LaunchOptions, 'headless' | 'viewport'> {
  executablePath: string;
  headless: boolean;
  viewport: Viewport | null;
  proxy: OutsideProxy | undefined;
  report(error: string): void;
}

/** What a browser's own module gives. */
export interface Driver {
  browser: Browser;
  extensionOrigin: string;
  preparePage(page: Page): Promise<void>;
  open(page: Page, url: string): Promise<void>;
  killBackground(): Promise<void>;
  update(): Promise<void>;
  allowSites(isAllowed: boolean): Promise<void>;
  allowHost(pattern: string): Promise<void>;
  close(): Promise<void>;
}
