import type { GuardView } from '../utils/features/guards.ts';
import { ReasonList } from './Reasons.tsx';
import { Sign } from './Sign.tsx';

/** What can't be undone, said beside the step that does it, and what has to be settled before. */
export const Guard = ({ view }: { view: GuardView }) => (
  <section class="guard" aria-label={view.title} lang={view.tag} data-verdict="caution">
    <p class="guard-title">
      <Sign verdict="caution" />
      {view.title}
    </p>
    <ReasonList reasons={view.rules} />
    {view.settle.length > 0 && (
      <div class="settle">
        <p>{view.words.settle}</p>
        <ReasonList reasons={view.settle} source={view.words.source} />
      </div>
    )}
  </section>
);
