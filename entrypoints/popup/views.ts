import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Drafts } from '../../components/draft.ts';
import { VIEWS, type View } from '../../components/Popup.tsx';
import type { Translator } from '../../utils/i18n/translate.ts';
import type { Overview, StoreView } from '../../utils/messaging/protocol.ts';
import { remember } from '../../utils/storage/typing.ts';
import { showFault } from './state.ts';

/** What a view is about; all else it asks for itself. */
export interface ViewProps {
  t: Translator;
  overview: Overview;
  store: StoreView;
  drafts: Drafts;
}

type LazyView = Exclude<View, 'store'>;

/** The views that are loaded when they are first opened. */
const LAZY: Record<LazyView, () => Promise<{ default: ComponentType<ViewProps> }>> = {
  checklist: () => import('./checklist/view.tsx'),
  compare: () => import('./compare/view.tsx'),
  monitor: () => import('./monitor/view.tsx'),
};

export const loadedViews = signal<Partial<Record<View, ComponentType<ViewProps>>>>({});

/** The popup closes with every press elsewhere, and opens again where it was left. */
const LAST = 'view';

const isView = (name: string | null): name is View => VIEWS.some((view) => view === name);

const hash = location.hash.slice(1);
const last = localStorage.getItem(LAST);

/** An address can name a view: `popup.html#monitor`. */
export const view = signal<View>(isView(hash) ? hash : isView(last) ? last : 'store');

async function load(wanted: LazyView): Promise<void> {
  if (loadedViews.value[wanted]) return;
  try {
    const { default: component } = await LAZY[wanted]();
    loadedViews.value = { ...loadedViews.value, [wanted]: component };
  } catch (error) {
    showFault(error);
  }
}

export function openView(wanted: View): void {
  view.value = wanted;
  remember(LAST, wanted);
  if (wanted !== 'store') void load(wanted);
}

openView(view.value);
