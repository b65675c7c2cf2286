import { Layout } from 'antd';
import type { ReactNode } from 'react';
import type { Store } from '../../catalogue.ts';
import { Banner } from './Banner.tsx';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';

/** Header, left menu and the page between: the ids are the real shell's scroll root and its micro-frontend's root. */
export function Shell({ address, store, children }: { address: URL; store: Store; children: ReactNode }) {
  return (
    <Layout className="shell">
      <TopBar path={address.pathname} store={store} />
      <Banner />
      <Layout className="shell-body">
        <SideMenu path={address.pathname} />
        <Layout.Content id="ait-layout-content" className="layout-content-container">
          <div id="ait-microapp-content">{children}</div>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
