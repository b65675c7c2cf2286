import type { TypedProductPath } from '../facts/product-fields.ts';
import type { GuardView } from '../features/guards.ts';
import type { NoticeView } from '../features/health.ts';
import type { PanelView } from '../features/panels/view.ts';
import type { CardView } from '../features/present.ts';
import type { SiteMap } from '../rules/site-map.ts';
import type { FieldPlace } from '../site/taught.ts';

/** Draws what stands in the page. It is a script of its own, which comes when there is first something to draw. */
export interface Views {
  /** Draws into the host's shadow root and keeps the host beside the anchor until the returned function is called. */
  renderCard(host: HTMLElement, anchor: HTMLElement, view: CardView, onClose: () => void): () => void;
  /** Moves focus into the drawn card. */
  focusCard(host: HTMLElement): void;
  /** Draws into the host's shadow root; drawn again, what is unfolded stays so. */
  renderGuard(host: HTMLElement, view: GuardView): void;
  /** Draws into the host's shadow root; drawn again, what is unfolded or being typed stays so. */
  renderPanel(host: HTMLElement, view: PanelView, handlers: PanelHandlers): void;
  /** Draws into the host's shadow root; drawn again, what is unfolded stays so. */
  renderNotice(host: HTMLElement, view: NoticeView, handlers: NoticeHandlers): void;
  /** Lets a person teach where a field is now, until that is done or the returned function is called. */
  teach(request: TeachRequest): () => void;
}

/** A field that is to be taught. */
export interface TeachRequest {
  /** With a shadow root, in the page. */
  host: HTMLElement;
  place: FieldPlace;
  siteMap: SiteMap;
  onEnd(): void;
}

/** What a person does in the bar. */
export interface TeachHandlers {
  type(words: string): void;
  keep(): void;
  again(): void;
  close(): void;
}

/** What a person does in a notice. */
export interface NoticeHandlers {
  /** @returns whether it is in the clipboard now */
  copy(report: string): Promise<boolean>;
  /** Lets the person point at where a lost field is now. */
  teach(field: string): void;
  dismiss(): void;
}

/** What a person does in a panel. */
export interface PanelHandlers {
  tryPrice(text: string): void;
  /** @returns why the text can't be taken, in the panel's language; `null` where it was */
  type(path: TypedProductPath, text: string, currency: string | null): Promise<string | null>;
}
