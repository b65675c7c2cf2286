import { OverlayKeys, type OverlayKeysProps } from './OverlayKeys.tsx';
import { Page, type PageProps } from './Page.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';
import { Packs, type PacksProps } from './packs/Packs.tsx';
import { SiteMap, type SiteMapProps } from './SiteMap.tsx';

type OptionsProps = PageProps & ImportProps & OverlayKeysProps & PacksProps & SiteMapProps;

/** The page of what is too large for the popup. */
export const Options = (props: OptionsProps) => {
  const { t, overview, fault, onLanguage, hiding, onKeys } = props;
  return (
    <Page t={t} overview={overview} fault={fault} onLanguage={onLanguage} beside={t('options')}>
      <ProductImport {...props} />
      <Packs {...props} />
      <SiteMap {...props} />
      <OverlayKeys t={t} hiding={hiding} onKeys={onKeys} />
    </Page>
  );
};
