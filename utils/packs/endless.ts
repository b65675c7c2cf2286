import { type Positions, positionsOf } from './positions.ts';

/** Larger expressions than any pack has need of: looking at one should take no time itself. */
const MOST_POSITIONS = 120;
const MOST_STEPS = 300;

/** Characters by which it is seen that two sets have some in common; those of the expression itself come to them. */
const SAMPLE = `\n\t\u00a0\u3000${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}éßЖжΩωאعあア한中文①½Ⅷ￥€０ａ，。`;

/** For any two positions, whether one character can stand at both. */
function overlaps(pattern: string, atoms: readonly string[]): (one: number, other: number) => boolean {
  const characters = [...new Set([...SAMPLE, ...pattern])];
  const sets = new Map(
    [...new Set(atoms)].map((atom) => {
      const expression = new RegExp(`^(?:${atom})$`, 'iu');
      return [atom, new Set(characters.filter((character) => expression.test(character)))];
    }),
  );
  return (one, other) => {
    const [a, b] = [sets.get(atoms[one] ?? ''), sets.get(atoms[other] ?? '')];
    return a !== undefined && b !== undefined && [...a].some((character) => b.has(character));
  };
}

/** Two ways through an expression that read the same text, as they stand. */
type Pair = readonly [one: number, other: number];

/** Where two ways that stand somewhere can get to by reading on the same text. */
function reaching(pattern: string, { atoms, follow }: Positions): (from: Pair) => ReadonlySet<number> {
  const overlap = overlaps(pattern, atoms);
  const known = new Map<number, Set<number>>();
  return ([one, other]) => {
    const key = one * atoms.length + other;
    const reached = known.get(key) ?? new Set<number>();
    if (known.has(key)) return reached;
    known.set(key, reached);
    const open: Pair[] = [[one, other]];
    for (let pair = open.pop(); pair; pair = open.pop())
      for (const a of follow[pair[0]] ?? [])
        for (const b of follow[pair[1]] ?? []) {
          const next = a * atoms.length + b;
          if (reached.has(next) || !overlap(a, b)) continue;
          reached.add(next);
          open.push([a, b]);
        }
    return reached;
  };
}

/**
 * Whether an expression can take time without end over a short text: where a text can be read in two ways round a loop,
 * the ways double with each round; where three loops can share a text out among them, they grow with its third power
 * (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991; it errs on the side of refusing).
 */
export function isEndless(pattern: string): boolean {
  const positions = positionsOf(pattern, MOST_POSITIONS);
  if (!positions || /\\(?:[1-9]|k<)/.test(pattern)) return true;
  const { atoms, follow } = positions;
  if (follow.flat().length > MOST_STEPS) return true;
  const size = atoms.length;
  const reach = reaching(pattern, positions);
  const leads = (from: Pair, [one, other]: Pair): boolean => reach(from).has(one * size + other);
  const loops = [...atoms.keys()].filter((one) => leads([one, one], [one, one]));

  const isDoubled = (one: number): boolean =>
    (follow[one] ?? []).some(
      (next, place, all) => all.indexOf(next) < place && leads([next, next], [one, one]),
    );
  const isForked = (one: number): boolean => {
    const round = new Set(loops.filter((other) => leads([other, other], [one, one])));
    return [...reach([one, one])].some((key) => {
      const pair: Pair = [Math.floor(key / size), key % size];
      return pair[0] !== pair[1] && pair.every((each) => round.has(each)) && leads(pair, [one, one]);
    });
  };
  if (loops.some((one) => isDoubled(one) || isForked(one))) return true;

  const shares = (one: number, other: number): boolean =>
    one !== other &&
    leads([one, one], [one, other]) &&
    leads([one, other], [one, other]) &&
    leads([one, other], [other, other]);
  return loops.some((one) =>
    loops.some((other) => shares(one, other) && loops.some((third) => shares(other, third))),
  );
}
