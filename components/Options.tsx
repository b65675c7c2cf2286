import { Backup, type BackupProps } from './backup/Backup.tsx';
import { Notifications, type NotificationsProps } from './Notifications.tsx';
import { OverlayKeys, type OverlayKeysProps } from './OverlayKeys.tsx';
import { Page, type PageProps } from './Page.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';
import { Packs, type PacksProps } from './packs/Packs.tsx';
import { SiteMap, type SiteMapProps } from './SiteMap.tsx';

type OptionsProps = PageProps &
  ImportProps &
  NotificationsProps &
  OverlayKeysProps &
  PacksProps &
  SiteMapProps & { backup: Omit<BackupProps, 'stores' | 't'> };

/** The page of what is too large for the popup. */
export const Options = (props: OptionsProps) => {
  const { t, overview, fault, onLanguage, hiding, onKeys, notifying, onNotify, backup } = props;
  return (
    <Page t={t} overview={overview} fault={fault} onLanguage={onLanguage} beside={t('options')}>
      <ProductImport {...props} />
      <Packs {...props} />
      <SiteMap {...props} />
      <Notifications t={t} notifying={notifying} onNotify={onNotify} />
      <Backup t={t} stores={overview.stores} {...backup} />
      <OverlayKeys t={t} hiding={hiding} onKeys={onKeys} />
    </Page>
  );
};
