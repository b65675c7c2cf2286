/** What happens in a view is no business of the page's shortcuts and handlers. */
const OWN_EVENTS = [
  ...['keydown', 'keypress', 'keyup', 'copy', 'wheel', 'contextmenu'],
  ...['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
];

const keepFromPage = (event: Event): void => event.stopPropagation();

/** The shadow root is open, and the page's scripts could press its buttons: only what a person does acts. */
const dropScripted = (event: Event): void => {
  if (!event.isTrusted) event.stopImmediatePropagation();
};

/** The element in which a view is drawn, not yet in the page. */
export function newHost(tag: string, kind: string): HTMLElement {
  const host = document.createElement(tag);
  host.setAttribute('data-ml', kind);
  const root = host.attachShadow({ mode: 'open' });
  for (const type of OWN_EVENTS) host.addEventListener(type, keepFromPage);
  // At the root, which also hears events that would never leave it.
  for (const type of [...OWN_EVENTS, 'input', 'change'])
    root.addEventListener(type, dropScripted, { capture: true });
  return host;
}
