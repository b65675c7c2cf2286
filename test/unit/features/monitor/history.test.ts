import { describe, expect, it } from 'vitest';
import { withKept } from '../../../../utils/facts/kept.ts';
import { newLog, type StoreLog, withChanges } from '../../../../utils/facts/store-log.ts';
import { newStore } from '../../../../utils/facts/store-record.ts';
import { logView } from '../../../../utils/features/monitor/log.ts';
import { translator } from '../../../../utils/i18n/translate.ts';
import { AT, pack, storeWith } from '../support.ts';
import { watched } from './support.ts';

const READ = { kind: 'read' as const, page: 'merge-monitor' as const };
const TYPED = { kind: 'typed' as const };

const logged = (...entries: [at: string, what: string, from: unknown, to: unknown][]): StoreLog =>
  entries.reduce(
    (log, [at, what, from, to]) => withChanges(log, [{ what, from, to, origin: READ }], at),
    newLog('21900'),
  );

const RATES = logged(
  ['2026-11-02T08:00:00Z', 'pool.sellThroughPct', null, { shown: '80.00' }],
  ['2026-11-10T08:00:00Z', 'pool.sellThroughPct', { shown: '80.00' }, { shown: '83.40' }],
  ['2026-11-10T08:00:00Z', 'pool.gmv', null, '50000'],
);

describe('the history of a figure', () => {
  const fact = (value: unknown) => ({ value, text: '', at: AT, origin: READ });
  const store = {
    ...newStore('21900', AT),
    facts: withKept({}, 'pool.sellThroughPct', fact({ shown: '83.40' })),
  };
  const seriesOf = (log: StoreLog, from = store) => watched({ store: from, log }).sections.figures.series;

  it('has each value that it had and when it was last seen, with its bar', () => {
    const [sellThrough] = seriesOf(RATES);
    expect(sellThrough?.points.map(({ day, text }) => [day, text])).toEqual([
      ['2026-11-02', '80.00%'],
      ['2026-11-10', '83.40%'],
      ['2026-11-22', '83.40%'],
    ]);
    expect(sellThrough?.bar).toEqual({ height: 82, text: 'Bar: 82%' });
    expect(sellThrough?.label).toMatch(/3 values, from 80\.00% .* to 83\.40%/);
  });

  it('is empty where nothing was seen, and says so', () => {
    const [, returnRate] = seriesOf(RATES);
    expect(returnRate?.points).toEqual([]);
    expect(returnRate?.label).toContain('no value was seen');
  });

  it('leaves out when it was not known', () => {
    const gone = logged(
      ['2026-11-02T08:00:00Z', 'pool.gmv', null, '5'],
      ['2026-11-03T08:00:00Z', 'pool.gmv', '5', null],
    );
    expect(seriesOf(gone, newStore('21900', AT))[2]?.points.map(({ height }) => height)).toEqual([5]);
  });
});

describe('the figures of the month', () => {
  it('say where each is from, and of one that is not known where it is found', () => {
    const { facts, verdict, line } = watched({ store: storeWith({ 'pool.gmv': '50000' }) }).sections.figures;
    const gmv = facts.find(({ path }) => path === 'pool.gmv');
    const rate = facts.find(({ path }) => path === 'pool.returnRatePct');
    expect(gmv?.origin).toMatch(/^typed by you on/);
    expect([rate?.value, rate?.origin]).toEqual([null, 'Full-managed centre › merge service monitor']);
    expect(verdict).toBe('unknown');
    expect(line).toContain('Return rate Not known');
  });

  it('name no cents of an amount that was rounded', () => {
    const rounded = storeWith({ 'pool.currency': 'USD', 'pool.gmv': { shown: '52000', place: '1000' } });
    const { line, series } = watched({ store: rounded }).sections.figures;
    expect(line).toContain('52000 USD as shown, stands for 51500–52500 USD');
    expect(series[2]?.points.at(-1)?.text).not.toContain('.00');
  });

  it('say of an old one how old it is', () => {
    const { facts } = watched({ store: storeWith({ 'pool.gmv': '50000' }), now: '2026-12-02T08:00:00Z' })
      .sections.figures;
    expect(facts.find(({ path }) => path === 'pool.gmv')?.origin).toContain('last seen 10 days ago');
  });

  it('say of a rate that nobody stated that it follows from counts', () => {
    const { notes } = watched({ store: storeWith({ 'pool.orders': 200, 'pool.returns': 30 }) }).sections
      .figures;
    expect(notes).toEqual(['Return rate 15%, worked out from its counts.']);
  });
});

describe('the log as it is shown', () => {
  const log = withChanges(
    RATES,
    [
      { what: 'ticks.merge.triage-wms-push', from: null, to: true, origin: TYPED },
      { what: 'notes.merge.triage-logs', from: null, to: 'sent <b>', origin: TYPED },
      { what: 'colour', from: null, to: 'red', origin: TYPED },
      {
        what: 'pools.POOL-1',
        from: null,
        to: {
          destinations: ['DE'],
          epr: [{ country: 'DE', scheme: 'DE_LUCID', number: 'DE1', filedAt: null }],
          appliedAt: null,
        },
        origin: TYPED,
      },
    ],
    '2026-11-12T17:00:00Z',
  );
  const shown = { pack, facts: {}, t: translator('en') };
  const view = (text = '', most = 50) => logView(log, text, most, shown);

  it('is the newest first, by the day in China, from what to what and by whom', () => {
    const { entries, found, kept } = view();
    expect([found, kept]).toEqual([7, 7]);
    expect(entries[0]).toMatchObject({
      day: '2026-11-13',
      what: 'Pool POOL-1',
      from: 'nothing',
      to: expect.stringMatching(/Germany; .*LUCID.* DE1; /),
    });
    expect(entries.find(({ what }) => what.startsWith('Done'))?.to).toBe('Yes');
    expect(entries.at(-2)).toMatchObject({ from: '80.00%', to: '83.40%' });
    expect(entries.at(-2)?.origin).toMatch(/^read on the merge monitor/);
  });

  it('is found by any of its words, in any case, and paged', () => {
    expect(view('MERGE MONITOR').found).toBe(3);
    expect(view('83.4').entries.map(({ what }) => what)).toEqual(['SKU sell-through rate']);
    expect(view('', 2)).toMatchObject({ found: 7, entries: [{}, {}] });
    expect(view('nothing like it').entries).toEqual([]);
  });

  it('tells its entries apart whatever else is found or was dropped', () => {
    const places = view().entries.map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
    expect(view('83.4').entries[0]?.place).toBe(1);
    expect(logView({ ...log, dropped: 10 }, '83.4', 5, shown).entries[0]?.place).toBe(11);
  });
});
