import type { Pack } from '../rules/pack.ts';
import { entriesOf, type Part } from './entries.ts';

/** The entries that evaluation asks for by name: what they say is the pack's, that they are there is not. */
const NEEDED: Partial<Record<Part, readonly string[]>> = {
  groups: ['SEMI'],
  rules: [
    'merge.gap-triage-qc-rejected',
    'merge.gap-triage-split-timeout',
    'merge.triage-type',
    'semi.commission-as-pop',
    'semi.supply-chain-diagnosis',
    'semi.supply-chain-system',
  ],
  doubts: ['ambiguity.dispatch-fee', 'ambiguity.epr-72-hours', 'ambiguity.incentive-base'],
  fees: ['merge.fee-base', 'merge.fee-dispatch', 'merge.fee-incentive'],
  formats: ['DE_LUCID', 'DE_WEEE', 'EMAIL'],
};

/** Those of them that a pack lacks. */
export function missingEntries(pack: Pack): { part: Part; id: string }[] {
  const had = new Set(entriesOf(pack).map(({ part, id }) => `${part} ${id}`));
  return Object.entries(NEEDED)
    .flatMap(([part, ids]) => ids.map((id) => ({ part: part as Part, id })))
    .filter(({ part, id }) => !had.has(`${part} ${id}`));
}
