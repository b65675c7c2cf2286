import type { ChecklistView, ItemView, PartView } from '../../utils/features/checklist/view.ts';
import type { ReasonView } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { pathName } from './Checklist.tsx';
import { Deadlines } from './Deadlines.tsx';
import { itemAnchor, Progress } from './Progress.tsx';
import { Timeline } from './Timeline.tsx';

interface SheetProps {
  t: Translator;
  /** The store by name and number. */
  store: string;
  view: ChecklistView;
  day: string;
  onPrint(): void;
}

const BOXES: Partial<Record<ItemView['state'], string>> = {
  done: '☑',
  not_applicable: '—',
  per_product: '—',
};

/** One sentence can prove several rules. */
const Quotes = ({ reasons }: { reasons: readonly ReasonView[] }) => {
  const quotes = new Map(
    reasons.flatMap(({ evidence }) => evidence.map((each) => [`${each.origin} ${each.quote}`, each])),
  );
  return (
    <>
      {[...quotes].map(([key, { quote, lang, origin }]) => (
        <p class="quote" key={key}>
          <q lang={lang}>{quote}</q> {origin}
        </p>
      ))}
    </>
  );
};

const Row = ({ t, item }: { t: Translator; item: ItemView }) => (
  <li class="row" data-state={item.state}>
    <span class="box" aria-hidden="true">
      {BOXES[item.state] ?? '☐'}
    </span>
    <div>
      <p>
        <b id={itemAnchor(item.id)}>{item.text}</b>{' '}
        <span class="state">
          {item.kind} · {item.stateWord}
        </span>
      </p>
      {[item.blockedBy, ...item.proof, ...item.notes].map((line) => line && <p key={line}>{line}</p>)}
      {item.places.map(({ text }) => (
        <p key={text}>{t('checklistWhere', text)}</p>
      ))}
      <Deadlines deadlines={item.deadlines} />
      {[...item.losses, ...item.advice].map(({ id, text }) => (
        <p key={id} class="loss">
          {text}
        </p>
      ))}
      {item.note && <p class="own-note">{t('checklistNoteShown', item.note)}</p>}
      <Quotes reasons={[item.source, ...item.deadlines.map(({ reason }) => reason), ...item.losses]} />
    </div>
  </li>
);

/** What has to be handed in, at a glance: the same documents stand in their places below. */
const Documents = ({ t, parts }: { t: Translator; parts: readonly PartView[] }) => {
  const documents = parts.flatMap(({ items }) => items).filter(({ isDocument }) => isDocument);
  if (documents.length === 0) return null;
  return (
    <section class="documents">
      <h2>{t('checklistDocuments')}</h2>
      <ul>
        {documents.map(({ id, text, state, stateWord }) => (
          <li key={id}>
            <span aria-hidden="true">{BOXES[state] ?? '☐'}</span> {text} ({stateWord})
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A whole checklist for paper: every item with its proof, its times, its sources and notes. */
export const Sheet = ({ t, store, view, day, onPrint }: SheetProps) => (
  <>
    <header>
      <h1>{t('checklistTitle')}</h1>
      <p>{t('checklistSheetLine', pathName(view.path, t), store, day)}</p>
      <button type="button" onClick={onPrint}>
        {t('checklistPrintNow')}
      </button>
    </header>
    <Progress t={t} progress={view.progress} />
    <Timeline t={t} timeline={view.timeline} />
    <Documents t={t} parts={view.parts} />
    {view.parts.map(({ id, title, items, cautions }) => (
      <section key={id}>
        <h2>{title}</h2>
        {cautions.map(({ id: rule, text }) => (
          <p key={rule} class="loss">
            {text}
          </p>
        ))}
        <ol>
          {items.map((item) => (
            <Row key={item.id} t={t} item={item} />
          ))}
        </ol>
      </section>
    ))}
  </>
);
