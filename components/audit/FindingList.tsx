import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { FindingRow } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { placeText } from './texts.ts';
import { useVirtual } from './virtual.ts';

/** In pixels, as in the style sheet. */
const ROW_HEIGHT = 76;

/** The chosen findings, of which only those that were looked at are known. */
export interface FindingLines {
  count: number;
  at(place: number): FindingRow | undefined;
}

export interface FindingListProps {
  t: Translator;
  lines: FindingLines;
  /** Where the person is in the list. */
  place: number;
  /** Changes whenever that place is to be scrolled to. */
  shownAt: number;
  /** Lines from one place up to and without another can be seen. */
  onSee(from: number, to: number): void;
  onOpen(place: number): void;
  onJump(row: FindingRow): void;
}

const idOf = (place: number): string => `finding-${place}`;

const Line = ({ t, row, onJump }: { t: Translator; row: FindingRow } & Pick<FindingListProps, 'onJump'>) => (
  <>
    {/* biome-ignore lint/a11y/useSemanticElements: of a table only some rows could not be there */}
    {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row */}
    <div role="gridcell" class="finding-text">
      <p class="marks">
        <SeverityMark severity={row.severity} text={row.severityText} />
        {row.state !== 'open' && <span class="tag">{t(`auditState_${row.state}`)}</span>}
        {row.hasNote && <span class="tag">{t('auditHasNote')}</span>}
        <span class="where">{[row.programme, row.countries.join(' ')].filter(Boolean).join(' · ')}</span>
      </p>
      <p class="says">{row.says}</p>
      <p class="product">
        <bdi>{row.title || t('auditTheStore')}</bdi>
      </p>
    </div>
    {/* biome-ignore lint/a11y/useSemanticElements: as above */}
    {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
    <div role="gridcell" class="finding-jump">
      {row.productId && (
        <button
          type="button"
          tabIndex={-1}
          title={t('auditJump')}
          onClick={(event) => {
            event.stopPropagation();
            onJump(row);
          }}
        >
          {placeText(row, t)}
        </button>
      )}
    </div>
  </>
);

/** A line that is still on its way. */
const Coming = ({ t }: { t: Translator }) => (
  // biome-ignore lint/a11y/useSemanticElements: as above
  // biome-ignore lint/a11y/useFocusableInteractive: as above
  <div role="gridcell" class="coming">
    <span class="sr-only">{t('viewLoading')}</span>
  </div>
);

/** Findings by the thousand: only those that can be seen are in the page. The focus is the list's own, not a line's. */
export function FindingList({ t, lines, place, shownAt, onSee, onOpen, onJump }: FindingListProps) {
  const { rows, scroller } = useVirtual(lines.count, ROW_HEIGHT);
  const items = rows.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  useEffect(() => {
    if (to > from) onSee(from, to);
  }, [onSee, from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to scroll is asked for, not a matter of where one is
  useLayoutEffect(() => rows.scrollToIndex(place, { align: 'auto' }), [rows, shownAt]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a table only some rows could not be there
    <div
      class="finding-list"
      role="grid"
      aria-label={t('auditSheet_findings')}
      aria-rowcount={lines.count}
      aria-activedescendant={place >= from && place < to ? idOf(place) : undefined}
      tabIndex={0}
      ref={scroller}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
        {items.map(({ index, start }) => {
          const row = lines.at(index);
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by all of the findings' view
            <div
              key={index}
              id={idOf(index)}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === place}
              aria-busy={!row}
              class="finding"
              data-finding={row?.id}
              data-state={row?.state}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onOpen(index)}
            >
              {row ? <Line t={t} row={row} onJump={onJump} /> : <Coming t={t} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
