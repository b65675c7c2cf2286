import {
  BarChartOutlined,
  CarOutlined,
  FileTextOutlined,
  GiftOutlined,
  HomeOutlined,
  SafetyCertificateOutlined,
  ShoppingOutlined,
} from '@ant-design/icons';
import { Layout, Menu, type MenuProps } from 'antd';
import { Link } from '../Link.tsx';
import { PATHS } from '../navigation.ts';

const OPEN_SECTIONS = ['products', 'trade', 'shipping', 'store'];

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
    children: [entry(PATHS.orders, '订单管理'), entry(PATHS.disputes, '纠纷管理')],
  },
  { key: 'shipping', icon: <CarOutlined />, label: '物流', children: [entry(PATHS.shipping, '我要发货')] },
  { key: 'marketing', icon: <GiftOutlined />, label: '营销', children: [entry(PATHS.campaigns, '平台活动')] },
  { key: 'data', icon: <BarChartOutlined />, label: '生意参谋', children: [entry(PATHS.rank, '商品排行')] },
  {
    key: 'store',
    icon: <SafetyCertificateOutlined />,
    label: '店铺',
    children: [entry(PATHS.assessment, '店铺考核')],
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
