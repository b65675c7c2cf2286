import { Spin } from 'antd';
import { type ReactNode, useCallback } from 'react';
import type { Store } from '../../catalogue.ts';
import { useDelayed } from '../loading.ts';
import type { Settings } from '../settings.ts';

/** What every page is given. */
export interface PageProps {
  readonly store: Store;
  readonly settings: Settings;
  readonly query: URLSearchParams;
}

const call = <Value,>(load: () => Value): Value => load();

/** What a page shows, after the delay of a load; undefined until then. */
export function useLoaded<Value>(
  load: (channelId: string, options: { hostile: boolean }) => Value,
  { store, settings }: PageProps,
): Value | undefined {
  const question = useCallback(
    () => load(store.channelId, { hostile: settings.hostile }),
    [load, store.channelId, settings.hostile],
  );
  const { loading, answer } = useDelayed(question, call, settings.delay);
  return loading ? undefined : answer;
}

/** A page is an empty shell with a spinner until it has loaded. */
export function Waiting() {
  return (
    <div className="waiting">
      <Spin size="large" />
    </div>
  );
}

/** A page as the evidence has it: a title and what stands below it. */
export function Evidence({
  title,
  extra,
  children,
}: {
  title: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <div className="page-head">
        <h4 className="page-title">{title}</h4>
        {extra}
      </div>
      {children}
    </div>
  );
}

/** A page of the other layout: other nesting, other names. */
export function Redesigned({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="workbench">
      <header className="workbench-top">
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </main>
  );
}

export function Panel({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      <div className="panel-top">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}
