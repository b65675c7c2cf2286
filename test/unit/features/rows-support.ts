import { featureOf } from '../../../utils/features/index.ts';
import type { ChipId } from '../../../utils/features/judgement.ts';
import { cardView } from '../../../utils/features/present.ts';
import { stripsFor } from '../../../utils/features/strips.ts';
import { subjectOf } from '../../../utils/features/subject.ts';
import { type Language, translator } from '../../../utils/i18n/translate.ts';
import type { PageKind } from '../../../utils/site/pages.ts';
import { pack } from './support.ts';

type Values = Record<string, string | undefined>;

/** A row of a page's list, as its reader hands it over at noon in Beijing. */
export const NOON = '2026-11-20T04:00:00.000Z';

export const rowOf = (values: Values, seenAt = NOON) => ({
  key: '8168901688100074',
  values: Object.fromEntries(
    Object.entries(values).filter((value): value is [string, string] => value[1] !== undefined),
  ),
  seenAt,
});

const subjectAt = (page: PageKind, values: Values, readAt: string, seenAt?: string) =>
  subjectOf(pack, undefined, rowOf(values, seenAt ?? readAt), readAt, undefined, page);

export const judgedRow = (page: PageKind, chip: ChipId, values: Values, readAt = NOON, seenAt?: string) =>
  featureOf(page, chip).judge(subjectAt(page, values, readAt, seenAt));

export const cardOfRow = (page: PageKind, chip: ChipId, values: Values, language: Language = 'en') => {
  const subject = subjectAt(page, values, NOON);
  return cardView(chip, featureOf(page, chip).judge(subject), subject, '', translator(language));
};

/** What the one chip of a row shows, and until when; `undefined` where the row has no strip. */
export const chipOfRow = (
  page: PageKind,
  values: Values,
  readAt = NOON,
  seenAt?: string,
  language: Language = 'en',
) => {
  const rows = [rowOf(values, seenAt ?? readAt)];
  const { chips, rows: places, until } = stripsFor(pack, undefined, page, rows, readAt, translator(language));
  const [place] = places[0] ?? [];
  const shown = place === undefined ? undefined : chips[place];
  return shown && { ...shown, until };
};
