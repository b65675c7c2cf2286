import { importProducts } from '../../utils/import/import-products.ts';
import { serveWorker } from '../../utils/messaging/worker.ts';

serveWorker((file: File, onProgress) => importProducts(file, { onProgress }));
