import type { FeeView, LineView, RateView } from '../../utils/features/monitor/fee.ts';
import type { MessageKey, Translator } from '../../utils/i18n/translate.ts';
import { Lines } from '../Lines.tsx';
import { ReasonList } from '../Reasons.tsx';

const ROWS: readonly [part: 'base' | 'dispatch' | 'forecast' | 'total', name: MessageKey][] = [
  ['base', 'monitorFeeBase'],
  ['dispatch', 'monitorFeeDispatch'],
  ['total', 'monitorFeeTotal'],
  ['forecast', 'monitorFeeForecast'],
];

const Rates = ({ t, rates }: { t: Translator; rates: readonly RateView[] }) => (
  <table class="rates">
    <thead>
      <tr>
        <td />
        {rates.map(({ rate, isCharged }) => (
          <th scope="col" key={rate} data-charged={isCharged}>
            {t('monitorAtRate', rate)} {isCharged && <em>{t('monitorCharged')}</em>}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {ROWS.map(([part, name]) => (
        <tr key={part} data-part={part}>
          <th scope="row">{t(name)}</th>
          {rates.map((rate) => (
            <td key={rate.rate}>{rate[part]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Readings = ({ t, lines }: { t: Translator; lines: readonly LineView[] }) => (
  <details class="doubt">
    <summary>{t('monitorFeeReadings')}</summary>
    <ul>
      {lines.map(({ text, reading, amount, isUsed }) => (
        <li key={`${text} ${reading}`}>
          {text} <b>{amount}</b> {isUsed && <em>{t('readingUsed')}</em>}
          {reading && <small>{reading}</small>}
        </li>
      ))}
    </ul>
  </details>
);

/** The month's fee at both rates, what it will come to, and what the lower rate takes. */
export const FeeTable = ({ t, view }: { t: Translator; view: FeeView }) => (
  <>
    <Rates t={t} rates={view.rates} />
    <Lines lines={view.forecast} name="hint" />
    <Readings t={t} lines={view.lines} />
    <h3>{t('monitorConditions', view.lowerRate)}</h3>
    <ReasonList reasons={view.conditions} source={t('guardSource')} />
  </>
);
