import type { Stage } from '../utils/facts/expiry.ts';
import type { Verdict } from '../utils/features/judgement.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { EndingView, Overview } from '../utils/messaging/protocol.ts';
import { Sign } from './Sign.tsx';
import { storeIn } from './StoreChoice.tsx';
import { StoreTitle } from './StoreTitle.tsx';

interface EndingsProps {
  t: Translator;
  overview: Overview;
  endings: readonly EndingView[];
  onSeen(ending: EndingView): void;
}

const TONES: Record<Stage, Verdict> = { 30: 'caution', 7: 'caution', 1: 'fail', ended: 'fail' };

/** The row goes with its button, and the focus would be lost with it. */
function focusNext(button: HTMLButtonElement): void {
  const buttons = [...(button.closest('.endings')?.querySelectorAll('button') ?? [])];
  const place = buttons.indexOf(button);
  (buttons[place + 1] ?? buttons[place - 1])?.focus();
}

const Row = ({ t, ending, onSeen }: Pick<EndingsProps, 't' | 'onSeen'> & { ending: EndingView }) => (
  <li data-stage={ending.stage}>
    <div>
      <span class="verdict" data-verdict={TONES[ending.stage]}>
        <Sign verdict={TONES[ending.stage]} />
        {ending.stage === 'ended' ? t('endingEnded') : t('endingDays', ending.daysLeft)}
      </span>{' '}
      <bdi>{ending.what}</bdi>
      <p class="hint">{t('endingLine', ending.productId, ending.on)}</p>
    </div>
    <button
      type="button"
      aria-label={t('endingSeenLabel', ending.what, ending.productId)}
      onClick={({ currentTarget }) => {
        focusNext(currentTarget);
        onSeen(ending);
      }}
    >
      {t('endingSeen')}
    </button>
  </li>
);

/** Certificates and registrations that end soon or have ended, store by store, the most urgent first. */
export const Endings = ({ t, overview, endings, onSeen }: EndingsProps) => (
  <section class="endings" aria-labelledby="endings-title">
    <h2 id="endings-title">
      {t('headingEndings')} <span class="count">{endings.length}</span>
    </h2>
    <div class="scroll">
      {[...Map.groupBy(endings, ({ channelId }) => channelId)].map(([channelId, own]) => (
        <div key={channelId}>
          <h3>
            <StoreTitle t={t} store={storeIn(overview.stores, channelId)} />
          </h3>
          <ul>
            {own.map((ending) => (
              <Row
                key={`${ending.productId} ${ending.on} ${ending.what}`}
                t={t}
                ending={ending}
                onSeen={onSeen}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  </section>
);
