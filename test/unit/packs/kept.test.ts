import { describe, expect, it } from 'vitest';
import {
  dueAt,
  type KeptPacks,
  keptPacksIn,
  layersOf,
  NO_PACKS,
  stateOf,
  withDeclined,
  withInForce,
  withOrder,
  withOutcome,
  withoutSource,
  withPutOff,
  withSource,
  withTaken,
} from '../../../utils/packs/kept.ts';
import { sourceId } from '../../../utils/packs/sources.ts';
import { patch } from './support.ts';

const SOURCE = { url: 'https://a.example/pack.json', key: 'KEY' };
const ID = sourceId(SOURCE);
const NOW = '2026-12-02T08:00:00.000Z';
const LATER = '2026-12-03T08:00:00.000Z';
const HOUR_MS = 60 * 60 * 1000;

const received = (version: string) => ({
  kind: 'received' as const,
  publication: patch(version),
  seen: { version, digest: version },
  etag: null,
});
const refused = { kind: 'refused' as const, refusal: { reason: 'empty' as const, detail: '' } };

const withOne = withOutcome(withSource(NO_PACKS, SOURCE), ID, received('2026.12.1'), NOW);
const taken = withTaken(withOne, ID, '2026.12.1', NOW);
const withTwo = withTaken(withOutcome(taken, ID, received('2026.12.2'), LATER), ID, '2026.12.2', LATER);

const versions = (kept: KeptPacks): string[] =>
  layersOf(kept, kept.sources).map(({ publication }) => publication.version);

describe('what is kept of packs', () => {
  it('can be read again, and is nothing where a part of it can’t', () => {
    expect(keptPacksIn(JSON.parse(JSON.stringify(withTwo)))).toEqual(withTwo);
    expect(keptPacksIn({ ...withTwo, version: 2 })).toBeUndefined();
  });

  it('takes nothing by itself: a pack waits until a person takes it', () => {
    expect(versions(withOne)).toEqual([]);
    expect(stateOf(withOne, ID).waiting?.publication).toEqual(patch('2026.12.1'));
    expect(versions(taken)).toEqual(['2026.12.1']);
    expect(stateOf(taken, ID).waiting).toBeNull();
  });

  it('stand in the order that was said, and one that was not named behind them; the later wins', () => {
    const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
    const [a = '', b = '', c = ''] = urls.map((url) => sourceId({ url, key: 'KEY' }));
    const kept = urls.reduce((all, url) => withSource(all, { url, key: 'KEY' }), NO_PACKS);
    const orderOf = ({ sources }: KeptPacks): string[] => sources.map(sourceId);
    expect(orderOf(withOrder(kept, [c, a, b]))).toEqual([c, a, b]);
    expect(orderOf(withOrder(withOrder(kept, [c, a, b]), [c, a, b]))).toEqual([c, a, b]);
    expect(orderOf(withOrder(kept, [c, 'of nobody']))).toEqual([c, a, b]);
    const layers = { [a]: patch('2026.12.1'), [b]: patch('2026.12.2') };
    const both = { ...kept, taken: [{ at: NOW, layers }], inForce: NOW };
    expect(versions(withOrder(both, [b, a]))).toEqual(['2026.12.2', '2026.12.1']);
  });

  it('is the same when a decision is sent twice, or comes after another pack', () => {
    expect(withTaken(taken, ID, '2026.12.1', LATER)).toBe(taken);
    expect(withTaken(withOne, ID, '2026.11.30', NOW)).toBe(withOne);
    const declined = withDeclined(withOne, ID, '2026.12.1');
    expect(withDeclined(declined, ID, '2026.12.1')).toBe(declined);
    expect(withSource(withOne, SOURCE)).toBe(withOne);
  });

  it('offers a refused version no more, and the next one again', () => {
    const declined = withDeclined(withOne, ID, '2026.12.1');
    const again = withOutcome(declined, ID, received('2026.12.1'), LATER);
    expect(stateOf(again, ID).waiting).toBeNull();
    expect(stateOf(withOutcome(again, ID, received('2026.12.2'), LATER), ID).waiting).not.toBeNull();
  });

  it('stays put off until there is another version', () => {
    const putOff = withPutOff(withOne, ID, '2026.12.1');
    const again = withOutcome(putOff, ID, received('2026.12.1'), LATER);
    expect(stateOf(again, ID).waiting?.isPutOff).toBe(true);
    const next = withOutcome(again, ID, received('2026.12.2'), LATER);
    expect(stateOf(next, ID).waiting?.isPutOff).toBe(false);
  });

  it('goes on with what is in force, and with what waits, when a pack is refused', () => {
    const kept = withOutcome(withOutcome(taken, ID, received('2026.12.2'), LATER), ID, refused, LATER);
    expect(versions(kept)).toEqual(['2026.12.1']);
    expect(stateOf(kept, ID)).toMatchObject({
      failures: 1,
      refusal: refused.refusal,
      checkedAt: LATER,
      waiting: { publication: { version: '2026.12.2' } },
    });
  });

  it('forgets a time that the clock has not reached once it was told of, and no version that was seen', () => {
    const back = {
      kind: 'refused' as const,
      refusal: { reason: 'clock-back' as const, detail: '2026-12-03' },
    };
    const kept = withOutcome(withTwo, ID, back, NOW);
    expect(stateOf(kept, ID)).toMatchObject({ refusal: back.refusal, checkedAt: null });
    expect(stateOf(kept, ID).seen).toEqual(stateOf(withTwo, ID).seen);
    expect(versions(kept)).toEqual(['2026.12.2']);
  });

  it('goes back to any earlier one, and forward', () => {
    expect(versions(withTwo)).toEqual(['2026.12.2']);
    expect(versions(withInForce(withTwo, NOW))).toEqual(['2026.12.1']);
    expect(versions(withInForce(withTwo, null))).toEqual([]);
    expect(versions(withInForce(withInForce(withTwo, null), LATER))).toEqual(['2026.12.2']);
    expect(withInForce(withTwo, '2026-01-01T00:00:00.000Z')).toBe(withTwo);
  });

  it('loses what a source published with the source, and nothing else', () => {
    const other = { ...SOURCE, url: 'https://b.example/pack.json' };
    const both = withOutcome(withSource(taken, other), sourceId(other), received('2026.12.2'), LATER);
    const kept = withoutSource(withTaken(both, sourceId(other), '2026.12.2', LATER), ID);
    expect(versions(kept)).toEqual(['2026.12.2']);
    expect(JSON.stringify(kept)).not.toContain('a.example');
  });
});

describe('when a source is asked again', () => {
  const at = Date.parse(NOW);
  const hours = (failures: number): number => {
    let kept = withSource(NO_PACKS, SOURCE);
    for (let count = 0; count < failures; count += 1) kept = withOutcome(kept, ID, refused, NOW);
    if (failures === 0) kept = withOutcome(kept, ID, { kind: 'unchanged' }, NOW);
    return (dueAt(stateOf(kept, ID), at) - at) / HOUR_MS;
  };

  it('is after a day, and after failures sooner, but ever later', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(hours)).toEqual([24, 1, 2, 4, 8, 16, 24, 24]);
  });

  it('is at once where it was never asked, or is said to have been in the future', () => {
    expect(dueAt(stateOf(NO_PACKS, ID), at)).toBe(at);
    expect(dueAt(stateOf(withOne, ID), at - HOUR_MS)).toBe(at - HOUR_MS);
  });
});
