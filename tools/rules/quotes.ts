import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Quoted, quotesOf } from '../../utils/packs/entries.ts';
import type { Fault } from '../../utils/packs/faults.ts';
import type { Pack } from '../../utils/rules/pack.ts';

/** What came of looking every quote up in its source. */
export interface QuotesChecked {
  faults: Fault[];
  /** Quotes found in the line they name, and found somewhere in a source without lines. */
  atTheirLine: number;
  somewhere: number;
  /** Of the sources that are not at hand, how many quotes each. */
  unchecked: { source: string; quotes: number }[];
}

function lookUp({ line, quote, source, part, id }: Quoted, text: string): Fault[] {
  const place = `${part} ${id}`;
  if (line === undefined) {
    return text.includes(quote)
      ? []
      : [{ place, sentence: `the quote does not stand in ${source}: ${quote}` }];
  }
  if (text.split('\n')[line - 1]?.includes(quote)) return [];
  return [{ place, sentence: `the quote does not stand in line ${line} of ${source}: ${quote}` }];
}

function readSource(folder: string, id: string): string | undefined {
  const file = ['txt', 'md']
    .map((ending) => join(folder, `${id}.${ending}`))
    .find((path) => existsSync(path));
  return file && readFileSync(file, 'utf8');
}

/** Looks every quote of a pack up in a folder of sources, one file each, named by the source's id. */
export function checkQuotes(pack: Pack, folder: string): QuotesChecked {
  const texts = new Map(pack.sources.map(({ id }) => [id, readSource(folder, id)]));
  const all = quotesOf(pack);
  const quotes = all.flatMap((quoted) => {
    const text = texts.get(quoted.source);
    return text === undefined ? [] : [{ quoted, faults: lookUp(quoted, text) }];
  });
  const found = quotes.filter(({ faults }) => faults.length === 0);
  const atTheirLine = found.filter(({ quoted }) => quoted.line !== undefined).length;
  return {
    faults: quotes.flatMap(({ faults }) => faults),
    atTheirLine,
    somewhere: found.length - atTheirLine,
    unchecked: pack.sources
      .filter(({ id }) => texts.get(id) === undefined)
      .map(({ id }) => ({ source: id, quotes: all.filter(({ source }) => source === id).length })),
  };
}
