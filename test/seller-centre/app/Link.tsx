import type { MouseEvent, ReactNode } from 'react';
import { linkTo, navigate } from './navigation.ts';

/** A link within the site: a plain click goes there without a load of the document. */
export function Link({ path, children }: { path: string; children: ReactNode }) {
  const address = linkTo(path);
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (address !== window.location.pathname + window.location.search) navigate(address);
  };
  return (
    <a href={address} onClick={go}>
      {children}
    </a>
  );
}
