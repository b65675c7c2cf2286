import { Card } from 'antd';
import { homePage } from '../../catalogue/pages/store.ts';
import { Lines, Metrics, Statistics } from '../kit/facts.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';
import { Link } from '../Link.tsx';
import { PATHS } from '../navigation.ts';

type Figures = ReturnType<typeof homePage>;

/** 首页: the store's figures and what waits to be done. */
export function HomePage(props: PageProps) {
  const page = useLoaded(homePage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? (
    <Workbench page={page} name={props.store.name} />
  ) : (
    <Dashboard page={page} name={props.store.name} />
  );
}

function Workbench({ page, name }: { page: Figures; name: string }) {
  return (
    <Evidence title="首页">
      <Card className="ait-card-pure" size="small" title={`${name}，经营概览`}>
        <Metrics
          facts={[
            ['近90天GMV', page.gmv90],
            ['日均订单量', page.ordersPerDay],
            ['近30天访客数', page.visitors],
            ['全托管店铺数', page.stores],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="待办事项">
        <Lines
          facts={[
            ['等待发货', page.toSend],
            ['待处理纠纷', page.openDisputes],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="常用入口">
        <div className="shortcuts">
          <Link path={PATHS.products}>商品管理</Link>
          <Link path={PATHS.orders}>订单管理</Link>
          <Link path={PATHS.semiManaged}>加入半托管</Link>
          <Link path={PATHS.fullCentre}>全托管中心</Link>
        </div>
      </Card>
    </Evidence>
  );
}

function Dashboard({ page, name }: { page: Figures; name: string }) {
  return (
    <Redesigned title="Overview 概览" lead={`Welcome back, ${name}`}>
      <Panel title="To do 待办">
        <Statistics
          facts={[
            ['Awaiting dispatch 等待发货', page.toSend],
            ['Open disputes 待处理纠纷', page.openDisputes],
          ]}
        />
      </Panel>
      <Panel title="Performance 经营数据">
        <Statistics
          facts={[
            ['Visitors, 30 days 近30天访客数', page.visitors],
            ['GMV, last 90 days 近90天GMV', page.gmv90],
            ['Orders per day 日均订单量', page.ordersPerDay],
            ['Full-managed stores 全托管店铺数', page.stores],
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
