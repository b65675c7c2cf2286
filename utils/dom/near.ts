/** So far around what is seen, in its heights, an element counts as near; also within a box that scrolls by itself. */
const AROUND = '200%';

/** Tells when elements first come near what is seen. */
export class Near {
  readonly #near = new WeakSet<Element>();
  readonly #observer: IntersectionObserver;

  /** @param onNear called with elements that were asked for and are near now */
  constructor(onNear: (elements: Set<Element>) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        const near = new Set(
          entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target),
        );
        for (const element of near) this.add(element);
        if (near.size > 0) onNear(near);
      },
      { rootMargin: AROUND, scrollMargin: AROUND },
    );
  }

  /** Whether the element is near, or was once. One that is not is called back for. */
  has(element: Element): boolean {
    if (this.#near.has(element)) return true;
    this.#observer.observe(element);
    return false;
  }

  /** Takes an element for near, wherever it is. */
  add(element: Element): void {
    this.#near.add(element);
    this.#observer.unobserve(element);
  }

  /** Nobody is called back for any more. */
  forget(): void {
    this.#observer.disconnect();
  }
}
