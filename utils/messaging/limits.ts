/** A title longer than this is cut before it is sent. */
export const LONGEST_TITLE = 20_000;

/** A note longer than this can't be typed. */
export const LONGEST_NOTE = 5000;

/** A reading longer than this is nothing a page states, and a list of more rows is read no further. */
export const LONGEST_READING = 2000;
export const MOST_ENTRIES = 1000;

/** A file's name longer than this is cut before it is sent. */
export const LONGEST_FILE_NAME = 200;

/** Whatever tells a pool from others; none begins as an object's own names do. */
export const POOL_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

/** More products than this are imported in several messages, so that others are answered in between. */
export const MOST_PRODUCTS_AT_ONCE = 100;

/** More rows than this are collected in several messages. */
export const MOST_ROWS_COLLECTED = 100;

/** More records than this are backed up or restored in several messages. */
export const MOST_RECORDS_READ = 200;
export const MOST_RECORDS_RESTORED = 100;
