import type { Translator } from '../utils/i18n/translate.ts';
import type { StoreView } from '../utils/messaging/protocol.ts';
import { Reasons } from './Reasons.tsx';
import { VerdictWord } from './Sign.tsx';

/** The verdict for each programme, each opening to its reasons. */
export const Programmes = ({ t, store }: { t: Translator; store: StoreView }) => (
  <section class="programmes">
    <h2>{t('headingProgrammes')}</h2>
    {store.programmes.map((view) => (
      <details class="fold" key={view.chip} data-ml-chip={view.chip} data-ml-verdict={view.verdict}>
        <summary>
          <span class="name">{view.title}</span>
          <VerdictWord verdict={view.verdict} word={view.verdictWord} />
          <span class="line">{view.summary}</span>
        </summary>
        <Reasons view={view} />
      </details>
    ))}
  </section>
);
