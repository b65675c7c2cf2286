/** What JSX may hold: elements, texts, and lists of them; nothing is drawn for `false`, `null` and `undefined`. */
type Child = Node | string | number | boolean | null | undefined | readonly Child[];

interface Props {
  children?: Child;
  [name: string]: unknown;
}

const SVG_NAMES: readonly string[] = ['svg', 'path'];

const elementOf = (name: string): Element =>
  SVG_NAMES.includes(name)
    ? document.createElementNS('http://www.w3.org/2000/svg', name)
    : document.createElement(name);

/** Text is only ever text: a string child becomes a text node. */
function append(parent: Node, child: Child): void {
  if (Array.isArray(child)) for (const each of child) append(parent, each);
  else if (child instanceof Node) parent.appendChild(child);
  else if (typeof child === 'string' || typeof child === 'number')
    parent.appendChild(new Text(String(child)));
}

function setProp(element: Element, name: string, value: unknown): void {
  if (name.startsWith('on')) element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
  else if (value !== undefined && value !== null && value !== false)
    element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * JSX as elements, made once and never updated. The card is drawn anew whenever it changes, so its file needs no
 * more of Preact than this: wxt.config.ts puts it in the place of `preact/jsx-runtime` there.
 */
export function jsx(type: string | ((props: Props) => Node), props: Props): Node {
  if (typeof type !== 'string') return type(props);
  const element = elementOf(type);
  const { children, ...others } = props;
  for (const [name, value] of Object.entries(others)) setProp(element, name, value);
  append(element, children);
  return element;
}

/** JSX with several children: here no different. */
export const jsxs: typeof jsx = (type, props) => jsx(type, props);

/** Several nodes side by side. */
export function Fragment({ children }: Props): Node {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
}
