import type { ComponentChildren } from 'preact';

interface TabsProps<Tab extends string> {
  label: string;
  tabs: readonly { id: Tab; title: string }[];
  open: Tab;
  onOpen(tab: Tab): void;
  children: ComponentChildren;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** One of several views, chosen by its tab; the arrow keys lead from tab to tab. */
export function Tabs<Tab extends string>({ label, tabs, open, onOpen, children }: TabsProps<Tab>) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const place = tabs.findIndex(({ id }) => id === open);
    const step = STEPS[event.key];
    const next = { Home: 0, End: tabs.length - 1 }[event.key] ?? (step && place + step);
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (!tab) return;
    event.preventDefault();
    onOpen(tab.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === open}
            aria-controls="view"
            tabIndex={id === open ? 0 : -1}
            onClick={() => onOpen(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${open}`}>
        {children}
      </div>
    </>
  );
}
