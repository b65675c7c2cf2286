import type { Feature } from './judgement.ts';
import { judgeProgramme } from './programme.ts';

export const semi: Feature = {
  id: 'semi',
  about: 'store',
  judge: (subject) => judgeProgramme('semi', subject),
};
