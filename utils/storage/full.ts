/** Whether an error says that the browser gives the extension no more room, whichever of its storages says so. */
export const isStorageFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message));
