import { STRIP_TAG } from './strip.ts';

/** A chip that a person points at or has focused, and the strip it stands in. */
export interface Chip {
  button: HTMLButtonElement;
  host: HTMLElement;
}

export interface ChipHandlers {
  /** Click, Enter or Space; `byKey` where focus should follow. */
  toggle(chip: Chip, byKey: boolean): void;
  pointAt(chip: Chip): void;
  pointAway(): void;
}

function chipOf(event: Event): Chip | undefined {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return undefined;
  const root = target.getRootNode();
  if (!(root instanceof ShadowRoot) || root.host.localName !== STRIP_TAG) return undefined;
  const button = target.closest('button');
  return button ? { button, host: root.host as HTMLElement } : undefined;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The arrow keys move inside a strip, which is one tab stop (WAI-ARIA toolbar pattern). */
function moveFocus({ button }: Chip, key: string): void {
  const buttons = [...(button.parentElement?.querySelectorAll('button') ?? [])];
  const step = STEPS[key];
  const next = step && buttons[step(buttons.indexOf(button), buttons.length - 1)];
  if (!next) return;
  button.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/**
 * One set of listeners for the chips of all strips. They listen at the window, before the page does, and keep
 * what belongs to a chip from the page's own handlers. Only what a person does acts: the page's scripts could
 * otherwise open cards.
 */
export function listenToChips(handlers: ChipHandlers, signal: AbortSignal): void {
  const listen = (type: string, handle: (chip: Chip, event: Event) => void): void =>
    window.addEventListener(
      type,
      (event) => {
        const chip = chipOf(event);
        if (!chip) return;
        event.stopImmediatePropagation();
        if (event.isTrusted) handle(chip, event);
      },
      { capture: true, signal },
    );
  // A click made by a key has no pointer detail.
  listen('click', (chip, event) => handlers.toggle(chip, (event as UIEvent).detail === 0));
  listen('pointerover', (chip) => handlers.pointAt(chip));
  listen('pointerout', () => handlers.pointAway());
  listen('keydown', (chip, event) => {
    const { key } = event as KeyboardEvent;
    if (!STEPS[key]) return;
    event.preventDefault();
    moveFocus(chip, key);
  });
  for (const type of ['keyup', 'keypress', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick']) {
    listen(type, () => undefined);
  }
}
