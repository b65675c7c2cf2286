import type { OrderTag } from '../../catalogue/types.ts';

/** An order's mark, as the real site's own layer of components names it. */
export function ColourTag({ tag }: { tag: OrderTag }) {
  return (
    <span className={`chc-color-tag ${tag === '半托管' ? 'chc-color-tag-blue' : 'chc-color-tag-grey'}`}>
      {tag}
    </span>
  );
}
