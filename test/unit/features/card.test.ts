import { describe, expect, it, vi } from 'vitest';
import { CHIP_IDS } from '../../../utils/features/judgement.ts';
import { chipView } from '../../../utils/features/present.ts';
import { judge } from '../../../utils/features/run.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { AT, card, pack, READY, ROW, storeWith } from './support.ts';

describe('a card', () => {
  it('shows of every rule its sentence, document, date or "undated", line and confidence', () => {
    for (const language of ['en', 'zh_CN'] as const) {
      for (const chip of CHIP_IDS) {
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
