import type { ComponentChildren } from 'preact';
import type { FactView, SectionId, SectionView } from '../../utils/features/monitor/section.ts';
import { Lines } from '../Lines.tsx';
import { ReasonList } from '../Reasons.tsx';
import { VerdictWord } from '../Sign.tsx';
import { StoreField, type StoreFields } from '../StoreField.tsx';

/** A fact with its origin, or where it is found; its field is folded, and what is typed in it stays. */
const Fact = ({ fact, ...ofStore }: StoreFields & { fact: FactView }) => {
  const { t } = ofStore;
  const { path, name, value, origin } = fact;
  const word = t(value === null ? 'monitorType' : 'monitorTypeOther');
  return (
    <div class="fact" data-fact={path}>
      <p>
        {name} <b data-verdict={value === null ? 'unknown' : 'none'}>{value ?? t('notKnown')}</b>
        <small>{origin}</small>
      </p>
      <details>
        <summary aria-label={`${word}: ${name}`}>{word}</summary>
        <StoreField {...ofStore} path={path} />
      </details>
    </div>
  );
};

interface SectionProps extends StoreFields {
  id: SectionId;
  view: SectionView;
  children?: ComponentChildren;
}

/** The element of a part of the monitor. */
export const sectionId = (id: SectionId): string => `monitor-${id}`;

/** A part of the monitor: one line while it is folded, all of it with its sources when it is open. */
export const Section = ({ id, view, children, ...typing }: SectionProps) => {
  const { t } = typing;
  return (
    <details class="fold" id={sectionId(id)} data-section={id} data-ml-verdict={view.verdict}>
      <summary>
        <span class="name">{t(`monitor_${id}`)}</span>
        <VerdictWord verdict={view.verdict} word={view.verdictWord} />
        <span class="line">{view.line}</span>
      </summary>
      <section>
        <Lines lines={view.notes} name="hint" />
        {children}
        {view.facts.length > 0 && (
          <div class="known">
            {view.facts.map((fact) => (
              <Fact key={fact.path} fact={fact} {...typing} />
            ))}
          </div>
        )}
        {view.reasons.length > 0 && (
          <>
            <h3>{t('headingReasons')}</h3>
            <ReasonList reasons={view.reasons} source={t('guardSource')} />
          </>
        )}
      </section>
    </details>
  );
};
