const compiled = new Map<string, RegExp>();

/** A pattern of the site map, compiled once. */
export function expression(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'u');
  compiled.set(pattern, known);
  return known;
}

/** A pattern that a whole text has to match. */
export const whole = (pattern: string): RegExp => expression(`^(?:${pattern})$`);
