import { OverlayKeys, type OverlayKeysProps } from './OverlayKeys.tsx';
import { Page, type PageProps } from './Page.tsx';
import { type ImportProps, ProductImport } from './ProductImport.tsx';

type OptionsProps = PageProps & ImportProps & OverlayKeysProps;

/** The page of what is too large for the popup. */
export const Options = ({ overview, fault, onLanguage, hiding, onKeys, ...ofImport }: OptionsProps) => {
  const { t } = ofImport;
  return (
    <Page t={t} overview={overview} fault={fault} onLanguage={onLanguage} beside={t('options')}>
      <ProductImport {...ofImport} />
      <OverlayKeys t={t} hiding={hiding} onKeys={onKeys} />
    </Page>
  );
};
