import { z } from '../rules/zod.ts';
import { PAGE_KINDS } from './pages.ts';

const short = z.string().check(z.maxLength(100));

const finding = z.strictObject({
  field: short,
  state: z.enum(['empty', 'found', 'lost']),
  by: z.nullable(
    z.union([
      z.templateLiteral([z.enum(['column', 'label', 'pattern', 'selector', 'text']), ' ', z.int()]),
      z.literal('alone'),
    ]),
  ),
  seen: z.iso.date(),
});

/** The shape of what is said of a page's health, in a message or where it is kept. */
export const pageHealth = z.strictObject({
  page: z.enum(PAGE_KINDS),
  address: z.string().check(z.maxLength(500)),
  findings: z.array(finding).check(z.maxLength(200)),
  layout: z.strictObject({
    tables: z.int(),
    rows: z.int(),
    headers: z.array(short).check(z.maxLength(100)),
  }),
});
