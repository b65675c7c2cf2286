import { isOver } from '../facts/expiry.ts';
import { z } from '../rules/zod.ts';
import { time } from './audit.ts';
import { type Finding, hasEnded } from './findings.ts';

/** What was muted, by whom and why, and until when; it covers no more than the finding was at the time. */
const mute = z.strictObject({
  at: time,
  name: z.string().check(z.minLength(1)),
  reason: z.string().check(z.minLength(1)),
  /** The first moment at which it holds no more, ISO 8601 in UTC. */
  expires: time,
  verdict: z.enum(['fail', 'caution', 'unknown']),
  countries: z.array(z.string()),
});

const note = z.strictObject({ at: time, name: z.string(), text: z.string() });
const done = z.strictObject({ at: time, name: z.string() });

/** What people said of a store's findings, by the finding's id; kept apart from the audits. */
export const workSchema = z.strictObject({
  version: z.literal(1),
  mutes: z.record(z.string(), mute),
  notes: z.record(z.string(), note),
  done: z.record(z.string(), done),
});

export type Work = z.infer<typeof workSchema>;
export type Mute = z.infer<typeof mute>;

export const NO_WORK: Work = { version: 1, mutes: {}, notes: {}, done: {} };

/** `again`: it was said to be done, and was found again afterwards. */
export type WorkState = 'open' | 'muted' | 'done' | 'again';

/** A mute of the finding as it is now. */
export const muteOf = (
  { verdict, countries }: Finding,
  said: Pick<Mute, 'at' | 'name' | 'reason' | 'expires'>,
): Mute => ({ ...said, verdict, countries });

/** A mute that has ended, or was given for less than the finding is now, covers it no more. */
function covers(mute: Mute, finding: Finding, now: string): boolean {
  const { verdict, countries, ends } = finding;
  const hasEndedSince = ends !== null && hasEnded(finding) && !isOver(ends.on, mute.at);
  return (
    now < mute.expires &&
    mute.verdict === verdict &&
    !hasEndedSince &&
    countries.every((country) => mute.countries.includes(country))
  );
}

/** How far work on a finding is. @param now ISO 8601 */
export function stateOf(finding: Finding, { mutes, done }: Work, now: string): WorkState {
  const mute = mutes[finding.id];
  if (mute && covers(mute, finding, now)) return 'muted';
  const said = done[finding.id];
  if (!said) return 'open';
  return said.at >= finding.judged.seenAt ? 'done' : 'again';
}
