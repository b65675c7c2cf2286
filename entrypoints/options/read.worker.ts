import { type Import, importProducts } from '../../utils/import/import-products.ts';

/** What the worker says of the file that it was given. */
export type FromReader = { done: number; total: number } | { result: Import } | { fault: string };

/** A worker's own end of its channel; the types of this project are a page's. */
const port = globalThis as unknown as {
  onmessage: ((event: MessageEvent<File>) => void) | null;
  postMessage(message: FromReader): void;
};

port.onmessage = async ({ data: file }) => {
  try {
    const result = await importProducts(file, {
      onProgress: (done, total) => port.postMessage({ done, total }),
    });
    port.postMessage({ result });
  } catch (error) {
    port.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
};
