import type { Coverage } from '../../utils/audit/coverage.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { countText, dayText } from './texts.ts';

/** Numbers of pages, those in a row as one: `1-3, 7`. */
export function rangesText(numbers: readonly number[], t: Translator): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(t('comma'));
}

function pagesText({ pagesSeen, pagesPartly, pages, products, unread }: Coverage, t: Translator): string {
  const seen = pagesSeen.length + pagesPartly.length;
  if (seen === 0) return t(products + unread > 0 ? 'auditSeenPagesUnknown' : 'auditSeenNothing');
  return pages === null
    ? t('auditSeenPagesOfUnknown', countText(seen, t))
    : t('auditSeenPages', countText(seen, t), countText(pages, t));
}

const productsText = ({ products, total }: Coverage, t: Translator): string =>
  total === null
    ? t('auditSeenProducts', countText(products, t))
    : t('auditSeenProductsOf', countText(products, t), countText(total, t));

/** How much of a store was seen, in one sentence: all of it only where that is certain. */
export function coverageText(coverage: Coverage, t: Translator): string {
  const { pagesPartly, products, total, unread, notSeen, notSeenSince } = coverage;
  const parts = [
    coverage.isWhole
      ? t('auditSeenWhole', countText(coverage.pages ?? 0, t), countText(products, t))
      : [pagesText(coverage, t), ...(products > 0 ? [productsText(coverage, t)] : [])].join(t('semicolon')),
    total === null && products > 0 && t('auditSeenTotalUnknown'),
    pagesPartly.length > 0 && t('auditSeenPartly', rangesText(pagesPartly, t)),
    unread > 0 && t('auditSeenUnread', countText(unread, t)),
    notSeenSince !== null && t('auditSeenNotSince', countText(notSeen.length, t), dayText(notSeenSince, t)),
  ];
  return t('sentence', parts.filter(Boolean).join(t('semicolon')));
}
