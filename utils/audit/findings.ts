import { isOver } from '../facts/expiry.ts';
import type { Audit, AuditedProduct, Found, Judged } from './audit.ts';
import { type Severity, severityOf } from './severity.ts';

/** What is wrong or open in a store, of one rule and one product or the store itself. */
export interface Finding extends Found {
  /** The same in every audit of the store: rule and product. */
  id: string;
  severity: Severity;
  channelId: string;
  /** The store's name. */
  store: string;
  programme: string | null;
  /** Groups of countries that the rule names. */
  groups: readonly string[];
  /** `null`: it is the store's own. */
  product: AuditedProduct | null;
  /** The judgement that it is part of, with the values that were used. */
  judged: Judged;
}

/** Whether what the finding warns of had ended when it was seen. */
export const hasEnded = ({ ends, judged }: Finding): boolean =>
  ends !== null && isOver(ends.on, judged.seenAt);

/** What a finding is about where no rule of the pack decides. */
const topicOf = ({ chip, ends }: Found): string => (ends ? `ends:${ends.what}` : chip);

const idOf = (found: Found, product: AuditedProduct | null): string =>
  `${found.rule ?? topicOf(found)}/${product?.productId ?? 'store'}`;

const STORE_FIRST = '';

const keyOf = ({ product }: Finding): string => product?.productId ?? STORE_FIRST;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of one severity by rule, then by product: what can be mended in one go stands together. */
const compareFindings = (a: Finding, b: Finding): number =>
  a.severity.rank - b.severity.rank ||
  compare(a.rule ?? '', b.rule ?? '') ||
  compare(keyOf(a), keyOf(b)) ||
  compare(a.id, b.id);

/** Every finding of an audit, the worst first; always in the same order. */
export function findingsOf(audit: Audit): Finding[] {
  const of = (product: AuditedProduct | null, judged: Judged | null): Finding[] =>
    judged === null
      ? []
      : judged.found.map((found) => {
          const rule = found.rule === null ? undefined : audit.rules[found.rule];
          return {
            ...found,
            id: idOf(found, product),
            severity: severityOf(found.verdict, rule?.kind),
            channelId: audit.channelId,
            store: audit.name,
            programme: rule?.programme ?? null,
            groups: rule?.groups ?? [],
            product,
            judged,
          };
        });
  const ofProducts = Object.values(audit.products).flatMap((product) => of(product, product));
  return [...of(null, audit.store), ...ofProducts].sort(compareFindings);
}
