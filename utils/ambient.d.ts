import 'wxt/browser';

declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module 'wxt/browser' {
  /** The extension's own files that code names. */
  interface WxtRuntime {
    getURL(path: '/' | '/views.js' | '/rules/pack.json'): string;
  }
}
