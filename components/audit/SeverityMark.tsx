import type { SeverityId } from '../../utils/audit/severity.ts';
import { Sign } from '../Sign.tsx';
import { SEVERITY_SIGN } from './severity.ts';

/** How bad a finding is: a sign, a tone and the word. */
export const SeverityMark = ({ severity, text }: { severity: SeverityId; text: string }) => (
  <span class="verdict" data-verdict={SEVERITY_SIGN[severity]} data-severity={severity}>
    <Sign verdict={SEVERITY_SIGN[severity]} />
    {text}
  </span>
);
