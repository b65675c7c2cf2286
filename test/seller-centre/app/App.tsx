import { ConfigProvider, theme } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { useLayoutEffect, useMemo } from 'react';
import { storeOf } from '../catalogue.ts';
import type { PageProps } from './kit/view.tsx';
import { NotRebuilt } from './NotRebuilt.tsx';
import { useAddress } from './navigation.ts';
import { PAGES } from './pages.ts';
import { readSettings } from './settings.ts';
import { Shell } from './shell/Shell.tsx';

export function App() {
  const address = useAddress();
  const settings = useMemo(() => readSettings(address.searchParams), [address]);
  const accent = settings.dark ? '#6f90ff' : '#335ee8';
  const store = storeOf(address.searchParams.get('channelId'));

  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-theme', settings.dark ? 'dark' : 'light');
  }, [settings.dark]);

  const page = (
    <Page
      key={`${address.pathname} ${store.channelId}`}
      path={address.pathname}
      store={store}
      settings={settings}
      query={address.searchParams}
    />
  );
  return (
    <ConfigProvider
      prefixCls="ait"
      locale={zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      theme={{
        algorithm: settings.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { colorPrimary: accent, colorLink: accent, borderRadius: 6 },
        components: { Table: { cellPaddingBlock: 14, cellPaddingInline: 12 } },
      }}
    >
      {window.top === window ? (
        <Shell address={address} store={store} layout={settings.layout}>
          {page}
        </Shell>
      ) : (
        page
      )}
    </ConfigProvider>
  );
}

function Page({ path, ...rest }: PageProps & { path: string }) {
  const Found = PAGES[path];
  return Found ? <Found {...rest} /> : <NotRebuilt path={path} />;
}
