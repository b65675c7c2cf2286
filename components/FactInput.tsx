import type { Field, FieldPath } from '../utils/facts/fields.ts';
import { countryName } from '../utils/facts/show.ts';
import type { MessageKey, Translator } from '../utils/i18n/translate.ts';
import { isEnter, isLeft } from './focus.ts';

interface FactInputProps {
  t: Translator;
  id: string;
  field: Field;
  text: string;
  isRefused: boolean;
  /** `isUnfinished`: part of a date, which the control does not tell. */
  onInput(text: string, isUnfinished: boolean): void;
  /** The field was left, Enter pressed or a choice made: what it holds now. */
  onKeep(text: string, isUnfinished: boolean): void;
}

interface TypedEvent {
  currentTarget: Element & { value: string; validity: ValidityState };
}

const COUNTRIES = 'CN HK MO TW SG MY TH VN ID PH IN JP KR AU US CA MX BR GB DE FR ES IT NL PL TR RU UA'.split(
  ' ',
);
const CURRENCIES = ['USD', 'CNY'];

const COUNT_UNITS: Partial<Record<FieldPath, MessageKey>> = {
  'store.fullManagedStores': 'unitStores',
  'store.jitWarehouses': 'unitWarehouses',
  'store.largestCategorySkus': 'unitSkus',
  'store.openOrders': 'unitOrders',
  'store.ordersPerDay': 'unitOrdersPerDay',
  'pool.crossStoreOrders': 'unitOrders',
  'pool.skus': 'unitSkus',
  'pool.soldSkus': 'unitSkus',
  'pool.orders': 'unitOrders',
  'pool.returns': 'unitOrders',
  'failure.callsPerMinute': 'unitCallsPerMinute',
};

/** The unit that stands behind a field's number. */
export function unitText({ kind, currency, path }: Field, t: Translator): string {
  if (kind === 'percent') return '%';
  if (kind === 'money') return currency ?? t('unitPoolCurrency');
  const unit = COUNT_UNITS[path];
  return unit ? t(unit) : '';
}

function choices({ kind }: Field, t: Translator): [value: string, name: string][] {
  if (kind === 'country') return COUNTRIES.map((code) => [code, `${countryName(code, t)} (${code})`]);
  if (kind === 'currency') return CURRENCIES.map((code) => [code, code]);
  return [
    ['yes', t('yes')],
    ['no', t('no')],
  ];
}

const PLACEHOLDERS = { average: '62.5', count: '2', money: '50,000.00', month: '2026-10', percent: '96.50' };

/** The control for a fact's kind of value. */
export const FactInput = ({ t, id, field, text, isRefused, onInput, onKeep }: FactInputProps) => {
  const described = `${id}-hint${isRefused ? ` ${id}-problem` : ''}`;
  const common = {
    id,
    value: text,
    'aria-describedby': described,
    'aria-invalid': isRefused,
    onInput: ({ currentTarget: { value, validity } }: TypedEvent) => onInput(value, validity.badInput),
  };
  const keep = ({ currentTarget: { value, validity } }: TypedEvent): void => onKeep(value, validity.badInput);
  // A change would be told too where only the window was left.
  const onBlur = (event: TypedEvent): void => {
    if (isLeft(event.currentTarget)) keep(event);
  };
  const { kind } = field;
  if (kind === 'sku-counts') {
    return <textarea {...common} onBlur={onBlur} rows={3} placeholder={t('skuCountsHint')} />;
  }
  if (kind === 'country' || kind === 'currency' || kind === 'flag') {
    return (
      <select {...common} onChange={keep}>
        <option value="">{t('notKnown')}</option>
        {choices(field, t).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'day') {
    return <input {...common} type="date" min="2000-01-01" max="2099-12-31" onBlur={onBlur} />;
  }
  return (
    <input
      {...common}
      onBlur={onBlur}
      onKeyDown={(event) => isEnter(event) && keep(event)}
      autocomplete="off"
      inputMode={kind === 'month' ? 'text' : 'decimal'}
      placeholder={PLACEHOLDERS[kind]}
    />
  );
};
