import { readFileSync } from 'node:fs';
import { type Pack, packSchema } from '../../../utils/rules/pack.ts';

export const pack: Pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));
