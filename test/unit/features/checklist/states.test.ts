import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_PATHS, type FieldPath } from '../../../../utils/facts/fields.ts';
import { CHECKLIST_PATHS } from '../../../../utils/features/checklist/paths.ts';
import { AT, pack, READY, storeWith } from '../support.ts';
import { DAY, item, itemsOf, storeOf, viewOf } from './support.ts';

const POOL = { destinations: ['ES'], epr: [], appliedAt: null, at: AT };

describe('an item of a checklist', () => {
  it('that a fact decides is done, not met, or asks for the fact, which no tick can replace', () => {
    const bar = (positiveRatingPct?: string) =>
      item(
        'merge',
        'merge.positive-rating',
        storeOf(positiveRatingPct ? { 'store.positiveRatingPct': positiveRatingPct } : {}, {
          'merge.positive-rating': true,
        }),
      );
    expect(bar('97')).toMatchObject({ state: 'done', verdict: 'pass', tick: null });
    expect(bar('96.4')).toMatchObject({ state: 'failed', verdict: 'fail' });
    expect(bar()).toMatchObject({
      state: 'unknown',
      verdict: 'unknown',
      proof: [],
      fields: [{ path: 'store.positiveRatingPct', isKnown: false }],
    });
  });

  it('that no fact decides is open until a person ticks it, and says who and when', () => {
    const letter = (ticks: Record<string, boolean>) =>
      item('merge', 'merge.document-commitment-letter', storeOf({}, ticks));
    expect(letter({})).toMatchObject({ state: 'open', tick: { isDone: null } });
    expect(letter({ 'merge.document-commitment-letter': true })).toMatchObject({
      state: 'done',
      proof: [expect.stringMatching(/^ticked by you on Nov 22, 2026/)],
    });
    expect(letter({ 'merge.document-commitment-letter': false })).toMatchObject({ state: 'open', proof: [] });
  });

  it('says on which page its fact was seen, and when', () => {
    const store = storeOf({});
    store.facts['store.disputeRatePct'] = [
      { value: { shown: '0.31' }, text: '0.31%', at: AT, origin: { kind: 'read', page: 'disputes' } },
    ];
    expect(item('merge', 'merge.dispute-rate', store).proof).toEqual([
      expect.stringMatching(/^Dispute rate: 0\.31%.*read on the disputes page on Nov 22, 2026/),
    ]);
  });

  it('is blocked by what comes first and is known not to be done, by name', () => {
    const applying = (facts: Parameters<typeof storeOf>[0]) =>
      item('semi', 'semi.open-store', storeOf({ 'store.semiOpened': false, ...facts }));
    expect(applying({})).toMatchObject({ state: 'open', blockedBy: null });
    expect(applying({ 'store.jitExamPassed': false })).toMatchObject({
      state: 'blocked',
      blockedBy: 'Blocked by: The JIT exam is passed',
    });
    expect(applying({ 'store.jitExamPassed': false, 'store.semiAgreementSigned': false }).blockedBy).toBe(
      'Blocked by: The semi-managed agreement is signed (and 1 more)',
    );
  });

  it('is never blocked by what is not known, once it is done, or while it waits', () => {
    expect(item('third-party', 'third-party.company-approval', storeOf({})).state).toBe('unknown');
    const opened = storeOf({ 'store.semiOpened': true, 'store.jitExamPassed': false });
    expect(item('semi', 'semi.open-store', opened).state).toBe('done');
    const review = storeOf({ 'dates.exitSubmitted': DAY });
    expect(item('exit', 'exit.step-wait-for-notice', review).state).toBe('waiting');
  });

  it('blocks across programmes: the store comes before its products', () => {
    const store = storeOf({ 'store.semiOpened': false });
    expect(item('semi', 'semi-product.step-choose', store)).toMatchObject({
      state: 'blocked',
      blockedBy: expect.stringContaining('The store is open for semi-managed'),
    });
  });

  it('can be out of reach by its own test: screenshots of two stores with one', () => {
    const document = (stores: number) =>
      item('merge', 'merge.document-store-screenshots', storeOf({ 'store.fullManagedStores': stores }));
    expect(document(1)).toMatchObject({
      state: 'blocked',
      tick: null,
      blockedBy: "Blocked: can't be had as things stand",
    });
    expect(document(2)).toMatchObject({ state: 'open', tick: { isDone: null } });
  });

  it('waits while the platform’s time runs, and was taken on the day that says so', () => {
    const reviewed = (fullApplied: string) =>
      item('full-apply', 'full.platform-approval', storeOf({ 'dates.fullApplied': fullApplied })).state;
    expect(reviewed(DAY)).toBe('waiting');
    expect(reviewed('2026-11-23')).toBe('unknown');
    const submitted = (day: string) =>
      item('exit', 'exit.step-submit', storeOf({ 'dates.exitSubmitted': day })).state;
    expect(submitted(DAY)).toBe('done');
    expect(submitted('2026-11-23')).toBe('blocked');
  });

  it('does not apply where no pool sells to a country that asks for it, and only then', () => {
    const pool = (change: Partial<typeof POOL>) => ({
      ...storeOf({}),
      pools: { P1: { ...POOL, ...change } },
    });
    for (const id of ['merge.epr-filed', 'merge.epr-bound']) {
      expect(item('merge', id, pool({}))).toMatchObject({ state: 'not_applicable', verdict: 'none' });
      expect(item('merge', id, pool({ destinations: ['ES', 'DE'] })).state).not.toBe('not_applicable');
      expect(item('merge', id, storeOf({})).state).toBe('unknown');
    }
    const unknown = { ...storeOf({}), pools: { P1: { ...POOL, destinations: null } } };
    expect(item('merge', 'merge.epr-bound', unknown).state).toBe('unknown');
  });

  it('that a source asks of some only can be said not to be needed; of no other can that be said', () => {
    const ticks = { 'full.document-brand-or-permit': false, 'full.document-business-licence': false };
    const store = storeOf({}, ticks);
    expect(item('full-apply', 'full.document-brand-or-permit', store)).toMatchObject({
      state: 'not_applicable',
      proof: [expect.stringMatching(/^said by you not to be needed/)],
    });
    expect(item('full-apply', 'full.document-business-licence', store).state).toBe('open');
  });

  it('about a product is decided for each, never for the store', () => {
    expect(item('semi', 'semi-product.labels', storeOf({}))).toMatchObject({
      state: 'per_product',
      verdict: 'none',
    });
  });

  it('of the supply-chain system waits a day, and then shows what is wrong', () => {
    const system = (started: string) =>
      item(
        'semi',
        'semi.supply-chain-system',
        storeOf({ 'store.supplyChainOpened': false, 'dates.supplyChainStarted': started }),
      );
    expect(system('2026-11-21')).toMatchObject({ state: 'waiting', advice: [] });
    expect(system('2026-11-20')).toMatchObject({
      state: 'failed',
      advice: [{ id: 'semi.supply-chain-diagnosis' }],
      places: [{ text: 'Account Center › Company information' }],
    });
  });

  it('asks for a fact once, where it is first needed', () => {
    const view = viewOf('merge', storeOf({}));
    const fields = itemsOf(view).flatMap((each) => each.fields.map(({ path }) => path));
    expect(fields).toEqual([...new Set(fields)]);
    const [document] = itemsOf(view).filter(({ id }) => id === 'merge.document-store-screenshots');
    expect(document?.notes).toContain('Asked further up: Full-managed stores');
  });

  it('that is done by any facts says by what', () => {
    const values: Record<string, fc.Arbitrary<unknown>> = {
      flag: fc.boolean(),
      count: fc.nat(3),
      day: fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-30'),
    };
    const facts = fc.dictionary(
      fc.constantFrom(...FIELD_PATHS.filter((path) => !path.startsWith('pool.'))),
      fc.oneof(...Object.values(values), fc.constantFrom('CN', '97', '0.1')),
    );
    const ticks = fc.dictionary(fc.constantFrom(...pack.rules.map(({ id }) => id)), fc.boolean());
    fc.assert(
      fc.property(facts, ticks, fc.constantFrom(...CHECKLIST_PATHS), (known, said, path) => {
        const store = storeOf(known as Partial<Record<FieldPath, never>>, said);
        for (const { id, state, proof } of itemsOf(viewOf(path, store))) {
          if (state === 'done') expect(proof, id).not.toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a checklist', () => {
  it('of a store that nothing is known of has nothing done', () => {
    for (const path of CHECKLIST_PATHS) {
      const states = itemsOf(viewOf(path, storeWith({}))).map(({ state }) => state);
      expect(states.length, path).toBeGreaterThan(3);
      expect(states, path).not.toContain('done');
      expect(states, path).not.toContain('not_applicable');
    }
  });

  it('lists every step, document and bar of its programmes, in the pack’s order', () => {
    const kinds = ['bar', 'document', 'step'];
    const expected = pack.rules
      .filter(({ programme, kind }) => ['full', 'full-apply'].includes(programme) && kinds.includes(kind))
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(({ id }) => id);
    expect(itemsOf(viewOf('full-apply', storeOf({}))).map(({ id }) => id)).toEqual(expected);
    expect(viewOf('exit', storeOf({})).parts.map(({ id }) => id)).toEqual(['exit', 'deposit']);
  });

  it('says at a glance how far it is, and what comes next', () => {
    const { progress } = viewOf('merge', storeOf(READY));
    expect(progress.summary).toBe('8 of 16 done, 0 waiting');
    expect(progress.next?.id).toBe('merge.epr-filed');
    expect(progress.segments.map(({ state, count }) => [state, count])).toEqual([
      ['done', 8],
      ['open', 4],
      ['unknown', 2],
      ['blocked', 2],
    ]);
  });

  it('is complete without what does not apply or is decided for each product', () => {
    const semi = storeOf(
      {
        'store.semiAgreementSigned': true,
        'store.supplyChainOpened': true,
        'store.returnAddressSet': true,
        'store.jitExamPassed': true,
        'store.jitWarehouses': 1,
        'store.semiOpened': true,
      },
      { 'semi.step-read-rules': true, 'semi-product.step-choose': true },
    );
    expect(viewOf('semi', semi).progress).toMatchObject({ summary: 'All 9 done', next: null });
  });

  it('says what can’t be undone, beside the steps that do it', () => {
    const losses = (path: 'exit' | 'merge' | 'semi') =>
      itemsOf(viewOf(path, storeOf({}))).flatMap(({ id, losses }) =>
        losses.map((loss) => `${id}: ${loss.id}`),
      );
    expect(losses('semi')).toEqual(['semi.jit-warehouse: semi.irreversible-jit-warehouse']);
    expect(losses('merge')).toEqual(['merge.step-apply: merge.irreversible-migration']);
    expect(losses('exit')).toEqual([
      'exit.step-submit: exit.irreversible-closed',
      'exit.step-submit: exit.irreversible-partners',
      'exit.step-formalities: exit.irreversible-closed',
      'exit.step-formalities: exit.irreversible-partners',
    ]);
  });

  it('leads to a page where its address is known, and else through the menus in words', () => {
    expect(item('semi', 'semi-product.step-choose', storeOf({})).places).toEqual([
      {
        text: 'product list',
        href: 'https://csp.aliexpress.com/m_apps/productManage/list-manage?channelId=21900',
      },
    ]);
    expect(item('merge', 'merge.step-apply', storeOf({}), 'zh_CN').places).toEqual([
      { text: '卖家后台 › 全托管中心 › 合并服务 › 立即申请' },
    ]);
  });

  it('shows cautions and contradictions that arise', () => {
    const cautions = (facts: Parameters<typeof storeOf>[0]) =>
      viewOf('merge', storeOf(facts)).parts.flatMap((part) => part.cautions.map(({ id }) => id));
    expect(cautions({})).toEqual([]);
    expect(cautions({ 'store.fullManagedStores': 1, 'store.ordersPerDay': '49' })).toEqual([
      'merge.orders-per-day',
      'merge.store-count-in-documents',
    ]);
  });
});
