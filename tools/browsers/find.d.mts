export type BrowserName = 'chrome' | 'firefox';

export const BROWSERS: Record<
  BrowserName,
  { title: string; variable: string; package: string; commands: string[]; paths: string[] }
>;

/** The browser's executable, or undefined. A path set in the environment is never silently replaced. */
export function findBrowser(name: BrowserName, env?: NodeJS.ProcessEnv): string | undefined;
