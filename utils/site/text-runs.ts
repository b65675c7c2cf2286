/**
 * The texts of an element in document order, one for each stretch of neighbouring text nodes: React writes
 * `ID: {id}` as two nodes side by side, and they read as one. Empty stretches are left out.
 */
export function textRuns(element: Element): string[] {
  const runs: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let previous: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const continues = previous !== null && node.previousSibling === previous;
    if (continues) runs.push(`${runs.pop() ?? ''}${text}`);
    else runs.push(text);
    previous = node;
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '');
}
