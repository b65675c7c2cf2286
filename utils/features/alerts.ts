import { type Alert, type AlertKind, toneOf } from '../alerts/alert.ts';
import { marginOf } from '../alerts/bars.ts';
import { PACK_DAYS } from '../alerts/others.ts';
import { fieldOf, isFieldPath } from '../facts/fields.ts';
import { countryName, shownValue } from '../facts/show.ts';
import type { MessageKey, Translator } from '../i18n/translate.ts';
import type { Pack } from '../rules/pack.ts';
import { plain } from '../rules/quantity.ts';
import { lostInWords } from './health.ts';
import { factName, pageName, shownTime } from './present.ts';

/** Where an alert is dealt with. */
export type AlertPlace = 'checklist' | 'import' | 'monitor';

/** An alert as a list shows it: texts only, in one language. */
export interface AlertView {
  id: string;
  stage: string;
  kind: AlertKind;
  channelId: string | null;
  verdict: 'caution' | 'fail';
  word: string;
  title: string;
  line: string;
  todo: string;
  place: AlertPlace | null;
}

type Of<K extends AlertKind> = Extract<Alert, { kind: K }>;

const joined = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join(' · ');

/** The rule's own sentence, the value, and for one that is close what that means. */
function barLine({ rule: id, fact, value, currency, stage }: Of<'bar'>, pack: Pack, t: Translator): string {
  const rule = pack.rules.find((entry) => entry.id === id);
  if (!rule?.test || rule.test.op === 'is' || !isFieldPath(fact)) return '';
  const { kind } = fieldOf(fact);
  const unit = kind === 'percent' ? '%' : '';
  const margin = `${plain(marginOf(rule.test, kind === 'percent' ? kind : 'money'))}${unit}`;
  const sentence = rule.text[t.language === 'en' ? 'en' : 'zh'];
  return joined(
    shownValue(fact, value, t, currency ?? undefined),
    sentence,
    stage === 'near' && t('alertNearMeans', margin),
  );
}

const REVIEW_TITLES: Record<Of<'review'>['wait'], MessageKey> = {
  deposit: 'alertWait_deposit',
  exit: 'alertWait_exit',
  full: 'alertWait_full',
  merge: 'alertWait_merge',
  reservation: 'alertWait_reservation',
  'supply-chain': 'alertWait_supply_chain',
};

const reviewLine = ({ from, dues, isAbout, isRough }: Of<'review'>, t: Translator): string =>
  joined(
    t(isAbout ? 'alertReviewAbout' : 'alertReviewLine', from, dues.join(t('alertOr'))),
    isRough && t('noteWeekdays'),
  );

interface Texts {
  title: string;
  line: string;
}

/** What an alert is about, in words. */
function textsOf(alert: Alert, pack: Pack, t: Translator): Texts {
  switch (alert.kind) {
    case 'token':
      return { title: t('alertToken'), line: t('alertTokenLine', alert.due ?? '') };
    case 'bill':
      return {
        title: t('alertBill', alert.month),
        line: t('alertBillLine', alert.due ?? '', alert.latest),
      };
    case 'review':
      return { title: t(REVIEW_TITLES[alert.wait]), line: reviewLine(alert, t) };
    case 'epr':
      return {
        title: t('alertEpr', countryName(alert.country, t)),
        line: t('alertEprLine', alert.pool, shownTime(alert.statedAt, t)),
      };
    case 'bar':
      return { title: factName(alert.fact, t), line: barLine(alert, pack, t) };
    case 'certificate':
      return { title: alert.what, line: t('alertCertificateLine', alert.productId, alert.due ?? '') };
    case 'health':
      return { title: pageName(alert.page, t), line: lostInWords(alert.lost, t) };
    case 'pack':
      return { title: t('alertPack', alert.version), line: t('alertPackLine', alert.date, PACK_DAYS) };
  }
}

const WORDS: Record<string, MessageKey> = {
  crossed: 'alertWord_crossed',
  late: 'alertWord_late',
  malformed: 'alertWord_malformed',
  missing: 'alertWord_missing',
  near: 'alertWord_near',
  old: 'alertWord_old',
  shared: 'alertWord_shared',
};

function wordOf({ kind, stage, daysLeft }: Alert, t: Translator): string {
  if (kind === 'health') return t('alertWord_health');
  if (daysLeft === null) return t(WORDS[stage] ?? 'alertWord_old');
  if (stage === 'ended') return t(kind === 'review' ? 'alertWord_overdue' : 'alertWord_ended');
  if (stage === '0') return t('alertWord_due');
  return daysLeft === 0 ? t('alertWord_today') : t('alertDays', daysLeft);
}

const PLACES: Record<AlertKind, AlertPlace | null> = {
  token: 'monitor',
  bill: 'monitor',
  review: 'checklist',
  epr: 'monitor',
  bar: 'checklist',
  certificate: 'import',
  health: null,
  pack: null,
};

/** A rate of the pool's month is watched where the pool is, the store's own where its bars are listed. */
const placeOf = (alert: Alert): AlertPlace | null =>
  alert.kind === 'bar' && alert.fact.startsWith('pool.') ? 'monitor' : PLACES[alert.kind];

/** An alert in the words of a language. */
export function alertView(alert: Alert, pack: Pack, t: Translator): AlertView {
  const { id, stage, kind, channelId, agedDays } = alert;
  const { title, line } = textsOf(alert, pack, t);
  return {
    id,
    stage,
    kind,
    channelId,
    verdict: toneOf(alert),
    word: wordOf(alert, t),
    title,
    line: joined(line, agedDays !== null && t('aged', agedDays)),
    todo: t(`alertTodo_${kind}`),
    place: placeOf(alert),
  };
}

/**
 * What a notification says of what is new: of a single alert its kind, of several how many, and of which stores;
 * nothing else of a shop leaves the browser's own windows.
 */
export function notificationText(
  alerts: readonly Alert[],
  nameOf: (channelId: string) => string,
  t: Translator,
): string {
  const [first, ...others] = alerts;
  const what =
    first && others.length === 0 ? t(`alertKind_${first.kind}`) : t('notificationMany', alerts.length);
  const stores = [...new Set(alerts.flatMap(({ channelId }) => channelId ?? []))].map(nameOf);
  return stores.length > 0 ? t('notificationOf', what, stores.join(t('comma'))) : what;
}
