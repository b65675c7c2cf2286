import type { GuardView } from '../features/guards.ts';
import type { CardView } from '../features/present.ts';

/** Draws what stands in the page. It is a script of its own, which comes when there is first something to draw. */
export interface Views {
  /** Draws into the host's shadow root and keeps the host beside the anchor until the returned function is called. */
  renderCard(host: HTMLElement, anchor: HTMLElement, view: CardView, onClose: () => void): () => void;
  /** Moves focus into the drawn card. */
  focusCard(host: HTMLElement): void;
  /** Draws into the host's shadow root; drawn again, what is unfolded stays so. */
  renderGuard(host: HTMLElement, view: GuardView): void;
}
