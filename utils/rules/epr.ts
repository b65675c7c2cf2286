import { type Facts, isKnown, type ListedPool } from './facts.ts';
import { halfWidth, matchesFormat } from './formats.ts';
import type { Pack } from './pack.ts';
import { allOf, type Outcome } from './quantity.ts';

export type EprStatus = 'missing' | 'malformed' | 'shared' | 'bound';

/** The EPR number of a pool in a country where the merge service asks for one. */
export interface EprResult {
  pool: string;
  country: string;
  status: EprStatus;
}

/** The pack's formats that are EPR numbers; each begins with the country that gives them out. */
export const EPR_SCHEMES = ['DE_BATT', 'DE_LUCID', 'DE_WEEE', 'ES_PACK', 'FR_UIN', 'GB_WEEE'] as const;

const EPR_COUNTRIES = ['DE', 'FR'];

/** The countries a pool sells in where the merge service asks for an EPR number. */
export const asking = ({ destinations }: ListedPool): string[] =>
  EPR_COUNTRIES.filter((country) => destinations?.includes(country));

/**
 * A number as it is told from others, however it was written: `WEEE-Reg.-Nr. DE 12345678` is `DE12345678`.
 * Whether LUCID's `-V` makes another number no source says; taken as the same, nothing is called unique that is not.
 */
export function eprIdentity(scheme: string, number: string): string {
  const plain = halfWidth(number).toUpperCase().replace(/\s/g, '');
  if (scheme === 'DE_WEEE') return plain.slice(Math.max(0, plain.lastIndexOf('DE')));
  return scheme === 'DE_LUCID' ? plain.replace(/-V$/, '') : plain;
}

/** The EPR bindings of all pools, in the pools' order; a number may belong to one pool only. */
export function eprBindings(pack: Pack, pools: readonly ListedPool[]): EprResult[] {
  const bindings = pools.flatMap((pool) =>
    (pool.epr ?? []).flatMap(({ country, scheme, number }) =>
      number?.trim()
        ? [{ pool: pool.id, country, scheme, number, identity: eprIdentity(scheme, number) }]
        : [],
    ),
  );
  const isMalformed = ({ scheme, number }: (typeof bindings)[number]): boolean => {
    const format = pack.formats.find(({ id }) => id === scheme);
    return format?.level === 'error' && !matchesFormat(pack, scheme, number);
  };
  const status = (pool: ListedPool, country: string): EprStatus => {
    const own = bindings.filter((entry) => entry.pool === pool.id && entry.country === country);
    if (own.length === 0) return 'missing';
    if (own.some(isMalformed)) return 'malformed';
    const isShared = own.some((entry) =>
      bindings.some((other) => other.pool !== pool.id && other.identity === entry.identity),
    );
    return isShared ? 'shared' : 'bound';
  };
  return pools.flatMap((pool) =>
    asking(pool).map((country) => ({
      pool: pool.id,
      country,
      status: status(pool, country),
    })),
  );
}

/** Whether a pool's numbers were filed with the platform in time, under each reading of the 72 hours. */
export interface EprFiling {
  pool: string;
  country: string;
  readings: Record<FilingReading, Outcome>;
}

/** The readings of the doubt `ambiguity.epr-72-hours`. */
const FILING_READINGS = {
  'at-least-72-hours-before': 72,
  'within-the-last-72-hours': 0,
} as const;

type FilingReading = keyof typeof FILING_READINGS;

/** The safe reading: a number filed earlier is in time under the other one too. */
const SAFE_READING: FilingReading = 'at-least-72-hours-before';

const HOUR_MS = 3_600_000;

function filedBefore(
  filedAt: string | null | undefined,
  { appliedAt }: ListedPool,
  leastHours: number,
): Outcome {
  if (!filedAt || !appliedAt) return 'unknown';
  return Date.parse(appliedAt) - Date.parse(filedAt) >= leastHours * HOUR_MS ? 'pass' : 'fail';
}

/** The filing of every pool's numbers in the countries that ask for one, in the pools' order. */
export function eprFilings(pools: readonly ListedPool[]): EprFiling[] {
  const outcome = (pool: ListedPool, country: string, leastHours: number): Outcome => {
    const own = (pool.epr ?? []).filter((entry) => entry.country === country && entry.number?.trim());
    if (own.length === 0) return 'unknown';
    return allOf(own.map(({ filedAt }) => filedBefore(filedAt, pool, leastHours)));
  };
  return pools.flatMap((pool) =>
    asking(pool).map((country) => ({
      pool: pool.id,
      country,
      readings: {
        'at-least-72-hours-before': outcome(pool, country, FILING_READINGS['at-least-72-hours-before']),
        'within-the-last-72-hours': outcome(pool, country, FILING_READINGS['within-the-last-72-hours']),
      },
    })),
  );
}

/** Whether it is known of every pool where it sells; without that no country can be said not to ask. */
const areKnown = (pools: Facts['pools']): pools is ListedPool[] =>
  Boolean(pools?.length) && (pools ?? []).every(({ destinations }) => destinations);

/** A number that is not known, wherever the pool sells, may be another pool's too. */
const hasOpenNumbers = ({ epr }: ListedPool): boolean => !epr || epr.some(({ number }) => !isKnown(number));

/** `bound` where every pool's numbers are, or none is asked for; else the first that is not, or not known. */
export function eprOf(pack: Pack, pools: Facts['pools']): EprStatus | undefined {
  if (!pools) return undefined;
  const known = pools.filter(({ epr }) => epr);
  const wrong = eprBindings(pack, known).find(({ status }) => status !== 'bound');
  if (wrong) return wrong.status;
  const isOpen = pools.some((pool) => asking(pool).length > 0) && pools.some(hasOpenNumbers);
  return areKnown(pools) && !isOpen ? 'bound' : undefined;
}

/** `in-time` where every number was filed by the safe reading, or none is asked for. */
export function eprFilingOf(pools: Facts['pools']): 'in-time' | 'late' | undefined {
  const outcome = allOf(eprFilings(pools ?? []).map(({ readings }) => readings[SAFE_READING]));
  if (outcome === 'fail') return 'late';
  return outcome === 'pass' && areKnown(pools) ? 'in-time' : undefined;
}
