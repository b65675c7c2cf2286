const TYPED_IN = 'input:is([type="text"], [type="number"], :not([type])), textarea';

/** Texts that a component only measures by; all of the part may stand in a tab that is not open. */
function isHidden(node: Node, part: Element): boolean {
  const hider = node.parentElement?.closest('[aria-hidden="true"]');
  return hider !== null && hider !== undefined && hider !== part && part.contains(hider);
}

/** What a field of a form shows: an empty one its prompt, which says that nothing was chosen. */
function typedIn(node: Node): string {
  if (!(node instanceof Element && node.matches(TYPED_IN))) return '';
  const { value, placeholder } = node as HTMLInputElement;
  return (value || placeholder).trim();
}

/** The texts of an element but for those within what a selector finds. */
function textsIn(element: Element, except: string | undefined): TreeWalker {
  const document = element.ownerDocument;
  if (except === undefined) return document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const both = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  return document.createTreeWalker(element, both, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(except) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
}

/** The stretches of neighbouring text nodes, as they are written: React writes `ID: {id}` as two nodes side by side. */
function stretches(element: Element, except?: string): string[] {
  const runs: string[] = [];
  const walker = textsIn(element, except);
  let previous: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const continues = previous !== null && node.previousSibling === previous;
    if (continues) runs.push(`${runs.pop() ?? ''}${text}`);
    else runs.push(text);
    previous = node;
  }
  return runs;
}

/**
 * The texts of an element in document order, one for each stretch of neighbouring text nodes. Empty stretches are left
 * out.
 * @param except a selector of what is passed over
 */
export const textRuns = (element: Element, except?: string): string[] =>
  stretches(element, except)
    .map((run) => run.trim())
    .filter((run) => run !== '');

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All that a node shows, in one line: `98`, `.12` and `%` are one figure, but no two figures side by side are. */
export function shownText(node: Node): string {
  if (node instanceof Text) return inOneLine(node.data);
  if (!(node instanceof Element)) return '';
  let shown = '';
  for (const run of stretches(node)) {
    const areTwoFigures = /\d$/.test(shown) && /^\d/.test(run);
    shown += areTwoFigures ? ` ${run}` : run;
  }
  return inOneLine(shown);
}

/** The texts of a part of a form, and what is typed into its fields, in document order. */
export function formRuns(element: Element): string[] {
  const runs: string[] = [];
  const both = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = element.ownerDocument.createTreeWalker(element, both);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    const text = node instanceof Text ? node.data.trim() : typedIn(node);
    if (text !== '' && !isHidden(node, element)) runs.push(text);
  }
  return runs;
}
