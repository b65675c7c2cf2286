import { countryName } from '../facts/show.ts';
import { isMessageKey, keyOf, type Translator } from '../i18n/translate.ts';
import type { FeeFlip } from '../packs/fee-impact.ts';
import type { Flip } from '../packs/impact.ts';
import type { Refusal } from '../packs/refusals.ts';
import { money } from './money.ts';

/** Why a pack was not taken. */
export const refusalText = ({ reason, detail }: Refusal, t: Translator): string =>
  t(keyOf('refusal', reason), detail);

const named = (prefix: string, id: string, t: Translator): string => {
  const key = keyOf(prefix, id);
  return isMessageKey(key) ? t(key) : id;
};

function feeText({ what, currency, before, after }: FeeFlip, t: Translator): string {
  const amount = ([low, high]: FeeFlip['before']): string => {
    if (currency) return money(currency, low, high);
    const range = low === high ? low : `${low}–${high}`;
    return what === 'rate' ? `${range}%` : range;
  };
  return t('packFlip', t(keyOf('packFee', what)), amount(before), amount(after));
}

/** A verdict or fee that would turn, in one line. */
export function flipText(flip: Flip, t: Translator): string {
  if ('currency' in flip) return feeText(flip, t);
  const { what, of, before, after } = flip;
  if (what === 'programme')
    return t('packFlip', named('programme', of, t), named('verdict', before, t), named('verdict', after, t));
  const subject = t(
    'packFlipCountry',
    t(what === 'labels' ? 'chip_labels' : 'chip_reach'),
    countryName(of, t),
  );
  const prefix = what === 'labels' ? 'labelStatus' : 'packReach';
  return t('packFlip', subject, named(prefix, before, t), named(prefix, after, t));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many whole days ago a day was; none where it is yet to come. */
export const daysSince = (day: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(day)) / DAY_MS));
