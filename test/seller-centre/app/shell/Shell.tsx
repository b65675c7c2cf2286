import { Layout } from 'antd';
import type { ReactNode } from 'react';
import type { Store } from '../../catalogue.ts';
import type { LayoutName } from '../settings.ts';
import { Banner } from './Banner.tsx';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';

/**
 * Header, left menu and the page between. The ids are the real shell's scroll root and its micro-frontend's root; the
 * other layout has neither.
 */
export function Shell(props: { address: URL; store: Store; layout: LayoutName; children: ReactNode }) {
  const { address, store, layout, children } = props;
  return (
    <Layout className="shell">
      <TopBar path={address.pathname} store={store} />
      <Banner />
      <Layout className="shell-body">
        <SideMenu path={address.pathname} />
        {layout === 'evidence' ? (
          <Layout.Content id="ait-layout-content" className="layout-content-container scroll-root">
            <div id="ait-microapp-content">{children}</div>
          </Layout.Content>
        ) : (
          <Layout.Content className="scroll-root">
            <div className="workspace">{children}</div>
          </Layout.Content>
        )}
      </Layout>
    </Layout>
  );
}
