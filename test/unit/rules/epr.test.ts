import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eprBindings } from '../../../utils/rules/labels.ts';
import { packSchema } from '../../../utils/rules/pack.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('public/rules/pack.json', 'utf8')));

const pool = (id: string, scheme: string, number: string) => ({
  id,
  destinations: ['DE'],
  epr: [{ country: 'DE', scheme, number }],
});

const statuses = (...pools: ReturnType<typeof pool>[]) =>
  eprBindings(pack, pools).map(({ status }) => status);

describe('EPR numbers', () => {
  it.each(['DE_LUCID', 'DE_WEEE'])('of %s are bound in every valid spelling of the pack', (scheme) => {
    const format = pack.formats.find(({ id }) => id === scheme);
    for (const number of format?.valid ?? [])
      expect(statuses(pool('P1', scheme, number)), number).toEqual(['bound']);
  });

  it('are one number however they are written', () => {
    const one = pool('P1', 'DE_WEEE', 'DE12345678');
    for (const number of ['DE 12345678', 'WEEE-Reg.-Nr. DE 12345678', 'ＤＥ１２３４５６７８', 'de12345678']) {
      expect(statuses(one, pool('P2', 'DE_WEEE', number)), number).toEqual(['shared', 'shared']);
    }
    expect(statuses(one, pool('P2', 'DE_WEEE', 'DE 12345679'))).toEqual(['bound', 'bound']);
  });

  it('are malformed only where the format is certain', () => {
    expect(statuses(pool('P1', 'DE_WEEE', '12345678'))).toEqual(['malformed']);
    expect(statuses(pool('P1', 'DE_BATT', 'whatever'))).toEqual(['bound']);
  });
});
