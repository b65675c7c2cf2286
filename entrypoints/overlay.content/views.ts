import type { Views } from '../../utils/dom/views.ts';
import { send } from '../../utils/messaging/send.ts';

let loading: Promise<Views> | undefined;

async function load(): Promise<Views> {
  const { fault } = await send('views.load', null);
  const { managedLensViews } = globalThis as { managedLensViews?: Views };
  if (!managedLensViews) throw new Error(fault ?? 'The views did not come');
  return managedLensViews;
}

/** The views, which the background brings into this page once; where that failed, the next who asks tries again. */
export function loadViews(): Promise<Views> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
