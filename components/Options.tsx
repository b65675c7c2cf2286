import { Notifications, type NotificationsProps } from './Notifications.tsx';
import { OverlayKeys, type OverlayKeysProps } from './OverlayKeys.tsx';
import { Page, type PageProps } from './Page.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';
import { SiteMap, type SiteMapProps } from './SiteMap.tsx';

type OptionsProps = PageProps & ImportProps & NotificationsProps & OverlayKeysProps & SiteMapProps;

/** The page of what is too large for the popup. */
export const Options = (props: OptionsProps) => {
  const { t, overview, fault, onLanguage, hiding, onKeys, notifying, onNotify } = props;
  return (
    <Page t={t} overview={overview} fault={fault} onLanguage={onLanguage} beside={t('options')}>
      <ProductImport {...props} />
      <SiteMap {...props} />
      <Notifications t={t} notifying={notifying} onNotify={onNotify} />
      <OverlayKeys t={t} hiding={hiding} onKeys={onKeys} />
    </Page>
  );
};
