/** The characters of a regular expression's text, each a place that a match can stand at, and what can follow which. */
export interface Positions {
  /** What may stand at each: an expression for one character. */
  atoms: string[];
  /** By position, those that can come next; one that stands here twice can be come to in two ways. */
  follow: number[][];
}

/** A part of an expression: where a match of it can begin and end, and whether it can be empty. */
interface Part {
  isNullable: boolean;
  first: number[];
  last: number[];
}

const EMPTY: Part = { isNullable: true, first: [], last: [] };

/** Of an expression that compiles with the flag `u`, piece by piece. */
const PIECE =
  /\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c.|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|<[^>]*>|[ims-]*:)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gisu;

const REPEAT = /^(?:[*+?]|\{(?<least>\d+)(?<more>,(?<most>\d*))?\})\??$/;
const LOOK = /^\(\?<?[=!]$/;
const EDGE = /^(?:[$^]|\\[bB])$/;

/** A repeat as the least and the most of its rounds. */
function roundsOf(piece: string): { least: number; most: number } | undefined {
  const found = REPEAT.exec(piece);
  if (!found) return undefined;
  const { least, more, most } = found.groups ?? {};
  if (least === undefined)
    return {
      least: piece.startsWith('+') ? 1 : 0,
      most: piece.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
    };
  return {
    least: Number(least),
    most: more === undefined ? Number(least) : Number(most || Number.POSITIVE_INFINITY),
  };
}

/**
 * The positions of an expression (after Glushkov), each least round of a repeat with positions of its own.
 * @returns undefined where there are more than `mostPositions`
 */
export function positionsOf(pattern: string, mostPositions: number): Positions | undefined {
  const pieces = pattern.match(PIECE) ?? [];
  const atoms: string[] = [];
  const follow: number[][] = [];
  let at = 0;

  const link = (from: Part, to: Part): void => {
    for (const position of from.last) follow[position]?.push(...to.first);
  };

  const joined = (one: Part, next: Part): Part => {
    link(one, next);
    return {
      isNullable: one.isNullable && next.isNullable,
      first: one.isNullable ? [...one.first, ...next.first] : one.first,
      last: next.isNullable ? [...one.last, ...next.last] : next.last,
    };
  };

  function choice(): Part {
    let all = sequence();
    while (pieces[at] === '|') {
      at += 1;
      const next = sequence();
      all = {
        isNullable: all.isNullable || next.isNullable,
        first: [...all.first, ...next.first],
        last: [...all.last, ...next.last],
      };
    }
    return all;
  }

  function sequence(): Part {
    let all = EMPTY;
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')' && atoms.length <= mostPositions)
      all = joined(all, repeated());
    return all;
  }

  function repeated(): Part {
    const start = at;
    let round = single();
    const rounds = roundsOf(pieces[at] ?? '');
    if (!rounds) return round;
    const end = at + 1;
    let all = round;
    for (let count = 1; count < rounds.least && atoms.length <= mostPositions; count += 1) {
      at = start;
      round = single();
      all = joined(all, round);
    }
    at = end;
    if (rounds.most > Math.max(1, rounds.least)) link(round, round);
    // A round that can be empty can be left out anywhere: as many ways as with a second loop.
    if (rounds.most > 1 && round.isNullable) link(round, joined(round, round));
    return { ...all, isNullable: all.isNullable || rounds.least === 0 };
  }

  function single(): Part {
    const piece = pieces[at] ?? '';
    at += 1;
    if (EDGE.test(piece)) return EMPTY;
    if (!/^\((?:\?|$)/.test(piece)) {
      follow.push([]);
      const position = atoms.push(piece) - 1;
      return { isNullable: false, first: [position], last: [position] };
    }
    const inner = choice();
    at += 1;
    // What is only looked at takes nothing, and is gone through once.
    return LOOK.test(piece) ? EMPTY : inner;
  }

  choice();
  return atoms.length > mostPositions ? undefined : { atoms, follow };
}
