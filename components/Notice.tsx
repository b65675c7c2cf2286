import type { NoticeHandlers } from '../utils/dom/views.ts';
import type { NoticeView } from '../utils/features/health.ts';
import { CopyReport } from './CopyReport.tsx';
import { Sign } from './Sign.tsx';

/** What was not found on a page: one line until it is opened. */
export const Notice = ({ view, handlers }: { view: NoticeView; handlers: NoticeHandlers }) => (
  <details class="notice" lang={view.tag} data-verdict="caution">
    <summary class="line">
      <Sign verdict="caution" />
      <b>{view.brand}</b>
      <span class="text">{view.line}</span>
    </summary>
    <div class="body">
      {view.means.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{view.why}</p>
      <div class="actions">
        {view.teach.map(({ field, words }) => (
          <button key={field} type="button" data-field={field} onClick={() => handlers.teach(field)}>
            {words}
          </button>
        ))}
        <CopyReport report={view.report} words={view.words} copy={handlers.copy} />
        <button type="button" onClick={handlers.dismiss}>
          {view.words.dismiss}
        </button>
      </div>
      <details class="report">
        <summary>{view.words.report}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1) */}
        <pre tabIndex={0} lang="en">
          {view.report}
        </pre>
      </details>
    </div>
  </details>
);
