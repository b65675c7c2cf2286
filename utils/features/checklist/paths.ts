import type { Programme } from '../../rules/pack.ts';

/** What a store can be led through: into a programme by one of its roads, or out. */
export const CHECKLIST_PATHS = [
  'semi',
  'full-apply',
  'full-invited',
  'merge',
  'exit',
  'third-party',
] as const;

export type ChecklistPath = (typeof CHECKLIST_PATHS)[number];

/** The programmes that a path leads through, one after the other. */
export const PROGRAMMES_OF: Record<ChecklistPath, readonly Programme[]> = {
  semi: ['semi', 'semi-product'],
  'full-apply': ['full-apply'],
  'full-invited': ['full-invited'],
  merge: ['merge'],
  exit: ['exit', 'deposit'],
  'third-party': ['third-party'],
};
