import { z } from '../rules/zod.ts';
import { publicKeyBytes } from './envelope.ts';

export const LONGEST_URL = 2000;
export const LONGEST_KEY = 100;
export const MOST_SOURCES = 10;

/** Where packs come from, and by whose key they are signed. */
export interface Source {
  url: string;
  /** Ed25519, 32 bytes in base64. */
  key: string;
}

/** Why a source can't be added. */
export const SOURCE_PROBLEMS = [
  'bad-key',
  'bad-url',
  'cannot-verify',
  'no-access',
  'not-https',
  'too-many',
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** What a source is known by: with another key it is another source, of which nothing is known yet. */
export const sourceId = ({ url, key }: Source): string => `${url}#${key}`;

/** The address as the browser writes it; undefined where it is none, or names a user. */
function addressOf(url: string): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || parsed.username || parsed.password || url.length > LONGEST_URL) return undefined;
  parsed.hash = '';
  return parsed;
}

/** The source that was entered, or why it is none. Plain http is refused everywhere, on this machine as well. */
export function parseSource(url: string, key: string): Source | SourceProblem {
  const address = addressOf(url.trim());
  if (!address) return 'bad-url';
  if (address.protocol !== 'https:') return 'not-https';
  return publicKeyBytes(key.trim()) ? { url: address.href, key: key.trim() } : 'bad-key';
}

/** The access that a source needs: to its host, and to no other. */
export const originOf = (url: string): string => `https://${new URL(url).hostname}/*`;

const managedSchema = z.object({ packs: z.array(z.unknown()) });
const entrySchema = z.object({ url: z.string(), key: z.string() });

/** The sources that an organisation's policy names; what is none of them is passed over. */
export function managedSources(policy: unknown): Source[] {
  const { data } = managedSchema.safeParse(policy);
  return (data?.packs ?? []).flatMap((entry) => {
    const { data: named } = entrySchema.safeParse(entry);
    const source = named && parseSource(named.url, named.key);
    return typeof source === 'object' ? [source] : [];
  });
}
