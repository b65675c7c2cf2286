import {
  BarChartOutlined,
  CarOutlined,
  ClusterOutlined,
  FileTextOutlined,
  GiftOutlined,
  HomeOutlined,
  SafetyCertificateOutlined,
  ShoppingOutlined,
} from '@ant-design/icons';
import { Layout, Menu, type MenuProps } from 'antd';
import { Link } from '../Link.tsx';
import { PATHS } from '../navigation.ts';

const OPEN_SECTIONS = ['products', 'trade', 'shipping', 'managed', 'store'];

function entry(path: string, label: string) {
  return { key: path, label: <Link path={path}>{label}</Link> };
}

const items = (): NonNullable<MenuProps['items']> => [
  { ...entry(PATHS.home, '首页'), icon: <HomeOutlined /> },
  {
    key: 'products',
    icon: <ShoppingOutlined />,
    label: '商品',
    children: [
      entry(PATHS.products, '商品管理'),
      entry(PATHS.publish, '发布商品'),
      entry(PATHS.semiManaged, '加入半托管'),
    ],
  },
  {
    key: 'trade',
    icon: <FileTextOutlined />,
    label: '交易',
    children: [
      entry(PATHS.orders, '订单管理'),
      entry(PATHS.dadaOrders, '订单（旧版）'),
      entry(PATHS.disputes, '纠纷管理'),
    ],
  },
  { key: 'shipping', icon: <CarOutlined />, label: '物流', children: [entry(PATHS.shipping, '我要发货')] },
  {
    key: 'managed',
    icon: <ClusterOutlined />,
    label: '全托管',
    children: [
      entry(PATHS.fullCentre, '全托管中心'),
      entry(PATHS.mergeApply, '合并服务'),
      entry(PATHS.mergeMonitor, '合并服务监控台'),
      entry(PATHS.jitOrders, 'JIT采购单'),
      entry(PATHS.stock, '仓发备货'),
      entry(PATHS.deposit, '保证金'),
    ],
  },
  { key: 'marketing', icon: <GiftOutlined />, label: '营销', children: [entry(PATHS.campaigns, '平台活动')] },
  { key: 'data', icon: <BarChartOutlined />, label: '生意参谋', children: [entry(PATHS.rank, '商品排行')] },
  {
    key: 'store',
    icon: <SafetyCertificateOutlined />,
    label: '店铺',
    children: [entry(PATHS.assessment, '店铺考核'), entry(PATHS.storeExit, '店铺退店')],
  },
];

/** The left menu. Its links keep the store and the stand-in's parameters. */
export function SideMenu({ path }: { path: string }) {
  return (
    <Layout.Sider className="side-menu" width={176} theme="light">
      <Menu mode="inline" items={items()} selectedKeys={[path]} defaultOpenKeys={OPEN_SECTIONS} />
    </Layout.Sider>
  );
}
