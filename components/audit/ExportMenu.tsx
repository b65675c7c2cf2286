import { useRef } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat, LARGEST_SENT, MEGABYTE } from '../../utils/audit/export/files.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { ProgressLine } from './ProgressLine.tsx';

/** A report that is being made, or what came of the last one. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'making'; format: ExportFormat; done: number; total: number }
  /** `isTooLarge`: for another ManagedLens to open it. */
  | { kind: 'saved'; name: string; isTooLarge: boolean }
  | { kind: 'cancelled' }
  | { kind: 'failed'; fault: string };

export interface ExportProps {
  t: Translator;
  exporting: ExportState;
  onExport(format: ExportFormat): void;
  onCancelExport(): void;
}

/** The report in each of its formats, and what each is for. */
export const ExportMenu = ({ t, exporting, onExport }: Omit<ExportProps, 'onCancelExport'>) => {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      class="export"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && menu.current?.open) close();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) {
          if (menu.current) menu.current.open = false;
        }
      }}
    >
      <summary class="button">{t('auditExport')}</summary>
      <ul>
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              data-format={format}
              aria-disabled={exporting.kind === 'making'}
              onClick={() => {
                close();
                if (exporting.kind !== 'making') onExport(format);
              }}
            >
              <b>{t(`auditFormat_${format}`)}</b>
              <small>{t(`auditFormatFor_${format}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};

function resultText(exporting: ExportState, t: Translator): string {
  switch (exporting.kind) {
    case 'saved':
      return exporting.isTooLarge
        ? t('auditExportedTooLarge', exporting.name, LARGEST_SENT / MEGABYTE)
        : t('auditExported', exporting.name);
    case 'cancelled':
      return t('auditExportCancelled');
    case 'failed':
      return t('auditExportFailed', exporting.fault);
    default:
      return '';
  }
}

/** How far the report is, and the way out of it; then where it is. */
export const ExportLine = ({ t, exporting, onCancelExport }: Omit<ExportProps, 'onExport'>) => (
  <div class="export-line" data-export={exporting.kind} hidden={exporting.kind === 'idle'}>
    {exporting.kind === 'making' && (
      <ProgressLine
        t={t}
        label={t('auditExporting', t(`auditFormat_${exporting.format}`))}
        done={exporting.done}
        total={exporting.total}
        act="cancel-export"
        onCancel={onCancelExport}
      />
    )}
    <span role="status">{resultText(exporting, t)}</span>
  </div>
);
