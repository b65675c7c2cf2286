import { describe, expect, it, vi } from 'vitest';
import { type KeptFact, withKept } from '../../../utils/facts/kept.ts';
import { cardView, chipView } from '../../../utils/features/present.ts';
import { judge } from '../../../utils/features/run.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { layered, publishersOf } from '../../../utils/packs/layers.ts';
import { patch } from '../packs/support.ts';
import { AT, card, featureOf, PRODUCT_CHIPS, pack, READY, ROW, storeWith } from './support.ts';

describe('a card', () => {
  it('shows of every rule its sentence, document, date or "undated", line and confidence', () => {
    for (const language of ['en', 'zh_CN'] as const) {
      for (const chip of PRODUCT_CHIPS) {
        for (const reason of card(chip, storeWith(READY), language).reasons) {
          expect(reason.text, reason.id).not.toBe('');
          expect(reason.confidence, reason.id).toMatch(language === 'en' ? /^Confidence/ : /^可信度/);
          expect(reason.evidence.length, reason.id).toBeGreaterThan(0);
          for (const { origin, quote } of reason.evidence) {
            expect(origin, reason.id).toMatch(/\d{4}-\d{2}-\d{2}|undated|未注明日期/);
            expect(quote, reason.id).not.toBe('');
          }
        }
      }
    }
  });

  it('names the added pack that brought a rule, and none for the bundled pack’s own', () => {
    const from = 'https://rules.example/pack.json#KEY';
    const layers = [{ from, publication: patch() }];
    const laid = layered(pack, layers);
    const inForce = { ...laid.pack, publishers: publishersOf(laid.won, layers) };
    for (const [language, says] of [
      ['en', 'From the added rule pack of rules.example, version 2026.12.1; not from the bundled pack.'],
      ['zh_CN', '来自所添加的规则包：rules.example，版本 2026.12.1；不是内置规则包的内容。'],
    ] as const) {
      const subject = subjectOf(inForce, storeWith(READY), ROW, AT);
      const { reasons } = cardView(
        'merge',
        judge(featureOf('merge'), subject),
        subject,
        '',
        translator(language),
      );
      const published = reasons.filter(({ publisher }) => publisher !== undefined);
      expect(published.map(({ id, publisher }) => [id, publisher])).toEqual([['merge.gmv-90d', says]]);
    }
  });

  it('names the line of the source', () => {
    const rating = card('merge', storeWith(READY)).reasons.find(({ id }) => id === 'merge.positive-rating');
    expect(rating?.evidence).toEqual([
      {
        quote: '店铺好评率≥96.5%',
        lang: 'zh-CN',
        origin: 'Dashu Kuajing, “AliExpress full-managed merge service” · 2026-03-01 · line 23',
      },
    ]);
    expect(rating?.value).toBe('97%');
  });

  it('says who typed a value, or which page it was read off', () => {
    const { values } = card('merge', storeWith(READY));
    expect(values.find(({ name }) => name === 'Positive rating')).toMatchObject({
      value: '97%',
      origin: expect.stringMatching(/^typed by you on /),
    });
    expect(card('fee', storeWith({})).values[0]).toMatchObject({
      value: 'USD 3.63',
      origin: expect.stringMatching(/^read on the product list on /),
    });
  });

  it('says where another page has another value, and counts the newest', () => {
    const read = (page: 'home' | 'full-centre', value: string, at: string): KeptFact => ({
      value,
      text: value,
      at,
      origin: { kind: 'read', page },
    });
    const store = storeWith({});
    const readings = [
      read('home', '61250.00', '2026-11-20T08:00:00.000Z'),
      read('full-centre', '48000.00', '2026-11-21T08:00:00.000Z'),
    ];
    const facts = readings.reduce((kept, fact) => withKept(kept, 'store.gmv90dUsd', fact), store.facts);
    const { reasons, values } = card('merge', { ...store, facts });
    expect(reasons.find(({ id }) => id === 'merge.gmv-90d')?.verdict).toBe('fail');
    expect(values.find(({ name }) => name === 'GMV of the last 90 days')).toMatchObject({
      value: '48000.00 USD',
      origin: expect.stringMatching(
        /^read on the full-managed centre on .* · another value: 61250\.00 USD, read on the home page on /,
      ),
    });
  });

  it('says of each missing fact where it is found, in both languages', () => {
    const english = card('labels', storeWith({})).missing;
    const chinese = card('labels', storeWith({}), 'zh_CN').missing;
    expect(english).toContainEqual({
      name: 'Responsible persons, EU and GB',
      where: 'Publish/edit page › compliance information › EU responsible person',
    });
    expect(chinese).toHaveLength(english.length);
  });

  it('shows money with all its decimals as exact, as the rule takes it', () => {
    const store = storeWith({ 'store.gmv90dUsd': { shown: '50000.00' } });
    expect(card('merge', store).values[0]?.value).toBe('50000.00 USD');
  });

  it('shows a rounded value with the range it stands for', () => {
    const store = storeWith({ 'store.positiveRatingPct': { shown: '96.50' } });
    const { values } = card('merge', store);
    expect(values[0]?.value).toBe('96.50% as shown, stands for 96.495–96.505%');
  });
});

describe('a card of a rule that rests on a doubt', () => {
  const doubtOf = (rule: string, language: 'en' | 'zh_CN') =>
    [...card('merge', storeWith(READY), language).reasons, ...card('fee', storeWith(READY), language).reasons]
      .find(({ id }) => id === rule)
      ?.doubts.at(-1);

  it('shows every reading with its document and lines, which is used, and why', () => {
    expect(doubtOf('merge.full-managed-stores', 'en')).toEqual({
      id: 'conflict.merge-store-count',
      title: 'Sources disagree: How many full-managed stores the merge service takes',
      readings: [
        {
          id: 'at-least-one',
          text: 'Condition: at least 1 full-managed store',
          origin: 'Dashu Kuajing, “AliExpress full-managed merge service” · 2026-03-01 · line 23',
          used: 'used here',
        },
        {
          id: 'at-least-two',
          text: 'Documents: screenshots of at least 2 full-managed stores; the definition too speaks of “several stores or different supply channels”',
          origin: 'Dashu Kuajing, “AliExpress full-managed merge service” · 2026-03-01 · line 37, 19',
        },
      ],
      why: expect.stringMatching(/^The conditions say at least 1, and that decides/),
    });
  });

  it('says so in Chinese too', () => {
    expect(doubtOf('merge.fee-dispatch', 'zh_CN')).toMatchObject({
      title: '可作多种理解：“0.3%/单”按什么计',
      readings: [{ text: '每笔跨店合并订单金额的 0.3%', used: '此处采用' }, {}, {}],
    });
  });

  it('has none where nothing is in doubt', () => {
    const exam = card('semi', storeWith({})).reasons.find(({ id }) => id === 'semi.jit-exam');
    expect(exam?.doubts).toEqual([]);
  });
});

describe('what else the sources say', () => {
  it('stands apart from the rules that decided', () => {
    const { reasons, basis } = card('merge', storeWith(READY));
    expect(reasons.map(({ id }) => id)).not.toContain('merge.irreversible-migration');
    expect(basis[0]).toMatchObject({ id: 'merge.irreversible-migration', verdict: 'none' });
    expect(basis.find(({ id }) => id === 'merge.gap-rounding')).toMatchObject({
      text: 'How bills are rounded: no source says',
      confidence: 'No source says',
    });
  });
});

describe('a fault in one feature', () => {
  it('stays its own: the chip is unknown and says so, and it is logged once', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = {
      id: 'reach' as const,
      about: 'product' as const,
      judge: () => {
        throw new Error('broken');
      },
    };
    const subject = subjectOf(pack, undefined, ROW, AT);
    const first = judge(broken, subject);
    judge(broken, subject);
    expect(first.verdict).toBe('unknown');
    expect(chipView('reach', first, translator('en')).label).toMatch(/fault in ManagedLens/);
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});
