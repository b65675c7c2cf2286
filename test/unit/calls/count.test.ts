import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRate, provenRate } from '../../../utils/calls/judge.ts';
import { countLines, countPieces, lineAt, linesAt, TEN } from './support.ts';

const exactly = (count: number) => ({ least: count, most: count });

describe('the calls of a minute', () => {
  it('are those of the clock, each line one, the same line twice too', () => {
    const log = countLines(linesAt([0, 1], [59, 2], [60, 1]));
    expect(log.calls).toBe(4);
    expect(log.clockMinute).toEqual(exactly(3));
    expect(log.busiest).toEqual({ start: TEN, calls: 3 });
    expect([log.from, log.to]).toEqual([TEN, TEN + 60]);
  });

  it('are also those of any 60 seconds, over the turn of a minute', () => {
    const log = countLines(linesAt([30, 300], [89, 300]));
    expect(log.clockMinute).toEqual(exactly(300));
    expect(log.sixtySeconds).toEqual(exactly(600));
  });

  it('a minute apart to the second may lie within 60 seconds, as the log has whole seconds', () => {
    const log = countLines(linesAt([0, 300], [60, 300]));
    expect(log.sixtySeconds).toEqual({ least: 300, most: 600 });
    expect(countLines(linesAt([0, 300], [61, 300])).sixtySeconds).toEqual(exactly(300));
  });

  it('without seconds are known only as a range', () => {
    const minute = (time: string, count: number) => Array.from({ length: count }, () => `${time} GET`);
    const log = countLines([
      ...minute('2026-11-22 10:00', 300),
      ...minute('2026-11-22 10:01', 250),
      ...minute('2026-11-22 10:03', 280),
    ]);
    expect(log.hasSeconds).toBe(false);
    expect(log.clockMinute).toEqual(exactly(300));
    expect(log.sixtySeconds).toEqual({ least: 300, most: 550 });
  });

  it('over the limit are all counted, and the highest named', () => {
    const log = countLines(
      linesAt(...Array.from({ length: 25 }, (_, minute) => [minute * 60, 3 + minute] as const)),
      5,
    );
    expect(log.over.count).toBe(22);
    expect(log.over.highest).toHaveLength(20);
    expect(log.over.highest[0]).toEqual({ start: TEN + 24 * 60, calls: 27 });
  });

  it('are drawn in no more than 60 bars, however long the log is', () => {
    const year = 365 * 24 * 60 * 60;
    const { minutesEach, peaks } = countLines(linesAt([0, 2], [60, 7], [year, 3])).chart;
    expect(peaks.length).toBeLessThanOrEqual(60);
    expect(minutesEach * peaks.length).toBeGreaterThan(year / 60);
    expect([peaks[0], peaks.at(-1), Math.max(...peaks.slice(1, -1))]).toEqual([7, 3, 0]);
  });
});

describe('a line without a time', () => {
  it('is counted and named with its number; a blank one is nothing', () => {
    const log = countLines([
      lineAt(TEN),
      '',
      '  ',
      '\tat main.js:10',
      '03/04/2026 10:00:00 GET',
      lineAt(TEN),
    ]);
    expect(log.calls).toBe(2);
    expect(log.unreadable).toEqual({
      count: 2,
      first: [
        { line: 4, fault: 'no-time', sample: 'at main.js:10' },
        { line: 5, fault: 'day-order', sample: '03/04/2026 10:00:00 GET' },
      ],
    });
  });

  it('may be a call of the minutes beside it, and of no other', () => {
    const log = countLines([...linesAt([0, 400]), 'lost', 'lost', ...linesAt([180, 100], [240, 300])]);
    expect(log.clockMinute).toEqual({ least: 400, most: 402 });
    expect(log.sixtySeconds).toEqual({ least: 400, most: 402 });
    const end = countLines([...linesAt([0, 400], [120, 399]), ...Array<string>(5).fill('lost')]);
    expect(end.clockMinute).toEqual({ least: 400, most: 404 });
  });

  it('may be a call of any minute where the lines are in no order', () => {
    const log = countLines([...linesAt([120, 400], [0, 1]), 'lost', ...linesAt([240, 1])]);
    expect(log.isOrdered).toBe(false);
    expect(log.clockMinute).toEqual({ least: 400, most: 401 });
    expect(countLines([...linesAt([120, 400], [60, 1]), 'lost', ...linesAt([0, 1])]).isOrdered).toBe(true);
  });

  it('is one with a zone among such without, and the other way round', () => {
    const log = countLines([
      '2026-11-22 10:00:00 GET',
      '2026-11-22T10:00:00Z GET',
      '2026-11-22 10:00:01 GET',
    ]);
    expect([log.calls, log.hasZone]).toEqual([2, false]);
    expect(log.unreadable.first).toEqual([
      { line: 2, fault: 'other-zone', sample: '2026-11-22T10:00:00Z GET' },
    ]);
    expect(countLines(['2026-11-22T10:00:00Z GET', '2026-11-22 10:00:00 GET']).calls).toBe(1);
  });
});

describe('the limit', () => {
  const judged = (...lines: string[]) => {
    const log = countLines(lines);
    return [judgeRate(log), provenRate(log)];
  };

  it('is kept with 500 calls in a minute and broken with 501', () => {
    expect(judged(...linesAt([0, 500]))).toEqual(['within', 500]);
    expect(judged(...linesAt([0, 501]))).toEqual(['over', 501]);
  });

  it('is in question where only some 60 seconds are over it', () => {
    expect(judged(...linesAt([30, 300], [80, 201]))).toEqual(['over-sixty', undefined]);
    expect(judged(...linesAt([0, 300], [60, 201]))).toEqual(['unsure-seconds', undefined]);
  });

  it('is never kept for certain while lines that can be calls are left over', () => {
    expect(judged(...linesAt([0, 499]), 'lost')).toEqual(['within', 500]);
    expect(judged(...linesAt([0, 500]), 'lost')).toEqual(['unsure-lines', undefined]);
    expect(judged(...linesAt([0, 501]), 'lost')).toEqual(['over', 501]);
  });
});

describe('any log', () => {
  const second = fc.integer({ min: 0, max: 400 });
  const line = fc.oneof(
    { weight: 8, arbitrary: second.map((after) => lineAt(TEN + after)) },
    fc.constantFrom('', 'lost', '{"time":', 'Überlauf 时间'),
  );
  const lines = fc.array(line, { minLength: 1, maxLength: 120 }).map((some) => [lineAt(TEN), ...some]);

  /** Cuts a text at these places. */
  const cut = (text: string, places: readonly number[]): string[] => {
    const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
    return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  };

  it('is counted the same whatever pieces it comes in', () => {
    const table = lines.map((some) => ['接口,时间', ...some.map((one) => `"a ""b""\n c",${one}`)]);
    fc.assert(
      fc.property(fc.oneof(lines, table), fc.array(fc.nat()), (some, places) => {
        const text = some.join('\n');
        expect(countPieces(cut(text, places))).toEqual(countPieces([text]));
      }),
    );
  });

  it('has the minutes that a plain count finds, in whatever order its lines are', () => {
    fc.assert(
      fc.property(
        lines.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          const minutes = some.filter((one) => one.startsWith('2026')).map((one) => one.slice(0, 16));
          const counts = Object.values(Object.groupBy(minutes, (minute) => minute)).map(
            (all) => all?.length ?? 0,
          );
          for (const log of [countLines(some), countLines(shuffled)]) {
            expect(log.clockMinute.least).toBe(Math.max(...counts));
            expect(log.calls + log.unreadable.count).toBe(some.filter((one) => one !== '').length);
          }
        },
      ),
    );
  });

  it('has in 60 seconds what comparing each call with each other finds', () => {
    fc.assert(
      fc.property(fc.array(second, { minLength: 1, maxLength: 80 }), (seconds) => {
        const within = (length: number) =>
          Math.max(
            ...seconds.map((from) => seconds.filter((one) => one >= from && one < from + length).length),
          );
        const log = countLines(seconds.map((after) => lineAt(TEN + after)));
        expect(log.sixtySeconds).toEqual({ least: within(60), most: within(61) });
      }),
    );
  });

  it('bounds what it would be with every line readable, whether it runs forwards or backwards', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.boolean(), (steps, isBackwards) => {
        let at = TEN;
        const all = [{ line: lineAt(at), isLost: false }];
        for (const [after, isLost] of steps) {
          at += after;
          all.push({ line: lineAt(at), isLost });
        }
        if (isBackwards) all.reverse();
        const whole = countLines(all.map(({ line }) => line));
        const partly = countLines(all.map(({ line, isLost }) => (isLost ? 'lost' : line)));
        expect(partly.isOrdered).toBe(true);
        expect(partly.clockMinute.least).toBeLessThanOrEqual(whole.clockMinute.least);
        expect(partly.clockMinute.most).toBeGreaterThanOrEqual(whole.clockMinute.most);
        expect(partly.sixtySeconds.least).toBeLessThanOrEqual(whole.sixtySeconds.least);
        expect(partly.sixtySeconds.most).toBeGreaterThanOrEqual(whole.sixtySeconds.most);
      }),
    );
  });

  it('is over only by a minute of the clock, and within only where 60 seconds are too', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 30 }), (some, limit) => {
        const log = countLines(some, limit);
        const finding = judgeRate(log);
        if (finding === 'within') expect(log.sixtySeconds.most).toBeLessThanOrEqual(limit);
        expect(finding === 'over').toBe(log.over.count > 0);
      }),
    );
  });
});
