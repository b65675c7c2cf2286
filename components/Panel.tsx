import { useSignal } from '@preact/signals';
import type { PanelHandlers } from '../utils/dom/views.ts';
import type { Cell, PanelField, PanelView, Section } from '../utils/features/panels/view.ts';
import { Lines } from './Lines.tsx';
import { Grounds, ReasonList } from './Reasons.tsx';
import { Sign } from './Sign.tsx';

/** A sign with its word for screen readers, and the text it stands before. */
const Signed = ({ cell: { text, verdict, verdictWord } }: { cell: Cell }) => (
  <span class="signed" data-verdict={verdict}>
    {verdict && <Sign verdict={verdict} />}
    {verdictWord && <span class="sr-only">{verdictWord}: </span>}
    <span>{text}</span>
  </span>
);

const Checks = ({ checks }: Extract<Section, { kind: 'checks' }>) => (
  <dl class="checks">
    {checks.map(({ name, cell, place }) => (
      <div key={name}>
        <dt>
          {name}
          {place && <small>{place}</small>}
        </dt>
        <dd>
          <Signed cell={cell} />
        </dd>
      </div>
    ))}
  </dl>
);

/** Each step in a line that unfolds to its source. */
const Steps = ({ steps }: Extract<Section, { kind: 'steps' }>) => (
  <ul class="steps">
    {steps.map(({ state, from, reason, advice }) => (
      <li key={reason.id} data-rule={reason.id}>
        <details>
          <summary>
            <Sign verdict={state.verdict} />
            <span class="sentence">{reason.text}</span>
            <span class="signed" data-verdict={state.verdict}>
              {state.text}
            </span>
          </summary>
          <div class="grounds">
            <Lines lines={from} name="from" />
            <Grounds reason={reason} />
            {advice.length > 0 && <ReasonList reasons={advice} />}
          </div>
        </details>
      </li>
    ))}
  </ul>
);

const Table = ({ title, head, rows, notes }: Extract<Section, { kind: 'table' }>) => (
  <>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1) */}
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first?.text}>
              <th scope="row">{first && <Signed cell={first} />}</th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]}>
                  <Signed cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {notes.map((note) => (
      <p key={note} class="note">
        {note}
      </p>
    ))}
  </>
);

interface TypedEvent {
  currentTarget: { value: string };
}

interface FieldProps {
  field: PanelField;
  handlers: PanelHandlers;
}

/** A text that is kept when its field is left, and refused with the reason beside it. */
const Field = ({ field: { path, name, text, hint, unit, choices }, handlers }: FieldProps) => {
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | null>(null);
  const id = path.replace('.', '-');
  const keep = async (typed: string): Promise<void> => {
    if (path === 'whatIf') {
      handlers.tryPrice(typed);
      return;
    }
    problem.value = await handlers.type(path, typed, unit.length === 3 ? unit : null);
    if (problem.value === null) draft.value = undefined;
  };
  const control = {
    id,
    value: draft.value ?? text,
    'aria-describedby': problem.value === null ? `${id}-hint` : `${id}-hint ${id}-problem`,
    'aria-invalid': problem.value !== null,
    onInput: ({ currentTarget }: TypedEvent) => {
      draft.value = currentTarget.value;
    },
    onChange: ({ currentTarget }: TypedEvent) => void keep(currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <span class="control">
        {choices ? (
          <select {...control}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        ) : (
          <input {...control} autocomplete="off" />
        )}
        {unit && <span class="unit">{unit}</span>}
      </span>
      <small id={`${id}-hint`}>{hint}</small>
      {problem.value !== null && (
        <small id={`${id}-problem`} class="problem" role="alert">
          {problem.value}
        </small>
      )}
    </div>
  );
};

const Fields = ({
  hint,
  fields,
  handlers,
}: Extract<Section, { kind: 'fields' }> & { handlers: PanelHandlers }) => (
  <>
    <p class="note">{hint}</p>
    <div class="fields">
      {fields.map((field) => (
        <Field key={field.path} field={field} handlers={handlers} />
      ))}
    </div>
  </>
);

const Part = ({ section, handlers }: { section: Section; handlers: PanelHandlers }) => {
  switch (section.kind) {
    case 'checks':
      return <Checks {...section} />;
    case 'steps':
      return <Steps {...section} />;
    case 'table':
      return <Table {...section} />;
    case 'fields':
      return <Fields {...section} handlers={handlers} />;
    case 'reasons':
      return <ReasonList reasons={section.reasons} />;
  }
};

/**
 * Titles are no headings: which levels the page's own have is not known. Sources are many and read seldom: they are
 * folded in the panel, as the panel is in the page.
 */
const Titled = ({ section, handlers }: { section: Section; handlers: PanelHandlers }) =>
  section.kind === 'reasons' ? (
    <details>
      <summary>
        {section.title} ({section.reasons.length})
      </summary>
      <Part section={section} handlers={handlers} />
    </details>
  ) : (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and most of these hold none
    <div role="group" aria-label={section.title}>
      <p class="title">{section.title}</p>
      <Part section={section} handlers={handlers} />
    </div>
  );

/** A page's own panel: one line until it is opened. */
export const Panel = ({ view, handlers }: { view: PanelView; handlers: PanelHandlers }) => (
  <details class="panel" lang={view.tag}>
    <summary class="line">
      <span class="name">{view.title}</span>
      {view.summary.map((cell) => (
        <Signed key={cell.text} cell={cell} />
      ))}
    </summary>
    <div class="body">
      {view.sections.map((section) => (
        <Titled key={section.title} section={section} handlers={handlers} />
      ))}
      <p class="foot">{view.footer}</p>
    </div>
  </details>
);
