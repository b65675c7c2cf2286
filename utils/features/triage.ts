import type { Text } from '../i18n/translate.ts';
import { FAILURE_TYPES, type Facts } from '../rules/facts.ts';
import type { Rule } from '../rules/pack.ts';
import { decideRules, rulesOf } from '../rules/programmes.ts';
import { type Situation, situationOf } from '../rules/situation.ts';
import { type Triage, triageOf } from '../rules/triage.ts';
import { chineseDay, DAY_MS, isoOf, momentOf, NO_ZONE } from './clock.ts';
import { EMPTY, meaningOf } from './entry.ts';
import type { Feature, Judgement, Reason, Subject, Verdict } from './judgement.ts';

type Failure = NonNullable<Facts['failure']>;

/** The checks of a failure, by what they look at. */
export const TRIAGE = {
  board: 'merge.triage-board',
  type: 'merge.triage-type',
  wmsPush: 'merge.triage-wms-push',
  token: 'merge.triage-token',
  callRate: 'merge.triage-call-rate',
  logs: 'merge.triage-logs',
} as const;

/** The checks that only a person can answer: no page shows what came of them. */
export const ANSWERED_STEPS = [TRIAGE.wmsPush, TRIAGE.logs] as const;
export type AnsweredStep = (typeof ANSWERED_STEPS)[number];

/** What a person answered of a check; what they said before the failure was of an earlier one. */
export function answerTo(
  { store, entry }: Subject,
  rule: string,
): { isDone: boolean; at: string } | undefined {
  const said = store?.ticks[rule];
  const happened = momentOf(entry?.values.at);
  return said && (happened === undefined || Date.parse(said.at) >= happened) ? said : undefined;
}

/** How many days a token is valid by default. */
const tokenDays = ({ pack }: Subject): number | undefined =>
  pack.rules
    .find(({ id }) => id === TRIAGE.token)
    ?.periods?.find(({ from, unit }) => from === 'dates.tokenIssued' && unit === 'days')?.most;

/**
 * A token's age in days, counted back from its end by the default term. A token that ends later than a whole term
 * from now has another term, and so no known age.
 */
function tokenAge(subject: Subject): number | undefined {
  const end = momentOf(subject.entry?.values.tokenUntil);
  const term = tokenDays(subject);
  if (end === undefined || term === undefined) return undefined;
  const left = (end - Date.parse(subject.readAt)) / DAY_MS;
  const age = term - (left > 0 ? Math.ceil(left) : Math.floor(left));
  return age < 0 ? undefined : age;
}

/** What the board's row, the page around it and a person say of a failure. That it stands on the board is step one. */
function failureOf(subject: Subject): Failure {
  const type = FAILURE_TYPES.find((known) => known === meaningOf(subject, 'type'));
  const calls = subject.entry?.values.callRate?.replaceAll(',', '');
  return {
    boardChecked: true,
    ...(type && { type }),
    ...(calls && { callsPerMinute: Number(calls) }),
    tokenAgeDays: tokenAge(subject),
    wmsPushed: answerTo(subject, TRIAGE.wmsPush)?.isDone,
    logsCollected: answerTo(subject, TRIAGE.logs)?.isDone,
  };
}

/** The checks of a failure in their order: those on the way, and those behind that the page answers already. */
function checksOf(situation: Situation, { path, next }: Triage): { rule: Rule; outcome: Verdict }[] {
  const gone = new Map<string, Verdict>(path.map(({ rule, outcome }) => [rule, outcome]));
  const hasSteps = gone.has(next);
  if (hasSteps) {
    for (const { rule, outcome } of decideRules(situation, 'merge')) {
      if (rule.kind === 'diagnosis' && outcome !== 'unknown') gone.set(rule.id, outcome);
    }
  } else gone.set(next, 'caution');
  return rulesOf(situation.pack, 'merge')
    .flatMap((rule) => {
      const outcome = gone.get(rule.id);
      return outcome ? [{ rule, outcome }] : [];
    })
    .toSorted((a, b) => (a.rule.order ?? Infinity) - (b.rule.order ?? Infinity));
}

function reasonsOf(subject: Subject, situation: Situation, triage: Triage): Reason[] {
  return checksOf(situation, triage).map(({ rule, outcome }) => {
    const notes: Text[] = rule.id === triage.next ? [{ key: 'noteNextStep' }] : [];
    if (rule.id === TRIAGE.token && tokenAge(subject) !== undefined) {
      notes.push({ key: 'noteTokenAge', args: [tokenDays(subject) ?? ''] });
    }
    const said = answerTo(subject, rule.id);
    if (said) notes.push({ key: 'noteAnswered', args: [chineseDay(Date.parse(said.at))] });
    return { id: rule.id, proven: rule, outcome, notes };
  });
}

const SUMMARIES = {
  caution: 'triageNoSteps',
  fail: 'triageFound',
  unknown: 'triageNext',
} as const;

/** What the page does not say of the checks that are still to be made. */
function unseenOf({ entry }: Subject, failure: Failure, { next }: Triage): string[] {
  if (!failure.type) return ['type'];
  if (next !== TRIAGE.wmsPush) return [];
  return [
    'wmsPushed',
    ...(failure.tokenAgeDays === undefined ? [entry?.values.tokenUntil ? 'tokenAge' : 'tokenUntil'] : []),
    ...(failure.callsPerMinute === undefined ? ['callRate'] : []),
  ];
}

function judge(subject: Subject): Judgement {
  const failure = failureOf(subject);
  const situation = situationOf(subject.pack, { ...subject.facts, failure });
  const triage = triageOf(situation);
  const reasons = triage ? reasonsOf(subject, situation, triage) : [];
  const outcomes = reasons.map(({ outcome }) => outcome);
  const verdict = outcomes.includes('fail') ? 'fail' : outcomes.includes('caution') ? 'caution' : 'unknown';
  const end = momentOf(subject.entry?.values.tokenUntil);
  return {
    ...EMPTY,
    texts: 'triage',
    verdict,
    summary: { key: failure.type ? SUMMARIES[verdict] : 'triageNoType' },
    reasons,
    seen: [
      { name: 'type' },
      { name: 'pool' },
      { name: 'at', note: NO_ZONE },
      { name: 'lastPush', note: NO_ZONE },
      { name: 'tokenUntil', note: NO_ZONE },
      { name: 'callRate' },
    ],
    unseen: triage ? unseenOf(subject, failure, triage) : [],
    ...(end !== undefined && end > Date.parse(subject.readAt) && { until: isoOf(end + 1) }),
  };
}

/** The way through a failure of the merge service, from its row of the Pool ID board. It never passes: it failed. */
export const triage: Feature = { id: 'merge', about: 'row', judge };
