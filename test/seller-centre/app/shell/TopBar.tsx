import {
  BellOutlined,
  DownOutlined,
  MessageOutlined,
  QuestionCircleOutlined,
  ShopOutlined,
} from '@ant-design/icons';
import { Avatar, Badge, Dropdown, Layout } from 'antd';
import { STORES, type Store } from '../../catalogue.ts';
import { linkTo, navigate } from '../navigation.ts';

/** The header: the store that is open, and the other stores of the account to change to. */
export function TopBar({ path, store }: { path: string; store: Store }) {
  const items = STORES.map(({ channelId, name }) => ({ key: channelId, label: name }));
  return (
    <Layout.Header className="top-bar">
      <span className="top-bar-mark">
        <ShopOutlined />
      </span>
      <span className="top-bar-name">跨境卖家中心</span>
      <span className="top-bar-tag">仿真 Stand-in</span>
      <span className="top-bar-space" />
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          selectedKeys: [store.channelId],
          onClick: ({ key }) => navigate(linkTo(path, { channelId: key })),
        }}
      >
        <button type="button" className="store-switch">
          <ShopOutlined /> {store.name} <DownOutlined />
        </button>
      </Dropdown>
      <Badge dot>
        <MessageOutlined className="top-bar-icon" />
      </Badge>
      <BellOutlined className="top-bar-icon" />
      <QuestionCircleOutlined className="top-bar-icon" />
      <Avatar size={28} style={{ background: '#335ee8' }}>
        S
      </Avatar>
    </Layout.Header>
  );
}
