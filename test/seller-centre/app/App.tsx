import { ConfigProvider, theme } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { useLayoutEffect, useMemo } from 'react';
import { storeOf } from '../catalogue.ts';
import { HomePage } from './HomePage.tsx';
import { PATHS, useAddress } from './navigation.ts';
import { OrderListPage } from './orders/OrderListPage.tsx';
import { ProductListPage } from './products/ProductListPage.tsx';
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
      <Shell address={address} store={store}>
        <Page
          key={`${address.pathname} ${store.channelId}`}
          path={address.pathname}
          store={store}
          settings={settings}
        />
      </Shell>
    </ConfigProvider>
  );
}

type PageProps = Parameters<typeof ProductListPage>[0] & { path: string };

function Page({ path, ...rest }: PageProps) {
  if (path === PATHS.products) return <ProductListPage {...rest} />;
  if (path === PATHS.orders) return <OrderListPage {...rest} />;
  return <HomePage path={path} />;
}
