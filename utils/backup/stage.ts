import type { StoreChange } from './compare.ts';
import type { Backup, BackupProblem } from './file.ts';

/** A backup that was checked, and what restoring it would change. */
export interface RestorePreview {
  backup: Backup;
  changes: readonly StoreChange[];
  /** Records of ours that the backup could have and has not. */
  onlyHere: readonly string[];
}

/** Where a restore is. */
export type RestoreStage =
  | { kind: 'start' }
  | { kind: 'refused'; file: string; problem: BackupProblem }
  | { kind: 'checking'; file: string }
  | ({ kind: 'preview'; file: string } & RestorePreview)
  | { kind: 'restoring'; file: string; done: number; total: number }
  | { kind: 'restored'; file: string; count: number; refused: readonly string[] }
  | ({ kind: 'stopped'; file: string; done: number; isReplacing: boolean } & RestorePreview);

export type RestoreStageOf<Kind extends RestoreStage['kind']> = Extract<RestoreStage, { kind: Kind }>;
