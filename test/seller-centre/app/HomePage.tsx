import { FileTextOutlined, ShoppingOutlined } from '@ant-design/icons';
import { Alert, Card, Col, Row, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from './Link.tsx';
import { PATHS } from './navigation.ts';

/** The home page, and what stands in for every page that the stand-in doesn't rebuild. */
export function HomePage({ path }: { path: string }) {
  return (
    <div className="page">
      <Typography.Title level={4}>首页</Typography.Title>
      {path !== PATHS.home && path !== '/' && (
        <Alert
          className="page-note"
          type="info"
          showIcon
          message="仿真站没有重建这个页面"
          description={`The stand-in has no page at ${path}.`}
        />
      )}
      <Row gutter={16}>
        <Entry
          icon={<ShoppingOutlined />}
          path={PATHS.products}
          title="商品管理"
          text="查看、筛选和编辑店铺商品"
        />
        <Entry
          icon={<FileTextOutlined />}
          path={PATHS.orders}
          title="订单管理"
          text="查看全部订单与半托管订单"
        />
      </Row>
    </div>
  );
}

function Entry({ icon, path, title, text }: { icon: ReactNode; path: string; title: string; text: string }) {
  return (
    <Col span={8}>
      <Card className="ait-card-pure">
        <Card.Meta
          avatar={<span className="entry-icon">{icon}</span>}
          title={<Link path={path}>{title}</Link>}
          description={text}
        />
      </Card>
    </Col>
  );
}
