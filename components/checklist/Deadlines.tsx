import type { DeadlineView } from '../../utils/features/checklist/dues.ts';

/** How long something takes, and when it is due by each reading where that is running. */
export const Deadlines = ({ deadlines }: { deadlines: readonly DeadlineView[] }) => (
  <ul class="deadlines">
    {deadlines.map(({ title, dues }) => (
      <li key={title}>
        {title}
        {dues.map(({ reading, days, left, isPast, calendar }) => (
          <p class="due" key={`${days} ${reading}`} data-verdict={isPast ? 'fail' : 'none'}>
            <b>{days}</b>
            {left && <span class="left">{left}</span>}
            {reading && <small>{reading}</small>}
            {calendar && <small>{calendar}</small>}
          </p>
        ))}
      </li>
    ))}
  </ul>
);
