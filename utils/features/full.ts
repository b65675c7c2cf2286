import type { Feature } from './judgement.ts';
import { judgeProgramme } from './programme.ts';

export const full: Feature = {
  id: 'full',
  about: 'store',
  judge: (subject) => judgeProgramme('full', subject),
};
