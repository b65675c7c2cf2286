import type { Text } from '../i18n/translate.ts';
import type { ImportSummary } from './import-products.ts';
import type { FileProblem } from './problems.ts';
import type { BadRow, ImportedProduct } from './product-rows.ts';

/** Where an import stands; `file` is the file's name. */
export type Stage =
  | {
      kind: 'start';
      /** Whether the person comes back to it, and goes on at the choice of a file. */
      isBack: boolean;
      note?: Text;
      refused?: { file: string; problem: FileProblem };
    }
  | { kind: 'reading'; file: string; done: number; total: number }
  | {
      kind: 'preview';
      file: string;
      summary: ImportSummary;
      /** The good rows that state anything beside the ID. */
      stating: ImportedProduct[];
      /** Of how many products something was imported before. */
      replaced: number | 'counting' | 'uncounted';
    }
  | { kind: 'keeping'; file: string; done: number; total: number }
  | {
      kind: 'kept';
      file: string;
      kept: number;
      /** How many there were to keep: more, where the person cancelled. */
      total: number;
      bad: BadRow[];
    };

export type StageOf<Kind extends Stage['kind']> = Extract<Stage, { kind: Kind }>;
