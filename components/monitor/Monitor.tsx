import type { ComponentChildren } from 'preact';
import type { MonitorView } from '../../utils/features/monitor/index.ts';
import type { SectionId } from '../../utils/features/monitor/section.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { Sign } from '../Sign.tsx';
import type { StoreFields } from '../StoreField.tsx';
import { type FailureEvents, Failures } from './Failures.tsx';
import { FeeTable } from './FeeTable.tsx';
import { HistoryChart } from './HistoryChart.tsx';
import { Pools, type PoolsProps } from './Pools.tsx';
import { Section, sectionId } from './Section.tsx';

interface MonitorProps extends StoreFields, FailureEvents, Pick<PoolsProps, 'draftOfPool' | 'onPool'> {
  view: MonitorView;
  /** Calls per minute against their limit, counted from a log that a person drops. */
  callLog: ComponentChildren;
  changeLog: ComponentChildren;
}

/** Opens a part where it stands, and goes there. */
function goTo(id: SectionId): void {
  const section = document.getElementById(sectionId(id));
  if (section instanceof HTMLDetailsElement) section.open = true;
  section?.querySelector('summary')?.focus();
}

const Needs = ({ t, view: { needs, unknown } }: { t: Translator; view: MonitorView }) => (
  <section class="needs" aria-labelledby="needs-title">
    <h2 id="needs-title">{t('monitorNeeds')}</h2>
    {needs.length > 0 ? (
      <ul>
        {needs.map(({ section, verdict, text }) => (
          <li key={section} data-verdict={verdict}>
            <button type="button" onClick={() => goTo(section)}>
              <Sign verdict={verdict} />
              <span>
                <b>{t(`monitor_${section}`)}</b> {text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    ) : (
      <p>{t('monitorNeedsNothing')}</p>
    )}
    {unknown.length > 0 && (
      <p class="hint">{t('monitorUnknown', unknown.map((id) => t(`monitor_${id}`)).join(t('comma')))}</p>
    )}
  </section>
);

/** The monitor of a store's merge pool: what needs a person first, then each part with its facts and sources. */
export const Monitor = ({
  view,
  draftOfPool,
  onPool,
  callLog,
  changeLog,
  onAnswer,
  onCopy,
  onSave,
  ...typing
}: MonitorProps) => {
  const { t } = typing;
  const { application, figures, fee, bill, token, calls, failures, epr } = view.sections;
  return (
    <div class="monitor">
      <Needs t={t} view={view} />
      <section>
        <Section id="application" view={application} {...typing} />
        <Section id="figures" view={figures} {...typing}>
          <div class="histories">
            {figures.series.map((series) => (
              <HistoryChart key={series.path} t={t} series={series} />
            ))}
          </div>
        </Section>
        <Section id="fee" view={fee} {...typing}>
          <FeeTable t={t} view={fee} />
        </Section>
        <Section id="bill" view={bill} {...typing} />
        <Section id="token" view={token} {...typing} />
        <Section id="calls" view={calls} {...typing}>
          {callLog}
        </Section>
        <Section id="failures" view={failures} {...typing}>
          <Failures t={t} groups={failures.groups} onAnswer={onAnswer} onCopy={onCopy} onSave={onSave} />
        </Section>
        <Section id="epr" view={epr} {...typing}>
          <Pools t={t} pools={epr.pools} seen={epr.seen} draftOfPool={draftOfPool} onPool={onPool} />
        </Section>
        {changeLog}
      </section>
    </div>
  );
};
