/** What tells a person's stores apart at a glance, beside their names. */
export const STORE_COLOURS = ['red', 'orange', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'] as const;

export type StoreColour = (typeof STORE_COLOURS)[number];
