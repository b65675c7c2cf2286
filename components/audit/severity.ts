import type { SeverityId } from '../../utils/audit/severity.ts';
import type { Verdict } from '../../utils/features/judgement.ts';

/** The sign and tone that a severity is shown with, beside its word. */
export const SEVERITY_SIGN: Record<SeverityId, Verdict> = {
  critical: 'fail',
  high: 'fail',
  medium: 'caution',
  open: 'unknown',
};
