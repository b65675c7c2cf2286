import { remoteDesk } from '../../utils/audit/desk/remote.ts';

/** The audits, as the panel's worker answers for them. */
export const desk = remoteDesk(
  () => new Worker(new URL('./audits.worker.ts', import.meta.url), { type: 'module' }),
);
