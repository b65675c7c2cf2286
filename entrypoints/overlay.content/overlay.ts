import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { CARD_TAG, Card } from '../../utils/dom/card.ts';
import { type Chip, listenToChips } from '../../utils/dom/chips.ts';
import { later } from '../../utils/dom/later.ts';
import type { Changes } from '../../utils/dom/observe.ts';
import { Restores } from '../../utils/dom/restores.ts';
import { STRIP_TAG } from '../../utils/dom/strip.ts';
import { Strips } from '../../utils/dom/strips.ts';
import { Wake } from '../../utils/dom/wake.ts';
import type { ChipId } from '../../utils/features/judgement.ts';
import type { CardView } from '../../utils/features/present.ts';
import type { SiteMap } from '../../utils/rules/site-map.ts';
import { AuditRows } from './audit.ts';
import { PageFacts, readPage } from './facts.ts';
import { GUARD_TAG, Guards } from './guards.ts';
import { HEALTH_TAG, Health } from './health.ts';
import { listenToJumps, SAID_TAG } from './jump.ts';
import { PageWatch } from './page.ts';
import { PANEL_TAG, Panel } from './panel.ts';
import { NOTICE_TAG } from './paused.ts';
import { pageRows, type ReadRow, type SeenRow } from './rows.ts';
import { followSiteMap } from './site-map.ts';
import { TEACH_TAG, Teach } from './teach.ts';
import { loadViews } from './views.ts';

const TAGS = [STRIP_TAG, CARD_TAG, GUARD_TAG, PANEL_TAG, NOTICE_TAG, HEALTH_TAG, TEACH_TAG, SAID_TAG];

/** What an older version of this script left behind when the extension was updated. */
export function removeLeftovers(): void {
  for (const leftover of document.querySelectorAll(TAGS.join())) leftover.remove();
}

/** All that stands in a page and reads it. Paused, it reads and says nothing, and nothing of it is in the page. */
export class Overlay {
  readonly #siteMap: SiteMap;
  readonly #watch: PageWatch;
  readonly #card: Card;
  // Nothing new may have been said, and yet it has been seen again just now.
  readonly #facts = new PageFacts(() => this.#guards.refresh());
  readonly #restores = new Restores(() => this.look());
  readonly #guards: Guards;
  readonly #panel = new Panel(loadViews, this.#restores);
  readonly #health: Health;
  readonly #teach: Teach;
  readonly #strips: Strips<SeenRow>;
  readonly #auditRows: AuditRows;
  #isPaused = false;

  constructor(siteMap: SiteMap, ctx: ContentScriptContext) {
    const isOver = (): boolean => ctx.isInvalid;
    this.#siteMap = siteMap;
    this.#watch = new PageWatch(siteMap);
    const wake = new Wake(
      () => this.#rejudge(),
      (callback, ms) =>
        later(() => {
          if (!isOver()) callback();
        }, ms),
    );
    const source = pageRows(siteMap, this.#watch, wake);
    const explain = ({ button, host }: Chip): Promise<CardView> => {
      const placed = isOver() ? undefined : this.#strips.placeOf(host);
      if (!placed) return Promise.reject(new Error('The row of this chip is no longer in the page'));
      return source.explain(button.dataset.mlChip as ChipId, placed.judged, placed.row);
    };
    this.#card = new Card(loadViews, explain, ctx.signal);
    listenToChips(this.#card, ctx.signal);
    this.#guards = new Guards(loadViews, this.#restores, isOver);
    this.#teach = new Teach(siteMap, loadViews);
    this.#health = new Health(siteMap, loadViews, this.#teach, () => isOver() || this.#isPaused);
    const afterBatch = (changes: Changes): void => this.#afterBatch(changes);
    const read = (row: Element): ReadRow | undefined => {
      const reading = source.read(row);
      this.#auditRows.note(row, reading);
      return reading;
    };
    this.#strips = new Strips({ ...source, read, afterBatch }, isOver);
    listenToJumps(this.#strips, ctx.signal);
    this.#auditRows = new AuditRows(siteMap, this.#watch, this.#strips, isOver);
    followSiteMap(siteMap, isOver, () => this.look());
    ctx.onInvalidated(() => this.pause());
  }

  #afterBatch(changes: Changes): void {
    this.#card.closeIfOrphaned();
    const { page } = this.#watch;
    const reading = readPage(page, this.#siteMap);
    this.#facts.update(page, reading);
    this.#guards.update(page);
    this.#panel.update(page, reading);
    this.#health.update(page, changes);
    this.#auditRows.update();
  }

  #rejudge(): void {
    if (this.#isPaused) return;
    this.#strips.rejudge();
    void this.#card.refresh();
  }

  /** Whether the page has a panel, which follows what is typed into a form. */
  get hasPanel(): boolean {
    return this.#watch.page.map?.panel !== undefined;
  }

  /** Looks at the page anew. */
  look(): void {
    this.#strips.look();
  }

  /** What verdicts rest on has changed. */
  refresh(): void {
    if (this.#isPaused) return;
    this.#rejudge();
    this.#guards.refresh();
    this.#panel.refresh();
    this.#health.refresh();
    this.#auditRows.refresh();
  }

  /** The page goes to another place. */
  leave(): void {
    this.#card.close();
    this.#strips.leave();
    this.#facts.leave();
    this.#guards.clear();
    this.#panel.clear();
    this.#health.clear();
    this.#teach.close();
  }

  /** Takes everything out of the page until it is resumed; what was typed stays. */
  pause(): void {
    this.#isPaused = true;
    this.#card.close();
    this.#strips.pause();
    this.#auditRows.pause();
    this.#guards.clear();
    this.#panel.withdraw();
    this.#health.clear();
    this.#teach.close();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#auditRows.resume();
    this.#strips.resume();
  }
}
