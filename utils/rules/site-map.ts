import { day, id, PROGRAMMES } from './parts.ts';
import { z } from './zod.ts';

const fieldSelectors = z.strictObject({
  /** Strategies in order; the first that finds something wins. */
  strategies: z.array(z.string()).check(z.minLength(1)),
  seen: day,
});

const words = z.optional(
  z.array(z.strictObject({ text: z.string(), means: z.union([z.boolean(), z.int(), z.string()]) })),
);

/** In a form: what of a field's texts is its value; absent where a value is all of the text after its label. */
const take = z.optional(z.enum(['all', 'first']));

/** Not every such page has it: where it is not there, nothing was lost. */
const optional = z.optional(z.literal(true));

const listField = z.strictObject({
  name: z.string(),
  optional,
  /** What it is one of, where one of several is enough: a price in one currency or another. */
  oneOf: z.optional(z.string()),
  /** Words over its column, or before the value in its row; regular expressions on a whole text. */
  words: z.optional(z.array(z.string())),
  /** What a value looks like, of which a group is the value; a regular expression on a whole text. */
  value: z.string(),
  take,
  /** The value needs no words: it looks like nothing else in a row. */
  alone: z.optional(z.literal(true)),
  means: words,
});

/** A list of a page: what may be a row, by the first selector that finds any, and what is read in it. */
const listMap = z.strictObject({
  rows: z.array(z.string()).check(z.minLength(1)),
  /** What tells the rows apart; a row without it is not read. */
  key: listField,
  fields: z.array(listField),
  /** What the page says once, outside its rows, and every row is judged with. */
  around: z.optional(z.array(listField)),
  /**
   * What is kept of it. `product`: the key is a product's ID, and the fields are facts of that product; `failure`: all
   * of its rows, as they were last seen.
   */
  about: z.optional(z.enum(['product', 'failure'])),
  /** What its rows say they say together: one that says something and has no key is an empty entry, not left out. */
  isWhole: z.optional(z.literal(true)),
  optional,
  seen: day,
});

const pageMap = z.strictObject({
  /** Headings that tell the page where nobody has named its address; regular expressions on a whole text. */
  titles: z.optional(z.array(z.string())),
  /** Words over the column of a table that holds the values of what its rows name; regular expressions on a whole text. */
  valueColumn: z.optional(z.strictObject({ words: z.array(z.string()).check(z.minLength(1)), seen: day })),
  fields: z.array(
    z.strictObject({
      fact: z.string(),
      optional,
      /** Words that label the value, and what a value looks like: regular expressions on a whole text. */
      labels: z.array(z.string()).check(z.minLength(1)),
      value: z.string(),
      take,
      /** What the words of a value mean, where it is no figure. */
      words,
      seen: day,
    }),
  ),
  /** Steps that can't be undone: the words beside which the rules are shown, and the bars to be settled before. */
  guards: z.optional(
    z.array(
      z.strictObject({
        beside: z.string(),
        rules: z.array(id).check(z.minLength(1)),
        settle: z.optional(z.array(z.enum(PROGRAMMES))),
        optional,
        seen: day,
      }),
    ),
  ),
  /** The page's lists by name; `entries` is the one whose rows have strips. */
  lists: z.optional(z.record(z.string(), listMap)),
  /** Where the page's panel stands: above or below the first words found, of a heading, a tab, a step. */
  panel: z.optional(
    z.strictObject({
      side: z.enum(['above', 'below']),
      of: z.array(z.string()).check(z.minLength(1)),
      seen: day,
    }),
  ),
  /** How the page's own text names the product that it is about; the first group is its ID. */
  productId: z.optional(z.strictObject({ text: z.string(), seen: day })),
});

/** All that is known of the seller centre's pages: data, dated, so that a new pack mends a redesign. */
export const siteMapSchema = z.strictObject({
  /** What holds for pages of every kind. */
  everyPage: z.strictObject({
    /** What stands where a value would, and is none; regular expressions on a whole text. */
    blank: fieldSelectors,
    /** What a list says that has no rows; regular expressions on a whole text. */
    empty: fieldSelectors,
    /** What a page shows while it loads. */
    spinner: fieldSelectors,
    /** What holds a page's content, without its menus. */
    content: fieldSelectors,
  }),
  productList: z.strictObject({
    row: fieldSelectors,
    cell: fieldSelectors,
    /** What of a cell holds its content, where that is not the cell: there the strip has the content's margins. */
    content: fieldSelectors,
    /** Regular expressions on a whole run of text; the first group is the value. */
    productId: fieldSelectors,
    /** Words over the column of the ID, and of the name, where the ID stands alone. */
    productIdHeader: fieldSelectors,
    titleHeader: fieldSelectors,
    /** Words over the column of the price. */
    priceHeader: fieldSelectors,
    price: fieldSelectors,
  }),
  /** What says which page of the product list is shown, and of how many. */
  pager: z.optional(
    z.strictObject({
      bar: fieldSelectors,
      /** The number of the page that is shown, and the numbers of pages, of which the last one is always among them. */
      current: fieldSelectors,
      numbers: fieldSelectors,
      /** Number and last number in one text; regular expressions on a text, with a group for each. */
      place: fieldSelectors,
      /** How many rows a page has, and how many the list; regular expressions on a text, the first group is the value. */
      size: fieldSelectors,
      total: fieldSelectors,
    }),
  ),
  /** What the page puts up to see whether a person is there: while it shows any of these, the overlay is not there. */
  securityCheck: fieldSelectors,
  /** By kind of page, the fields that are read by their labels. */
  pages: z.record(z.string(), pageMap),
});

export type SiteMap = z.infer<typeof siteMapSchema>;
