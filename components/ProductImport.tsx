import type { Translator } from '../utils/i18n/translate.ts';
import type { Stage } from '../utils/import/stage.ts';
import type { TemplateFormat } from '../utils/import/template.ts';
import type { StoreSummary } from '../utils/messaging/protocol.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportStart } from './ImportStart.tsx';

export interface ImportProps {
  t: Translator;
  stores: readonly StoreSummary[];
  store: StoreSummary | undefined;
  stage: Stage;
  onStore(channelId: string): void;
  onTemplate(format: TemplateFormat): void;
  onFiles(files: readonly File[]): void;
  onCancel(): void;
  onKeep(): void;
  onDiscard(): void;
  onAgain(): void;
}

const ImportStage = ({ t, store, stage, onCancel, onKeep, onDiscard, onAgain, ...start }: ImportProps) => {
  if (!store) return <p class="notice">{t('importNoStore')}</p>;
  switch (stage.kind) {
    case 'start':
      return <ImportStart t={t} store={store} stage={stage} {...start} />;
    case 'reading':
    case 'keeping':
      return <ImportProgress key={stage.kind} t={t} stage={stage} onCancel={onCancel} />;
    case 'preview':
      return <ImportPreview t={t} store={store} stage={stage} onKeep={onKeep} onDiscard={onDiscard} />;
    case 'kept':
      return <ImportDone t={t} stage={stage} onAgain={onAgain} />;
  }
};

/** The import of product facts from a file: choose, look at what it says, keep or discard. */
export const ProductImport = (props: ImportProps) => (
  <section class="import" aria-labelledby="import-title" data-stage={props.stage.kind}>
    <h2 id="import-title">{props.t('importTitle')}</h2>
    <p class="hint">{props.t('importHint')}</p>
    <ImportStage {...props} />
  </section>
);
