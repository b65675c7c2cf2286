import type { Feature } from './judgement.ts';
import { judgeProgramme } from './programme.ts';

export const merge: Feature = { id: 'merge', judge: (subject) => judgeProgramme('merge', subject) };
