import { readFileSync } from 'node:fs';
import type { Facts } from '../../../utils/rules/facts.ts';
import { type Pack, packSchema } from '../../../utils/rules/pack.ts';
import { situationOf } from '../../../utils/rules/situation.ts';

export const pack: Pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

export const situation = (facts: Facts) => situationOf(pack, facts);
