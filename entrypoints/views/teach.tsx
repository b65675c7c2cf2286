import { render } from 'preact';
import { Teach } from '../../components/Teach.tsx';
import themeCss from '../../components/theme.css?inline';
import { pick } from '../../utils/dom/pick.ts';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import type { TeachHandlers, TeachRequest } from '../../utils/dom/views.ts';
import type { TeachStep } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { type Lesson, lessonAt, lessonFor } from '../../utils/site/teach.ts';
import teachCss from './teach.css?inline';

const sheet = sharedSheet(themeCss + teachCss);

type Found = Extract<Lesson, { values: unknown }>;

/** One field being taught, from the first look to the words that are kept. */
class Teaching {
  readonly #request: TeachRequest;
  readonly #bar = document.createElement('div');
  readonly #outline = Object.assign(document.createElement('div'), { className: 'outline', hidden: true });
  readonly #over = new AbortController();
  #picking = new AbortController();
  #found: Found | undefined;
  #asked = 0;

  constructor(request: TeachRequest) {
    this.#request = request;
    const root = request.host.shadowRoot;
    if (!root) throw new Error('A view needs a shadow root');
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#bar, this.#outline);
    addEventListener('keydown', this.#onKey, { capture: true, signal: this.#over.signal });
    this.#point();
  }

  readonly end = (): void => {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    this.#picking.abort();
    render(null, this.#bar);
    this.#request.onEnd();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.end();
  };

  readonly #handlers: TeachHandlers = {
    type: (text) => this.#learn(lessonFor(document.body, this.#request.place, text, this.#request.siteMap)),
    keep: () => void this.#keep(),
    again: () => this.#point(),
    close: this.end,
  };

  #point(): void {
    this.#picking.abort();
    this.#picking = new AbortController();
    const { host, place, siteMap } = this.#request;
    const onPick = (element: Element): void => this.#learn(lessonAt(document.body, place, element, siteMap));
    pick({ host, outline: this.#outline, onPick }, this.#picking.signal);
    void this.#show({ kind: 'point', problem: null });
  }

  #learn(lesson: Lesson): void {
    if ('problem' in lesson) {
      void this.#show({ kind: 'point', problem: lesson });
      return;
    }
    this.#picking.abort();
    this.#found = lesson;
    void this.#show({ kind: 'look', lesson });
  }

  async #keep(): Promise<void> {
    const lesson = this.#found;
    if (!lesson) return;
    const { words } = lesson;
    const taught = [{ ...this.#request.place, words }];
    const { isKept } = await send('taught.keep', { taught }).catch(() => ({ isKept: false }));
    if (this.#over.signal.aborted) return;
    await this.#show(isKept ? { kind: 'kept', words } : { kind: 'not-kept', lesson });
    // Nobody has to close what only says that it is done.
    const { signal } = this.#over;
    if (isKept) addEventListener('pointerdown', this.#onPressElsewhere, { capture: true, signal });
  }

  readonly #onPressElsewhere = ({ target, isTrusted }: Event): void => {
    if (isTrusted && target !== this.#request.host) this.end();
  };

  async #show(step: TeachStep): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const view = await send('teach.view', { ...this.#request.place, step }).catch(() => undefined);
    if (asked !== this.#asked || this.#over.signal.aborted) return;
    if (view) render(<Teach key={view.kind} view={view} handlers={this.#handlers} />, this.#bar);
    else this.end();
  }
}

/** Lets a person teach where a field is now. @returns what ends it */
export const teach = (request: TeachRequest): (() => void) => new Teaching(request).end;
