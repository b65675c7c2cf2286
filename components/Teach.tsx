import { useSignal } from '@preact/signals';
import type { TeachHandlers } from '../utils/dom/views.ts';
import type { TeachView } from '../utils/features/teach.ts';
import { focusOnce } from './focus.ts';

interface TeachProps {
  view: TeachView;
  handlers: TeachHandlers;
}

/** For who does not point: the words themselves. */
const TypedWords = ({ view: { words, problem }, handlers }: TeachProps) => {
  const typed = useSignal('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handlers.type(typed.value);
      }}
    >
      <label>
        <span>{words.typed}</span>
        <input
          ref={focusOnce}
          type="text"
          autocomplete="off"
          aria-describedby="text"
          aria-invalid={problem !== ''}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit">{words.look}</button>
      <button type="button" onClick={handlers.close}>
        {words.cancel}
      </button>
    </form>
  );
};

const Choices = ({ view: { words }, handlers }: TeachProps) => (
  <div class="choices">
    <button
      type="button"
      class="primary"
      data-do="keep"
      aria-describedby="heading text"
      ref={focusOnce}
      onClick={handlers.keep}
    >
      {words.keep}
    </button>
    <button type="button" data-do="again" onClick={handlers.again}>
      {words.again}
    </button>
    <button type="button" data-do="cancel" onClick={handlers.close}>
      {words.cancel}
    </button>
  </div>
);

/** The bar with which a field is taught: point or type, look at what would be read, keep it. */
export const Teach = ({ view, handlers }: TeachProps) => (
  <section class="teach" lang={view.tag} data-step={view.kind} aria-labelledby="heading">
    <div role="status">
      <h2 id="heading">{view.heading}</h2>
      {view.values && <p class="values">{view.values}</p>}
      <p id="text">{view.text}</p>
    </div>
    {view.problem && (
      <p class="problem" role="alert" data-verdict="fail">
        {view.problem}
      </p>
    )}
    {view.kind === 'point' && <TypedWords view={view} handlers={handlers} />}
    {view.kind === 'look' && <Choices view={view} handlers={handlers} />}
    {view.kind === 'kept' && (
      <div class="choices">
        <button type="button" data-do="close" ref={focusOnce} onClick={handlers.close}>
          {view.words.close}
        </button>
      </div>
    )}
  </section>
);
