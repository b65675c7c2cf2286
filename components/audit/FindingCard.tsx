import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FindingCardView, FindingRow } from '../../utils/audit/desk.ts';
import { shownTime } from '../../utils/features/present.ts';
import type { Translator } from '../../utils/i18n/translate.ts';
import { Evidence } from '../Reasons.tsx';
import type { CardPart } from './Findings.tsx';
import { FindingWork, type FindingWorkProps, SaidBefore } from './FindingWork.tsx';
import { SeverityMark } from './SeverityMark.tsx';
import { placeText } from './texts.ts';

export interface FindingCardProps extends FindingWorkProps {
  t: Translator;
  card: FindingCardView;
  part: CardPart;
  /** `false`: it was sent by a colleague, and is read only. */
  isOwn: boolean;
  onJump(row: FindingRow): void;
  onClose(): void;
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

interface Said {
  name: string;
  value?: string;
  text: string;
}

const Facts = ({ facts }: { facts: readonly Said[] }) => (
  <dl class="facts">
    {facts.map(({ name, value, text }) => (
      <div key={name}>
        <dt>
          {name} {value !== undefined && <b>{value}</b>}
        </dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);

const Why = ({ t, card }: { t: Translator; card: FindingCardView }) => (
  <Part title={t('auditCardWhy')}>
    <div class="grounds">
      {card.evidence.map((evidence) => (
        <Evidence key={`${evidence.origin} ${evidence.quote}`} {...evidence} />
      ))}
      <p class="confidence">{card.confidence}</p>
    </div>
  </Part>
);

const Product = ({ t, card, onJump }: Pick<FindingCardProps, 't' | 'card' | 'onJump'>) => (
  <div class="product-line">
    <p>
      <bdi>{card.title || t('auditTheStore')}</bdi>
      {card.productId && <small>{t('auditProductId', card.productId)}</small>}
    </p>
    {card.productId && (
      <button type="button" data-do="jump" onClick={() => onJump(card)}>
        {t('auditJump')} <small>{placeText(card, t)}</small>
      </button>
    )}
  </div>
);

/** A finding with all that proves it, and what was said of it. */
export const FindingCard = (props: FindingCardProps) => {
  const { t, card, part, isOwn, onJump, onClose } = props;
  const article = useRef<HTMLElement>(null);
  const isNew = useRef(true);
  const focus = (): void => article.current?.querySelector('h2')?.focus();
  // The focus comes with the card, and goes on to the next one only from within it: not away from the list beside it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each card, not with each part of one
  useLayoutEffect(() => {
    const isWithin = article.current?.contains(document.activeElement);
    if (part === 'card' && (isNew.current || isWithin)) focus();
    isNew.current = false;
  }, [card.id]);
  // With a form that closes its focus would be lost, and the keys with it.
  useLayoutEffect(() => {
    if (part === 'card' && document.activeElement === document.body) focus();
  });
  return (
    <article class="finding-card" aria-label={card.says} data-finding={card.id} ref={article}>
      <header>
        <button type="button" class="back" onClick={onClose}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M7.5 2 3.5 6l4 4" />
          </svg>
          {t('auditBack')}
        </button>
        <span class="marks">
          {card.state !== 'open' && <span class="tag">{t(`auditState_${card.state}`)}</span>}
          <SeverityMark severity={card.severity} text={card.severityText} />
        </span>
      </header>
      <h2 tabIndex={-1}>{card.says}</h2>
      <Product t={t} card={card} onJump={onJump} />
      {isOwn ? <FindingWork key={card.id} {...props} /> : <SaidBefore t={t} card={card} />}
      {card.missing.length > 0 && (
        <Part title={t('auditColumn_missing')}>
          <Facts facts={card.missing.map(({ name, where }) => ({ name, text: where }))} />
        </Part>
      )}
      {card.values.length > 0 && (
        <Part title={t('auditColumn_used')}>
          <Facts facts={card.values.map(({ name, value, origin }) => ({ name, value, text: origin }))} />
        </Part>
      )}
      {card.countryNames.length > 0 && (
        <Part title={t('auditColumn_countries')}>
          <p>{card.countryNames.join(t('comma'))}</p>
          {card.groups.length > 0 && <p class="hint">{card.groups.join(t('comma'))}</p>}
        </Part>
      )}
      <Why t={t} card={card} />
      <p class="hint">
        {[card.programme, t('auditSeenAt', shownTime(card.seenAt, t)), t('auditPack', card.packVersion)]
          .filter(Boolean)
          .join(' · ')}
        {card.rule && <code>{card.rule}</code>}
      </p>
    </article>
  );
};
