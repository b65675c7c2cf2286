import { combinationProblem } from '../dom/combination.ts';
import { z } from '../rules/zod.ts';

/** What a person chose for the extension as a whole; what was not chosen is not there. */
export const settingsSchema = z.strictObject({
  language: z.optional(z.enum(['en', 'zh_CN'])),
  /** The keys that hide the overlay; `null` for none. */
  keys: z.optional(z.nullable(z.string().check(z.refine((keys) => !combinationProblem(keys))))),
});

export type Settings = z.infer<typeof settingsSchema>;
