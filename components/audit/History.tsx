import { useSignal } from '@preact/signals';
import type { AuditEntry, AuditView, ChangeRow, DifferenceView } from '../../utils/audit/desk.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { AskTwice } from '../backup/AskTwice.tsx';
import { SeverityMark } from './SeverityMark.tsx';
import { auditText, countText, placeText } from './texts.ts';

export type ChangeKind = ChangeRow['kind'];

/** The open audit beside an earlier one: the changes of a kind that were loaded, and how many there are. */
export interface Compared {
  view: DifferenceView;
  kind: ChangeKind | null;
  count: number;
  lines: readonly ChangeRow[];
}

interface HistoryProps {
  t: Translator;
  view: AuditView;
  /** The audit that is compared with; `null`: none. */
  before: string | null;
  /** `undefined` while it is being compared. */
  compared: Compared | undefined;
  onOpen(id: string): void;
  onDelete(id: string): void;
  onCompare(id: string): void;
  onKind(kind: ChangeKind | null): void;
  onMore(): void;
}

const KINDS: readonly ChangeKind[] = ['new', 'changed', 'gone', 'not-seen'];

const kindText = (kind: ChangeKind, t: Translator): string =>
  kind === 'not-seen' ? t('auditKind_notSeen') : t(`auditKind_${kind}`);

const Kinds = ({ t, compared, onKind }: Pick<HistoryProps, 't' | 'onKind'> & { compared: Compared }) => (
  <fieldset class="kinds">
    <legend class="sr-only">{t('auditKinds')}</legend>
    {KINDS.map((kind) => (
      <button
        key={kind}
        type="button"
        data-kind={kind}
        aria-pressed={compared.kind === kind}
        onClick={() => onKind(compared.kind === kind ? null : kind)}
      >
        <b>{countText(compared.view.counts[kind], t)}</b> <span>{kindText(kind, t)}</span>
      </button>
    ))}
  </fieldset>
);

const Change = ({ t, change }: { t: Translator; change: ChangeRow }) => (
  <li data-kind={change.kind}>
    <p class="marks">
      <span class="tag" data-kind={change.kind}>
        {kindText(change.kind, t)}
      </span>
      <SeverityMark severity={change.severity} text={change.severityText} />
    </p>
    <p class="says">{change.says}</p>
    <p class="product">
      <bdi>{change.title || t('auditTheStore')}</bdi>
      {change.productId && <small> {placeText(change, t)}</small>}
    </p>
    <ul class="why">
      {[...change.what, ...change.why].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </li>
);

const Changes = ({
  t,
  compared,
  onKind,
  onMore,
}: Pick<HistoryProps, 't' | 'onKind' | 'onMore'> & { compared: Compared }) => (
  <>
    <Kinds t={t} compared={compared} onKind={onKind} />
    {compared.count === 0 && <p class="hint">{t('auditNoChange')}</p>}
    <ul class="changes">
      {compared.lines.map((change) => (
        <Change key={`${change.kind} ${change.id}`} t={t} change={change} />
      ))}
    </ul>
    {compared.count > compared.lines.length && (
      <button type="button" onClick={onMore}>
        {t('auditMore', countText(compared.count - compared.lines.length, t))}
      </button>
    )}
  </>
);

interface EntryProps extends Pick<HistoryProps, 't' | 'onOpen' | 'onDelete'> {
  entry: AuditEntry;
  isOpen: boolean;
}

const Entry = ({ t, entry, isOpen, onOpen, onDelete }: EntryProps) => {
  const isAsking = useSignal(false);
  return (
    <li data-audit={entry.id} aria-current={isOpen}>
      <p>
        {auditText(entry, t)}
        {entry.isReceived && <span class="tag">{t('auditReceived')}</span>}
        {isOpen && <span class="tag">{t('auditOpen')}</span>}
      </p>
      {!isAsking.value && (
        <div class="buttons">
          {!isOpen && (
            <button type="button" data-do="open" onClick={() => onOpen(entry.id)}>
              {t('auditDoOpen')}
            </button>
          )}
          <button
            type="button"
            data-do="delete"
            onClick={() => {
              isAsking.value = true;
            }}
          >
            {t('auditDelete')}
          </button>
        </div>
      )}
      {isAsking.value && (
        <AskTwice
          t={t}
          title={t('auditDeleteTitle', auditText(entry, t))}
          verb={t('auditDelete')}
          onConfirm={() => onDelete(entry.id)}
          onCancel={() => {
            isAsking.value = false;
          }}
        >
          <p>{t('auditDeleteText')}</p>
        </AskTwice>
      )}
    </li>
  );
};

/** The audits of a store, and what is not as it was in an earlier one. */
export const History = (props: HistoryProps) => {
  const { t, view, before, compared, onCompare } = props;
  const { entry, others } = view;
  const earlier = others.filter(({ startedAt }) => startedAt <= entry.startedAt);
  const all = [entry, ...others].toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  return (
    <div class="audit-history">
      <section>
        <h2>{t('auditHistoryChanges')}</h2>
        {earlier.length === 0 ? (
          <p class="hint">{t('auditHistoryFirst')}</p>
        ) : (
          <label class="compare-with">
            <span>{t('auditCompareWith')}</span>
            <select value={before ?? ''} onChange={({ currentTarget }) => onCompare(currentTarget.value)}>
              {earlier.map((each) => (
                <option key={each.id} value={each.id}>
                  {auditText(each, t)}
                </option>
              ))}
            </select>
          </label>
        )}
        {compared && <Changes {...props} compared={compared} />}
        {earlier.length > 0 && !compared && <p class="hint loading">{t('viewLoading')}</p>}
      </section>
      <section>
        <h2>{t('auditHistoryAll')}</h2>
        <ul class="entries">
          {all.map((each) => (
            <Entry key={each.id} {...props} entry={each} isOpen={each.id === entry.id} />
          ))}
        </ul>
      </section>
    </div>
  );
};
