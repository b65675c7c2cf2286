import type { ComponentChildren } from 'preact';
import type { CardView, DoubtView, EvidenceView, ReasonView } from '../utils/features/present.ts';
import { Lines } from './Lines.tsx';
import { Sign } from './Sign.tsx';

/** A source's own words stand as they are, and a screen reader reads them in their language. */
export const Evidence = ({ quote, lang, origin }: EvidenceView) => (
  <figure>
    <blockquote lang={lang}>{quote}</blockquote>
    <figcaption>{origin}</figcaption>
  </figure>
);

/** A disagreement or ambiguity with its readings; folded, because most readers need only know that there is one. */
export const Doubt = ({ doubt }: { doubt: DoubtView }) => (
  <details class="doubt" data-doubt={doubt.id}>
    <summary>{doubt.title}</summary>
    <ul>
      {doubt.readings.map(({ id, text, used, amount, origin }) => (
        <li key={id}>
          {text} {amount && <b>{amount}</b>} {used && <em>{used}</em>}
          <small>{origin}</small>
        </li>
      ))}
    </ul>
    <p>{doubt.why}</p>
    {doubt.publisher && <p class="publisher">{doubt.publisher}</p>}
  </details>
);

/** The sentences that a rule rests on, how far they can be trusted, which added pack brought it, and where others disagree. */
export const Source = ({ reason }: { reason: ReasonView }) => (
  <>
    {reason.evidence.map((evidence) => (
      <Evidence key={evidence.quote} {...evidence} />
    ))}
    <p class="confidence">{reason.confidence}</p>
    {reason.publisher && <p class="publisher">{reason.publisher}</p>}
    {reason.doubts.map((doubt) => (
      <Doubt key={doubt.id} doubt={doubt} />
    ))}
  </>
);

/** The values that a rule used, and what is to be known of them. */
export const Used = ({ reason: { value, notes } }: { reason: ReasonView }) => (
  <>
    {value && <p class="value">{value}</p>}
    <Lines lines={notes} name="note" />
  </>
);

/** What a rule rests on: the values it used, and behind a word where there is one, the sentences of its sources. */
export const Grounds = ({ reason, source }: { reason: ReasonView; source?: string | undefined }) => (
  <>
    <Used reason={reason} />
    {source ? (
      <details class="source">
        <summary>{source}</summary>
        <Source reason={reason} />
      </details>
    ) : (
      <Source reason={reason} />
    )}
  </>
);

/** A rule with its sign, and what is said of it below. */
export const Reason = ({ reason, children }: { reason: ReasonView; children: ComponentChildren }) => (
  <li class="reason" data-verdict={reason.verdict} data-rule={reason.id}>
    <Sign verdict={reason.verdict} />
    <div>
      <p class="sentence">
        <span class="sr-only">{reason.verdictWord}: </span>
        {reason.text}
      </p>
      {children}
    </div>
  </li>
);

/** Rules with their signs, values, sentences and sources; where `source` names them, the sources are folded under it. */
export const ReasonList = ({ reasons, source }: { reasons: ReasonView[]; source?: string }) => (
  <ul class="reasons">
    {reasons.map((reason) => (
      <Reason key={reason.id} reason={reason}>
        <Grounds reason={reason} source={source} />
      </Reason>
    ))}
  </ul>
);

const Missing = ({ missing }: Pick<CardView, 'missing'>) => (
  <dl class="facts">
    {missing.map(({ name, where }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{where}</dd>
      </div>
    ))}
  </dl>
);

const Values = ({ values }: Pick<CardView, 'values'>) => (
  <dl class="facts">
    {values.map(({ name, value, origin }) => (
      <div key={name}>
        <dt>
          {name} <b>{value}</b>
        </dt>
        <dd>{origin}</dd>
      </div>
    ))}
  </dl>
);

/** Why a verdict is what it is: what is missing, the rules with their sources, the values used, and what else is known. */
export const Reasons = ({ view: { missing, hint, reasons, basis, values, words } }: { view: CardView }) => (
  <>
    {missing.length > 0 && (
      <section>
        <h3>{words.missing}</h3>
        <Missing missing={missing} />
        {hint && <p class="hint">{hint}</p>}
      </section>
    )}
    {reasons.length > 0 && (
      <section>
        <h3>{words.reasons}</h3>
        <ReasonList reasons={reasons} />
      </section>
    )}
    {values.length > 0 && (
      <section>
        <h3>{words.values}</h3>
        <Values values={values} />
      </section>
    )}
    {basis.length > 0 && (
      <details class="basis">
        <summary>
          {words.basis} ({basis.length})
        </summary>
        <ReasonList reasons={basis} />
      </details>
    )}
  </>
);
