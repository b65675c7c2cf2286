import { defineConfig } from 'vitest/config';

/**
 * The tests of the rules alone: a mutant is run against those of them that reach it, thousands of times over.
 * The properties hold for ten thousand random facts a run; they are left to `npm test`.
 */
export default defineConfig({
  test: {
    include: ['test/unit/rules/**/*.test.ts'],
    exclude: ['test/unit/rules/properties.test.ts'],
  },
});
