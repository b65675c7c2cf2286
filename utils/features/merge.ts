import type { Feature } from './judgement.ts';
import { judgeProgramme } from './programme.ts';

export const merge: Feature = {
  id: 'merge',
  about: 'store',
  judge: (subject) => judgeProgramme('merge', subject),
};
