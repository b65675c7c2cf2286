import type { KeptFact } from '../../facts/kept.ts';
import { CHIP_IDS } from '../../features/judgement.ts';
import { z } from '../../rules/zod.ts';
import { auditSchema, type Cited } from '../audit.ts';
import type { Finding } from '../findings.ts';
import { SEVERITIES } from '../severity.ts';
import { stateOf, workSchema } from '../work.ts';
import type { Report } from './report.ts';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const verdict = z.enum(['fail', 'caution', 'unknown']);
const count = z.int().check(z.nonnegative());

/** What every line says, so that lines of many audits can lie in one table. */
const ofAudit = { auditId: z.string(), channelId: z.string(), store: z.string(), auditedAt: z.string() };

const auditLine = z.strictObject({
  kind: z.literal('audit'),
  version: z.literal(1),
  ...ofAudit,
  endedAt: z.nullable(z.string()),
  /** When something was last seen: of an audit's exports the one that saw last counts. */
  seenAt: z.nullable(z.string()),
  packVersion: z.nullable(z.string()),
  products: count,
  productsListed: z.nullable(count),
  pages: z.nullable(count),
  pagesSeen: z.array(count),
  pagesPartly: z.array(count),
  pagesMissing: z.array(count),
  rowsUnread: count,
  productsNotSeen: count,
  notSeenSince: z.nullable(z.string()),
  isWhole: z.boolean(),
  findings: count,
  severities: z.strictObject({ critical: count, high: count, medium: count, open: count }),
  states: z.strictObject({ open: count, muted: count, done: count, again: count }),
});

const ruleLine = z.strictObject({
  kind: z.literal('rule'),
  ...ofAudit,
  rule: z.string(),
  ruleKind: z.string(),
  programme: z.nullable(z.string()),
  text,
  confidence: z.string(),
  packVersion: z.string(),
  sources: z.array(
    z.strictObject({
      source: z.string(),
      title: z.nullable(text),
      date: z.nullable(z.string()),
      line: z.nullable(z.int()),
      quote: z.string(),
    }),
  ),
});

const findingLine = z.strictObject({
  kind: z.literal('finding'),
  ...ofAudit,
  /** Rule and product: the same in every audit of the store. */
  id: z.string(),
  severity: z.enum(SEVERITIES),
  verdict,
  chip: z.enum(CHIP_IDS),
  rule: z.nullable(z.string()),
  programme: z.nullable(z.string()),
  text: z.nullable(text),
  ends: z.nullable(z.strictObject({ what: z.string(), on: z.string() })),
  countries: z.array(country),
  groups: z.array(z.string()),
  /** `null`: it is the store's own. */
  productId: z.nullable(z.string()),
  title: z.nullable(z.string()),
  page: z.nullable(count),
  position: z.nullable(count),
  seenAt: z.string(),
  packVersion: z.string(),
  facts: z.array(
    z.strictObject({
      path: z.string(),
      /** To the letter as it was typed, read or imported. */
      text: z.string(),
      at: z.string(),
      origin: z.enum(['typed', 'read', 'imported']),
      /** The kind of page or the file. */
      from: z.nullable(z.string()),
    }),
  ),
  missing: z.array(z.string()),
  sources: z.array(
    z.strictObject({ source: z.string(), date: z.nullable(z.string()), line: z.nullable(z.int()) }),
  ),
  state: z.enum(['open', 'muted', 'done', 'again']),
  mute: z.nullable(z.strictObject({ name: z.string(), reason: z.string(), expires: z.string() })),
  note: z.nullable(z.string()),
});

/** Also of a product of which there is no finding: only what was seen again can be mended. */
const seenLine = z.strictObject({
  kind: z.literal('seen'),
  ...ofAudit,
  productId: z.string(),
  title: z.string(),
  page: z.nullable(count),
  seenAt: z.string(),
});

const notSeenLine = z.strictObject({
  kind: z.literal('not-seen'),
  ...ofAudit,
  productId: z.string(),
  title: z.string(),
  page: z.nullable(count),
  lastSeen: z.string(),
});

/** A line of the NDJSON export. */
export const lineSchema = z.discriminatedUnion('kind', [
  auditLine,
  ruleLine,
  findingLine,
  seenLine,
  notSeenLine,
]);

/** The JSON export: the audit whole, which is opened again from it, and its findings written out. */
export const fileSchema = z.strictObject({
  format: z.literal('managedlens-audit'),
  version: z.literal(1),
  audit: auditSchema,
  work: workSchema,
  findings: z.array(findingLine),
});

type AuditLine = z.infer<typeof auditLine>;
type FindingLine = z.infer<typeof findingLine>;
export type Line = z.infer<typeof lineSchema>;

const header = ({ audit }: Report) => ({
  auditId: audit.id,
  channelId: audit.channelId,
  store: audit.name,
  auditedAt: audit.startedAt,
});

function auditLineOf(report: Report): AuditLine {
  const { audit, summary } = report;
  const { coverage } = summary;
  return {
    kind: 'audit',
    version: 1,
    ...header(report),
    endedAt: audit.endedAt,
    seenAt: audit.store?.seenAt ?? null,
    packVersion: audit.store?.packVersion ?? null,
    products: coverage.products,
    productsListed: coverage.total,
    pages: coverage.pages,
    pagesSeen: coverage.pagesSeen,
    pagesPartly: coverage.pagesPartly,
    pagesMissing: coverage.pagesMissing,
    rowsUnread: coverage.unread,
    productsNotSeen: coverage.notSeen.length,
    notSeenSince: coverage.notSeenSince,
    isWhole: coverage.isWhole,
    findings: summary.findings,
    severities: summary.bySeverity,
    states: summary.byState,
  };
}

const byId = <T>(entries: Record<string, T>): [string, T][] =>
  Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));

function ruleLineOf(report: Report, rule: string, cited: Cited): Line {
  const { kind, programme, text, confidence, packVersion, evidence } = cited;
  const sources = evidence.map(({ source, line, quote }) => {
    const { title = null, date = null } = report.audit.sources[source] ?? {};
    return { source, title, date, line: line ?? null, quote };
  });
  return {
    kind: 'rule',
    ...header(report),
    rule,
    ruleKind: kind,
    programme,
    text,
    confidence,
    packVersion,
    sources,
  };
}

const fromOf = ({ origin }: KeptFact): string | null =>
  origin.kind === 'read' ? origin.page : origin.kind === 'imported' ? origin.file : null;

function factsOf({ used, judged }: Finding): FindingLine['facts'] {
  return used.flatMap((path) => {
    const fact = judged.facts[path];
    if (!fact) return [];
    return [{ path, text: fact.text, at: fact.at, origin: fact.origin.kind, from: fromOf(fact) }];
  });
}

/** A finding written out, with everything that it rests on. */
export function findingLineOf(report: Report, finding: Finding): FindingLine {
  const { audit, work, now } = report;
  const { product, judged, rule } = finding;
  const cited = rule === null ? undefined : audit.rules[rule];
  const mute = work.mutes[finding.id];
  const state = stateOf(finding, work, now);
  return {
    kind: 'finding',
    ...header(report),
    id: finding.id,
    severity: finding.severity.id,
    verdict: finding.verdict,
    chip: finding.chip,
    rule,
    programme: finding.programme,
    text: cited?.text ?? null,
    ends: finding.ends,
    countries: finding.countries,
    groups: [...finding.groups],
    productId: product?.productId ?? null,
    title: product?.title ?? null,
    page: product?.page ?? null,
    position: product?.position ?? null,
    seenAt: judged.seenAt,
    packVersion: judged.packVersion,
    facts: factsOf(finding),
    missing: finding.missing,
    sources: (cited?.evidence ?? []).map(({ source, line }) => ({
      source,
      date: audit.sources[source]?.date ?? null,
      line: line ?? null,
    })),
    state,
    mute: mute && state === 'muted' ? { name: mute.name, reason: mute.reason, expires: mute.expires } : null,
    note: work.notes[finding.id]?.text ?? null,
  };
}

/**
 * Every line of a report: the audit, the rules it quotes, its findings, what was seen and what was not.
 * @param onProduct called with each product that was seen
 */
export function* linesOf(report: Report, onProduct?: () => void): Generator<Line> {
  yield auditLineOf(report);
  for (const [rule, cited] of byId(report.audit.rules)) yield ruleLineOf(report, rule, cited);
  for (const finding of report.findings) yield findingLineOf(report, finding);
  for (const [, { productId, title, page, seenAt }] of byId(report.audit.products)) {
    yield { kind: 'seen', ...header(report), productId, title, page, seenAt };
    onProduct?.();
  }
  for (const { productId, title, page, lastSeen } of report.summary.coverage.notSeen) {
    yield { kind: 'not-seen', ...header(report), productId, title, page, lastSeen };
  }
}
