import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import { Card } from '../../components/Card.tsx';
import reasonsCss from '../../components/reasons.css?inline';
import themeCss from '../../components/theme.css?inline';
import { sharedSheet } from '../../utils/dom/sheet.ts';
import type { CardView } from '../../utils/features/present.ts';
import cardCss from './card.css?inline';

const EDGE = 8;

const sheet = sharedSheet(themeCss + reasonsCss + cardCss);

/** Keeps the card beside its strip, so that the other chips stay in sight, and on the screen, whatever scrolls. */
function keepInPlace(host: HTMLElement, anchor: HTMLElement): () => void {
  const place = async (): Promise<void> => {
    const { x, y } = await computePosition(anchor, host, {
      strategy: 'fixed',
      placement: 'right-start',
      middleware: [
        offset(8),
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['bottom-start', 'top-start'] }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) =>
            host.style.setProperty('--room', `${Math.min(560, Math.max(240, availableHeight))}px`),
        }),
      ],
    });
    host.style.setProperty('--left', `${x}px`);
    host.style.setProperty('--top', `${y}px`);
  };
  return autoUpdate(anchor, host, () => void place());
}

const FOCUSABLE = 'button, summary, [tabindex="0"]';

/** Tab goes round inside the card while it holds the focus; Escape leads back to the chip. */
function keepFocusInside(root: ShadowRoot): void {
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Tab') return;
    const stops = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.checkVisibility());
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (root.activeElement !== edge && root.activeElement !== root.querySelector('.card')) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
}

/** Draws a card and keeps it in its place. */
export function renderCard(
  host: HTMLElement,
  anchor: HTMLElement,
  view: CardView,
  onClose: () => void,
): () => void {
  const root = host.shadowRoot;
  if (!root) return () => undefined;
  root.adoptedStyleSheets = [sheet()];
  keepFocusInside(root);
  render(<Card view={view} onClose={onClose} />, root);
  return keepInPlace(host, anchor);
}

/** Moves focus into a drawn card. */
export const focusCard = ({ shadowRoot }: HTMLElement): void =>
  shadowRoot?.querySelector<HTMLElement>('.card')?.focus();
