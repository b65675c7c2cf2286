import { digestOf, openEnvelope } from './envelope.ts';
import { compareVersions, type Publication, readPublication } from './publication.ts';
import { Refused } from './refusals.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The newest of a source's packs that was proved, taken or not. */
export interface Seen {
  version: string;
  digest: string;
}

/** What a pack is measured against. */
export interface Measure {
  /** The source's public key, base64. */
  key: string;
  seen: Seen | null;
  /** The version of the pack that ships with the extension. */
  bundled: string;
  /** When the source was last asked with success; ISO 8601. */
  checkedAt: string | null;
  now: Date;
}

/** A day begins in China before it does in UTC, and clocks differ: only what is over a day ahead is of the future. */
function refuseFuture({ version, date }: Publication, { checkedAt, now }: Measure): void {
  const latest = now.getTime() + DAY_MS;
  const [year = 0, month = 0, day = 0] = version.split('.').map(Number);
  const isAhead = Date.parse(date) > latest || Date.UTC(year, month - 1, day) > latest;
  if (isAhead) throw new Refused('clock', date);
  if (checkedAt && Date.parse(checkedAt) > latest) throw new Refused('clock-back', checkedAt.slice(0, 10));
}

function refuseOlder(version: string, digest: string, { seen, bundled }: Measure): void {
  const there = seen && compareVersions(seen.version, bundled) > 0 ? seen.version : bundled;
  if (compareVersions(version, there) < 0) throw new Refused('older', there);
  if (seen && compareVersions(version, seen.version) === 0 && digest !== seen.digest)
    throw new Refused('same-version', version);
}

/**
 * Takes what a source served through every check, in this order: whether it is there at all, who signed it, whether
 * it can be read, its time, its version.
 * @throws Refused at the first that it does not pass
 */
export async function receive(
  served: string,
  measure: Measure,
): Promise<{ publication: Publication; seen: Seen }> {
  const text = await openEnvelope(served, measure.key);
  const publication = readPublication(text);
  const seen = { version: publication.version, digest: await digestOf(text) };
  refuseFuture(publication, measure);
  refuseOlder(seen.version, seen.digest, measure);
  return { publication, seen };
}
