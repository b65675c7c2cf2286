const ATTRIBUTES = ['class', 'hidden', 'src', 'style'];

/**
 * Tells at once when the page shows anything that a selector finds, and when it shows it no more. What is in the
 * document but hidden is not shown; looks only where a change is about such an element.
 */
export function watchShown(
  selector: string,
  onChange: (isShown: boolean) => void,
  signal: AbortSignal,
): void {
  let found: Element[] = [];
  let isShown = false;

  const look = (): void => {
    found = [...document.querySelectorAll(selector)];
    const isShownNow = found.some((element) => element.checkVisibility());
    if (isShownNow === isShown) return;
    isShown = isShownNow;
    onChange(isShown);
  };

  const holds = (node: Node): boolean =>
    node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);
  const concerns = ({ type, target, addedNodes }: MutationRecord): boolean =>
    type === 'attributes' ? (target as Element).matches(selector) : [...addedNodes].some(holds);

  const observer = new MutationObserver((records) => {
    if (found.length > 0 || records.some(concerns)) look();
  });
  observer.observe(document, {
    attributeFilter: ATTRIBUTES,
    attributes: true,
    childList: true,
    subtree: true,
  });
  signal.addEventListener('abort', () => observer.disconnect());
  look();
}
