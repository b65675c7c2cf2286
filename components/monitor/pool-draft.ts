import type { PoolView } from '../../utils/features/monitor/pools.ts';
import type { Text } from '../../utils/i18n/translate.ts';
import { parseCountries } from '../../utils/import/countries.ts';
import { POOL_ID } from '../../utils/messaging/limits.ts';
import type { Payload } from '../../utils/messaging/protocol.ts';
import { hasTexts } from '../draft.ts';

/** A number as it is being typed; `country` only where its scheme does not say it. */
export interface NumberDraft {
  /** Tells it from the others while it has no number. */
  key: string;
  scheme: string;
  country: string;
  number: string;
  filedAt: string;
}

/** A pool as it is being typed; times as their fields have them, in the zone of the browser. */
export interface PoolDraft {
  id: string;
  destinations: string;
  appliedAt: string;
  numbers: readonly NumberDraft[];
}

type Stated = NonNullable<Payload<'pool.keep'>['pool']>;

/** A scheme without a name of its own. */
export const OTHER_SCHEME = 'OTHER';

export const newNumber = (): NumberDraft => ({
  key: crypto.randomUUID(),
  scheme: 'DE_LUCID',
  country: '',
  number: '',
  filedAt: '',
});

/** Whether it was kept as a draft, by this version. */
export function isPoolDraft(kept: unknown): kept is PoolDraft {
  if (!hasTexts(kept, ['id', 'destinations', 'appliedAt'])) return false;
  const { numbers } = kept as { numbers?: unknown };
  const texts = ['key', 'scheme', 'country', 'number', 'filedAt'];
  return Array.isArray(numbers) && numbers.every((number) => hasTexts(number, texts));
}

export const NEW_POOL: PoolDraft = { id: '', destinations: '', appliedAt: '', numbers: [] };

/** As a field for a day and a time takes it. */
function localTime(iso: string | null): string {
  if (iso === null) return '';
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const isoTime = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

/** What is kept of a pool, to be typed on. */
export const draftOf = ({ id, stated }: Pick<PoolView, 'id' | 'stated'>): PoolDraft => ({
  id,
  destinations: stated?.destinations?.join(', ') ?? '',
  appliedAt: localTime(stated?.appliedAt ?? null),
  numbers: (stated?.epr ?? []).map(({ country, scheme, number, filedAt }) => ({
    key: crypto.randomUUID(),
    scheme,
    country,
    number,
    filedAt: localTime(filedAt),
  })),
});

/** The country that a scheme names, else the one that was typed; the first that is none is the problem. */
function countryOf({ scheme, country }: NumberDraft): { code: string } | { problem: Text } {
  if (scheme !== OTHER_SCHEME) return { code: scheme.slice(0, 2) };
  if (country.trim() === '') return { problem: { key: 'poolProblemNoCountry' } };
  const parsed = parseCountries(country);
  const [code, ...others] = 'codes' in parsed ? parsed.codes : [];
  return code && others.length === 0 ? { code } : { problem: { key: 'poolProblemCountry', args: [country] } };
}

/** The pool that a draft states, or what is wrong with it. */
export function poolIn({
  id,
  destinations,
  appliedAt,
  numbers,
}: PoolDraft): { pool: Stated } | { problem: Text } {
  if (!POOL_ID.test(id.trim())) return { problem: { key: 'poolProblemId' } };
  const countries = parseCountries(destinations);
  if ('unknown' in countries) return { problem: { key: 'poolProblemCountry', args: [countries.unknown] } };
  const epr: NonNullable<Stated['epr']> = [];
  for (const draft of numbers) {
    const country = countryOf(draft);
    if ('problem' in country) return country;
    const number = draft.number.trim();
    if (number === '') return { problem: { key: 'poolProblemNumber' } };
    epr.push({ country: country.code, scheme: draft.scheme, number, filedAt: isoTime(draft.filedAt) });
  }
  return {
    pool: {
      destinations: destinations.trim() === '' ? null : countries.codes,
      epr: epr.length > 0 ? epr : null,
      appliedAt: isoTime(appliedAt),
    },
  };
}
