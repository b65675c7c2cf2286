import 'wxt/browser';

declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module 'wxt/browser' {
  /** The extension's own files that code asks for by address. */
  interface WxtRuntime {
    getURL(path: '/' | '/card.js' | '/rules/pack.json'): string;
  }
}
