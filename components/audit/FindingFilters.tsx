import type { ComponentChildren } from 'preact';
import type { AuditView, FindingsAsked, StoresView } from '../../utils/audit/desk.ts';
import type { SortKey } from '../../utils/audit/search.ts';
import { SEVERITIES } from '../../utils/audit/severity.ts';
import type { WorkState } from '../../utils/audit/work.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { StoreSummary } from '../../utils/messaging/protocol.ts';
import { Sign } from '../Sign.tsx';
import { CHOSEN, storeOptions } from './choices.ts';
import { SEVERITY_SIGN } from './severity.ts';
import { countText } from './texts.ts';

type Filter = FindingsAsked['filter'];

export interface FindingFiltersProps {
  t: Translator;
  view: AuditView;
  /** The stores that are kept, with their names. */
  known: readonly StoreSummary[];
  /** `undefined` until they are asked for. */
  stores: StoresView | undefined;
  asked: FindingsAsked;
  onAsk(asked: FindingsAsked): void;
  onStores(): void;
  /** Another audit is chosen: another store's latest. */
  onAudit(id: string): void;
}

const SORT_KEYS: readonly SortKey[] = ['worst', 'product', 'page', 'rule', 'seen'];
const STATES: readonly WorkState[] = ['open', 'muted', 'done', 'again'];

/** The filter with a part of it as it is chosen; `''` restricts nothing. */
export function withChoice<Name extends keyof Filter>(filter: Filter, name: Name, value: string): Filter {
  const { [name]: _before, ...others } = filter;
  return (value === '' ? others : { ...others, [name]: value }) as Filter;
}

const Severities = ({ t, view, asked, onAsk }: FindingFiltersProps) => (
  <fieldset class="severities">
    <legend class="sr-only">{t('auditColumn_severity')}</legend>
    {SEVERITIES.map((id) => {
      const isChosen = asked.filter.severity === id;
      return (
        <button
          key={id}
          type="button"
          data-severity={id}
          data-verdict={SEVERITY_SIGN[id]}
          aria-pressed={isChosen}
          onClick={() =>
            onAsk({ ...asked, filter: withChoice(asked.filter, 'severity', isChosen ? '' : id) })
          }
        >
          <Sign verdict={SEVERITY_SIGN[id]} />
          <b>{countText(view.summary.bySeverity[id], t)}</b> <span>{t(`severity_${id}`)}</span>
        </button>
      );
    })}
  </fieldset>
);

interface ChoiceProps {
  title: string;
  /** What choosing nothing is called; absent: something is always chosen. */
  any?: string;
  value: string | undefined;
  options: readonly { id: string; text: string }[];
  onChoose(id: string): void;
}

const Choice = ({ title, any, value = '', options, onChoose }: ChoiceProps) => (
  <label>
    <span>{title}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const More = (props: FindingFiltersProps) => {
  const { t, view, asked, onAsk, onStores, onAudit } = props;
  const { filter } = asked;
  const choose = (name: keyof Filter) => (id: string) =>
    onAsk({ ...asked, filter: withChoice(filter, name, id) });
  const count = [...CHOSEN, 'state' as const].filter((name) => filter[name] !== undefined).length;
  return (
    <details
      class="more-filters"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) onStores();
      }}
    >
      <summary>{count > 0 ? t('auditFiltersChosen', count) : t('auditFilters')}</summary>
      <div class="choices">
        <Choice title={t('store')} value={view.entry.id} options={storeOptions(props)} onChoose={onAudit} />
        {CHOSEN.map((name) => (
          <Choice
            key={name}
            title={t(`auditFilter_${name}`)}
            any={t('auditFilterAny')}
            value={filter[name]}
            options={view.choices[name].map(({ id, text, count: findings }) => ({
              id,
              text: t('auditChoice', text, countText(findings, t)),
            }))}
            onChoose={choose(name)}
          />
        ))}
        <Choice
          title={t('auditColumn_state')}
          any={t('auditFilterAny')}
          value={filter.state}
          options={STATES.map((id) => ({
            id,
            text: t('auditChoice', t(`auditState_${id}`), countText(view.summary.byState[id], t)),
          }))}
          onChoose={choose('state')}
        />
      </div>
    </details>
  );
};

const Order = ({ t, asked, onAsk, onHelp }: Pick<BarProps, 't' | 'asked' | 'onAsk' | 'onHelp'>) => (
  <div class="order">
    <select
      aria-label={t('auditSort')}
      value={asked.sort}
      onChange={({ currentTarget }) => onAsk({ ...asked, sort: currentTarget.value as SortKey })}
    >
      {SORT_KEYS.map((key) => (
        <option key={key} value={key}>
          {t(`auditSort_${key}`)}
        </option>
      ))}
    </select>
    <button
      type="button"
      aria-pressed={asked.descending}
      aria-label={t('auditSortReversed')}
      title={t('auditSortReversed')}
      onClick={() => onAsk({ ...asked, descending: !asked.descending })}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={asked.descending ? 'M6 10V2M3 5l3-3 3 3' : 'M6 2v8M3 7l3 3 3-3'} />
      </svg>
    </button>
    <button type="button" aria-label={t('auditShortcuts')} title={t('auditShortcuts')} onClick={onHelp}>
      ?
    </button>
  </div>
);

interface BarProps extends FindingFiltersProps {
  /** How many findings are left. */
  children: ComponentChildren;
  onHelp(): void;
}

/** Which of the findings are shown, and in which order. */
export const FindingFilters = ({ children, onHelp, ...props }: BarProps) => {
  const { t, asked, onAsk } = props;
  return (
    <div class="filters">
      <div class="search">
        <input
          type="search"
          aria-label={t('auditSearch')}
          placeholder={t('auditSearch')}
          value={asked.filter.text ?? ''}
          onInput={({ currentTarget }) =>
            onAsk({ ...asked, filter: withChoice(asked.filter, 'text', currentTarget.value) })
          }
        />
        <Order t={t} asked={asked} onAsk={onAsk} onHelp={onHelp} />
      </div>
      <Severities {...props} />
      <div class="more">
        <More {...props} />
        <p class="hint" role="status">
          {children}
        </p>
      </div>
    </div>
  );
};
