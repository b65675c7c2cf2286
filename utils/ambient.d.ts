import 'wxt/browser';

declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module 'wxt/browser' {
  /** The extension's own files that code names. */
  interface WxtRuntime {
    getURL(path: '/' | '/icon/128.png' | '/popup.html' | '/rules/pack.json' | '/views.js'): string;
  }
}
