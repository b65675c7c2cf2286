import { Page, type PageProps } from './Page.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';
import { SiteMap, type SiteMapProps } from './SiteMap.tsx';

type OptionsProps = PageProps & ImportProps & SiteMapProps;

/** The page of what is too large for the popup. */
export const Options = (props: OptionsProps) => {
  const { t, overview, fault, onLanguage } = props;
  return (
    <Page t={t} overview={overview} fault={fault} onLanguage={onLanguage} beside={t('options')}>
      <ProductImport {...props} />
      <SiteMap {...props} />
    </Page>
  );
};
