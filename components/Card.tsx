import type { CardView } from '../utils/features/present.ts';
import { Lines } from './Lines.tsx';
import { Reasons } from './Reasons.tsx';
import { VerdictWord } from './Sign.tsx';

/** An opened chip. */
export const Card = ({ view, onClose }: { view: CardView; onClose: () => void }) => (
  <div class="card" role="dialog" aria-labelledby="title" lang={view.tag} tabIndex={-1}>
    <div class="head">
      <h2 id="title">{view.title}</h2>
      <VerdictWord verdict={view.verdict} word={view.verdictWord} />
      <button type="button" class="close" aria-label={view.words.close} onClick={onClose}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />
        </svg>
      </button>
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1) */}
    <section class="body" tabIndex={0} aria-labelledby="title">
      {view.subject && (
        <p class="subject">
          <bdi>{view.subject.title}</bdi>
          <small>
            {view.subject.name}: {view.subject.id}
          </small>
        </p>
      )}
      <p class="summary">{view.summary}</p>
      <Lines lines={view.warnings} name="warning" />
      <Reasons view={view} />
    </section>
    <p class="foot">{view.footer}</p>
  </div>
);
