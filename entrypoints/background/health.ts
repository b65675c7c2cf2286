import { browser } from 'wxt/browser';
import { lossOf, type NoticeView, noticeView, reportOf } from '../../utils/features/health.ts';
import type { HealthView, Payload } from '../../utils/messaging/protocol.ts';
import { lostFields, type PageHealth } from '../../utils/site/health.ts';
import { Healths } from '../../utils/storage/healths.ts';
import { openRecords } from '../../utils/storage/open.ts';
import { currentTranslator } from '../../utils/storage/settings.ts';
import { lookSoon } from './alerts.ts';
import { currentPack } from './current-pack.ts';

const healths = async (): Promise<Healths> => new Healths(await openRecords());

/** The browser's name and version, and no more of what its user agent says. */
const browserName = (): string =>
  /(?:Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'unknown';

const report = (health: PageHealth, pack: string, language: string): string =>
  reportOf(health, {
    extension: browser.runtime.getManifest().version,
    pack,
    browser: browserName(),
    language,
  });

/** Keeps what was found on a page. @returns its notice, where something was lost and that was not dismissed */
export async function noteHealth(health: Payload<'page.health'>): Promise<NoticeView | null> {
  const [{ version, siteMap }, t, kept] = await Promise.all([currentPack(), currentTranslator(), healths()]);
  const { dismissed, isOther } = await kept.keep(health, new Date().toISOString(), version);
  if (isOther) lookSoon();
  if (dismissed === lossOf(health, version)) return null;
  return noticeView(health, report(health, version, t.language), siteMap, t);
}

/** Quiets a notice until the rules or the loss change. */
export async function dismissNotice(health: Payload<'health.dismiss'>): Promise<null> {
  const { version } = await currentPack();
  await (await healths()).dismiss(health.page, lossOf(health, version));
  lookSoon();
  return null;
}

/** What was last found on each kind of page, those with losses first, then the newest. */
export async function listHealths(): Promise<HealthView[]> {
  const { language } = await currentTranslator();
  const kept = await (await healths()).all();
  return kept
    .map(({ at, packVersion, dismissed: _quiet, ...health }) => ({
      page: health.page,
      at,
      packVersion,
      lost: lostFields(health.findings),
      report: report(health, packVersion, language),
    }))
    .toSorted((a, b) => Number(b.lost.length > 0) - Number(a.lost.length > 0) || b.at.localeCompare(a.at));
}
