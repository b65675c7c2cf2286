import { describe, expect, it } from 'vitest';
import {
  dayInChina,
  endingsOf,
  isSeen,
  type SeenEnding,
  STAGES,
  startOfDayInChina,
} from '../../../utils/facts/expiry.ts';

const AT = '2026-11-22T08:00:00.000Z';

describe('what ends', () => {
  it.each([
    ['2026-12-23', undefined],
    ['2026-12-22', { daysLeft: 30, stage: 30 }],
    ['2026-11-30', { daysLeft: 8, stage: 30 }],
    ['2026-11-29', { daysLeft: 7, stage: 7 }],
    ['2026-11-24', { daysLeft: 2, stage: 7 }],
    ['2026-11-23', { daysLeft: 1, stage: 1 }],
    ['2026-11-22', { daysLeft: 0, stage: 1 }],
    ['2026-11-21', { daysLeft: -1, stage: 'ended' }],
    ['2024-02-29', { stage: 'ended' }],
  ])('on %s is at its stage', (on, expected) => {
    const [ending] = endingsOf([{ what: 'CE', on }], AT);
    if (expected) expect(ending).toMatchObject({ what: 'CE', on, ...expected });
    else expect(ending).toBeUndefined();
  });

  it('goes by the day in China, whatever the machine’s zone', () => {
    const stage = (at: string) => endingsOf([{ what: 'CE', on: '2026-11-22' }], at)[0]?.stage;
    expect(stage('2026-11-22T15:59:59.999Z')).toBe(1);
    expect(stage('2026-11-22T16:00:00.000Z')).toBe('ended');
    expect(new Date(startOfDayInChina(dayInChina(AT) + 1)).toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  it('comes soonest first, and is nothing where nothing is known', () => {
    const days = ['2026-12-01', '2026-11-01', '2026-11-25'];
    const endings = endingsOf(
      days.map((on) => ({ what: 'CE', on })),
      AT,
    );
    expect(endings.map(({ on }) => on)).toEqual(days.toSorted());
    expect(endingsOf(undefined, AT)).toEqual([]);
    expect(endingsOf(null, AT)).toEqual([]);
  });
});

describe('an ending that was seen', () => {
  const ending = (stage: SeenEnding['stage'], on = '2026-11-29'): SeenEnding => ({ what: 'CE', on, stage });

  it.each(STAGES)('at %s is quiet until its next stage', (stage) => {
    for (const later of STAGES) {
      const isLater = STAGES.indexOf(later) > STAGES.indexOf(stage);
      expect(isSeen([ending(stage)], ending(later)), String(later)).toBe(!isLater);
    }
  });

  it('speaks anew with another day or under another name', () => {
    const seen = [ending('ended')];
    expect(isSeen(seen, ending(30, '2027-11-29'))).toBe(false);
    expect(isSeen(seen, { ...ending('ended'), what: 'KC' })).toBe(false);
  });
});
