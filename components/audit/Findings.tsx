import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { sightOf } from '../../utils/audit/coverage.ts';
import type { FindingCardView, FindingRow, FindingsAsked } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { FindingCard, type FindingCardProps } from './FindingCard.tsx';
import { FindingFilters, type FindingFiltersProps } from './FindingFilters.tsx';
import { type FindingLines, FindingList } from './FindingList.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { type Shortcut, shortcutOf } from './shortcuts.ts';
import { countText } from './texts.ts';

/** So many lines are gone over by a key for a page of them. */
const PAGE = 10;

/** What of an opened finding a person goes to. */
export type CardPart = 'card' | 'mute' | 'name' | 'note';

export interface FindingsProps
  extends Omit<FindingCardProps, 'card' | 'part' | 'onClose' | 'onPart'>,
    FindingFiltersProps {
  t: Translator;
  /** `undefined` while the first ones are being chosen. */
  lines: FindingLines | undefined;
  place: number;
  shownAt: number;
  /** The part of the finding's card that is open; `null`: none is. */
  part: CardPart | null;
  card: FindingCardView | undefined;
  /** What came of the last jump, in words. */
  said: string;
  onSee(from: number, to: number): void;
  onMove(place: number): void;
  onPart(place: number, part: CardPart | null): void;
}

const isFiltered = ({ filter }: FindingsAsked): boolean => Object.keys(filter).length > 0;

const Nothing = ({ t, view, asked, onAsk }: Pick<FindingsProps, 't' | 'view' | 'asked' | 'onAsk'>) => (
  <section class="empty">
    <h2>{t(isFiltered(asked) ? 'auditNoMatch' : 'auditNoFinding')}</h2>
    {isFiltered(asked) ? (
      <button type="button" onClick={() => onAsk({ ...asked, filter: {} })}>
        {t('auditFilterNone')}
      </button>
    ) : (
      <p>{t(sightOf(view.summary.coverage) === 'all' ? 'auditNoFindingWhole' : 'auditNoFindingYet')}</p>
    )}
  </section>
);

/** The findings of an audit: a list that is filtered, and one finding opened. */
export const Findings = (props: FindingsProps) => {
  const { t, view, asked, lines, place, part, card, said, onAsk, onMove, onPart, onJump, onDone } = props;
  const isHelpOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const focus = (selector: string): void => root.current?.querySelector<HTMLElement>(selector)?.focus();
  const close = (): void => {
    if (part === null) focus('[role="grid"]');
    else onPart(place, null);
  };
  const isListShown = lines !== undefined && part === null;
  // The list has the focus to begin with, and gets it back from a card that closes; else the keys would be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list comes, and not with each of its lines
  useLayoutEffect(() => {
    if (isListShown && document.activeElement === document.body) focus('[role="grid"]');
  }, [isListShown]);
  const withRow = (act: (row: FindingRow) => void) => (): void => {
    const row = lines?.at(place);
    if (row) act(row);
  };
  const acts: Record<Shortcut, () => void> = {
    down: () => onMove(place + 1),
    up: () => onMove(place - 1),
    first: () => onMove(0),
    last: () => onMove(Number.POSITIVE_INFINITY),
    pageDown: () => onMove(place + PAGE),
    pageUp: () => onMove(place - PAGE),
    open: () => onPart(place, 'card'),
    close,
    jump: withRow(onJump),
    mute: () => onPart(place, 'mute'),
    note: () => onPart(place, 'note'),
    done: withRow((row) => {
      if (props.isOwn) onDone(row, row.state !== 'done');
    }),
    search: () => focus('input[type="search"]'),
    help: () => {
      isHelpOpen.value = true;
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what has the focus in it are lists, fields and buttons
    <div
      class="findings"
      data-open={part !== null}
      ref={root}
      onKeyDown={(event) => {
        const shortcut = shortcutOf(event);
        if (!shortcut) return;
        event.preventDefault();
        acts[shortcut]();
      }}
    >
      <div class="listed">
        <FindingFilters {...props} onHelp={acts.help}>
          {lines && t('auditFound', countText(lines.count, t), countText(view.summary.findings, t))}
        </FindingFilters>
        {lines?.count === 0 && <Nothing t={t} view={view} asked={asked} onAsk={onAsk} />}
        {lines && lines.count > 0 && (
          <FindingList
            t={t}
            lines={lines}
            place={place}
            shownAt={props.shownAt}
            onSee={props.onSee}
            onOpen={(chosen) => onPart(chosen, 'card')}
            onJump={onJump}
          />
        )}
      </div>
      <p class="said" role="status" hidden={said === ''}>
        {said}
      </p>
      {part !== null && card && (
        <FindingCard
          {...props}
          card={card}
          part={part}
          onPart={(wanted) => onPart(place, wanted)}
          onClose={close}
        />
      )}
      {isHelpOpen.value && (
        <ShortcutHelp
          t={t}
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      )}
    </div>
  );
};
