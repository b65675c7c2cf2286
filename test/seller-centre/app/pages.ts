import type { ComponentType } from 'react';
import { JitOrdersPage } from './full/JitOrdersPage.tsx';
import { StockPage } from './full/StockPage.tsx';
import type { PageProps } from './kit/view.tsx';
import { FullCentrePage } from './merge/FullCentrePage.tsx';
import { MergeApplyPage } from './merge/MergeApplyPage.tsx';
import { MergeMonitorPage } from './merge/MergeMonitorPage.tsx';
import { PATHS } from './navigation.ts';
import { OrderListPage } from './orders/OrderListPage.tsx';
import { ProductListPage } from './products/ProductListPage.tsx';
import { PublishPage } from './publish/PublishPage.tsx';
import { RankPage } from './semi/RankPage.tsx';
import { SemiJoinPage } from './semi/SemiJoinPage.tsx';
import { AssessmentPage } from './store/AssessmentPage.tsx';
import { DepositPage } from './store/DepositPage.tsx';
import { DisputesPage } from './store/DisputesPage.tsx';
import { HomePage } from './store/HomePage.tsx';
import { StoreExitPage } from './store/StoreExitPage.tsx';
import { DadaOrdersPage } from './trade/DadaOrders.tsx';
import { CreateShipmentPage, DadaDetailPage, OrderDetailPage, ShippingPage } from './trade/TradePage.tsx';

/** The pages by their paths. */
export const PAGES: Readonly<Record<string, ComponentType<PageProps>>> = {
  '/': HomePage,
  [PATHS.home]: HomePage,
  '/m_apps/home': HomePage,
  [PATHS.products]: ProductListPage,
  [PATHS.publish]: PublishPage,
  '/m_apps/product-publish-v2/pop': PublishPage,
  [PATHS.semiManaged]: SemiJoinPage,
  [PATHS.rank]: RankPage,
  [PATHS.orders]: OrderListPage,
  [PATHS.orderDetail]: OrderDetailPage,
  [PATHS.dadaOrders]: DadaOrdersPage,
  [PATHS.dadaDetail]: DadaDetailPage,
  [PATHS.shipping]: ShippingPage,
  [PATHS.createShipment]: CreateShipmentPage,
  [PATHS.assessment]: AssessmentPage,
  [PATHS.disputes]: DisputesPage,
  [PATHS.jitOrders]: JitOrdersPage,
  [PATHS.stock]: StockPage,
  [PATHS.fullCentre]: FullCentrePage,
  [PATHS.mergeApply]: MergeApplyPage,
  [PATHS.mergeMonitor]: MergeMonitorPage,
  [PATHS.deposit]: DepositPage,
  [PATHS.storeExit]: StoreExitPage,
};
