import { describe, expect, it } from 'vitest';
import { newStore, type StoreRecord } from '../../../../utils/facts/store-record.ts';
import { AT } from '../support.ts';
import { watched } from './support.ts';

/** A store of which a log was counted. */
const counted = (value: number): StoreRecord => ({
  ...newStore('1', AT),
  facts: {
    'failure.callsPerMinute': [
      { value, text: String(value), at: AT, origin: { kind: 'imported', file: 'calls.log' } },
    ],
  },
});

describe('the calls per minute', () => {
  it.each([
    [500, 'pass'],
    [501, 'fail'],
  ])('%i of the 500 that are allowed are a %s, and the log is named', (rate, verdict) => {
    const { calls } = watched({ store: counted(rate) }).sections;
    expect(calls.verdict).toBe(verdict);
    expect(calls.line).toContain(String(rate));
    expect(calls.facts[0]?.origin).toContain('calls.log');
  });

  it('are not known before they were counted or typed', () => {
    expect(watched({ store: newStore('1', AT) }).sections.calls.verdict).toBe('unknown');
  });
});
