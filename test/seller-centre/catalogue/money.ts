/** Whole cents as exact decimal text: 363 is `3.63`. */
export function decimalOf(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Decimal text with two places as whole cents. */
export function centsOf(decimal: string): number {
  return Number(decimal.replace('.', ''));
}
