import type { Span } from '../../utils/features/checklist/dues.ts';
import type { ChecklistView } from '../../utils/features/checklist/view.ts';
import type { Translator } from '../../utils/i18n/translate.ts';

const ROW = 34;
const HEAD = 18;

/** Where a day lies between the first and the last, in per cent. */
function scaleOf(days: readonly string[]): (day: string) => number {
  const times = days.map((day) => Date.parse(day));
  const first = Math.min(...times);
  const length = Math.max(...times) - first || 1;
  // Room at both ends for the marks.
  return (day) => 2 + ((Date.parse(day) - first) / length) * 96;
}

const percent = (part: number): string => `${part.toFixed(2)}%`;

/** From its beginning a thin line, and a thick one from the earliest day to the latest. */
const Row = ({ span, y, at }: { span: Span; y: number; at(day: string): number }) => {
  const [from, earliest, latest] = [at(span.from), at(span.earliest), at(span.latest)];
  return (
    <>
      <text x="0" y={y + 11}>
        {span.label}
      </text>
      <line class="wait" x1={percent(from)} x2={percent(latest)} y1={y + 22} y2={y + 22} />
      <circle class="from" cx={percent(from)} cy={y + 22} r="3" />
      <rect
        class="range"
        x={percent(earliest - 0.8)}
        width={percent(latest - earliest + 1.6)}
        y={y + 18}
        height="8"
        rx="4"
      />
    </>
  );
};

/** What is running, from its beginning to when it is due, and today; the same as a list of days. */
export const Timeline = ({
  t,
  timeline: { today, spans },
}: { t: Translator } & Pick<ChecklistView, 'timeline'>) => {
  if (spans.length === 0) return null;
  const at = scaleOf([today, ...spans.flatMap(({ from, latest }) => [from, latest])]);
  const height = HEAD + spans.length * ROW;
  const now = at(today);
  return (
    <section class="timeline">
      <h2>{t('checklistTimeline')}</h2>
      <svg
        role="img"
        aria-label={t('checklistTimelineLabel', spans.length)}
        style={{ height: `${height}px` }}
      >
        <line class="today" x1={percent(now)} x2={percent(now)} y1={HEAD - 4} y2={height} />
        {spans.map((span, row) => (
          <Row key={span.text} span={span} y={HEAD + row * ROW} at={at} />
        ))}
        <text
          class="today-word"
          x={percent(now)}
          y="11"
          text-anchor={now > 80 ? 'end' : now < 10 ? 'start' : 'middle'}
        >
          {t('checklistToday')}
        </text>
      </svg>
      <ul>
        {spans.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
};
