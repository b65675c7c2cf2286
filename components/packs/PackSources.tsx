import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PackPreview, PackSourceView } from '../../utils/packs/views.ts';
import { PackSource, type PackSourceProps } from './PackSource.tsx';

export interface PackSourcesProps extends Omit<PackSourceProps, 'source' | 'preview' | 'move'> {
  /** By the id of its source. */
  packPreviews: Readonly<Record<string, PackPreview>>;
  /** Puts the user's sources in this order, by their ids. */
  onOrder(sources: string[]): void;
}

/** The addresses in the order in which their packs are laid on. The user's can be moved, the organisation's stay first. */
export const PackSources = (props: PackSourcesProps & { sources: PackSourceView[] }) => {
  const { t, sources, packPreviews, onOrder } = props;
  const announced = useSignal('');
  const moving = useRef<{ from: string; button: HTMLElement; source: PackSourceView } | null>(null);
  const own = sources.filter(({ isManaged }) => !isManaged).map(({ id }) => id);
  const order = own.join();
  useLayoutEffect(() => {
    if (!moving.current || moving.current.from === order) return;
    const { button, source } = moving.current;
    moving.current = null;
    // The browser takes the focus from what is put elsewhere in the page.
    button.focus();
    announced.value = t('packMoved', source.url, own.indexOf(source.id) + 1, own.length);
  });
  const moveOf = (source: PackSourceView): PackSourceProps['move'] => {
    const at = own.indexOf(source.id);
    if (at < 0 || own.length < 2) return undefined;
    const to = (place: number, button: HTMLElement): void => {
      if (place < 0 || place >= own.length) return;
      moving.current = { from: order, button, source };
      onOrder(own.toSpliced(at, 1).toSpliced(place, 0, source.id));
    };
    return {
      isFirst: at === 0,
      isLast: at === own.length - 1,
      onUp: (button) => to(at - 1, button),
      onDown: (button) => to(at + 1, button),
    };
  };
  return (
    <>
      <ol class="pack-sources">
        {sources.map((source) => (
          <PackSource
            key={source.id}
            {...props}
            source={source}
            preview={packPreviews[source.id]}
            move={moveOf(source)}
          />
        ))}
      </ol>
      <p class="hint" role="status" data-moved>
        {announced}
      </p>
    </>
  );
};
