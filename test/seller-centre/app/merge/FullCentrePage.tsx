import { Button, Card, Tag } from 'antd';
import { fullCentrePage } from '../../catalogue/pages/merge.ts';
import { Described, Lines, Statistics } from '../kit/facts.tsx';
import { AntSheet, NextSheet } from '../kit/sheets.tsx';
import { Evidence, type PageProps, Panel, Redesigned, useLoaded, Waiting } from '../kit/view.tsx';
import { Link } from '../Link.tsx';
import { PATHS } from '../navigation.ts';

type Centre = ReturnType<typeof fullCentrePage>;

/** 全托管中心: made from the words of articles alone; nobody has described the page. */
export function FullCentrePage(props: PageProps) {
  const page = useLoaded(fullCentrePage, props);
  if (!page) return <Waiting />;
  return props.settings.layout === 'evidence' ? <Centre page={page} /> : <Account page={page} />;
}

function Centre({ page }: { page: Centre }) {
  return (
    <Evidence title="全托管中心" extra={<Tag color="processing">{page.status}</Tag>}>
      <Card className="ait-card-pure" size="small" title="经营主体">
        <Described
          facts={[
            ['企业名称', page.company],
            ['注册类型', page.registered],
            ['全托管服务', page.status],
            ['合并服务', page.mergeState],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="平台考核数据">
        <Described
          facts={[
            ['全托管店铺数', page.stores.length > 0 ? page.stores.length : undefined],
            ['近90天GMV', page.gmv90],
            ['店铺好评率', page.positiveRate],
            ['纠纷率', page.disputeRate],
            ['物流履约达标率', page.fulfilmentRate],
            ['同一类目可合并SKU数', page.mergeableSkus],
          ]}
        />
      </Card>
      <Card className="ait-card-pure" size="small" title="全托管店铺">
        <AntSheet
          rows={page.stores}
          keyOf={(store) => store.storeId}
          columns={[
            { title: '店铺ID', cell: (store) => store.storeId },
            { title: '店铺名称', cell: (store) => store.name },
            { title: '近90天GMV', cell: (store) => store.gmv90 },
            { title: '履约率', cell: (store) => store.fulfilmentRate },
          ]}
        />
        <div className="shortcuts">
          <Link path={PATHS.mergeApply}>合并服务</Link>
          <Link path={PATHS.mergeMonitor}>合并服务监控台</Link>
          <Link path={PATHS.deposit}>保证金</Link>
          <Button type="primary">申请加入全托管</Button>
        </div>
      </Card>
    </Evidence>
  );
}

function Account({ page }: { page: Centre }) {
  return (
    <Redesigned title="Full-managed account 全托管" lead={page.status}>
      <Statistics
        facts={[
          ['Fulfilment rate 物流履约达标率', page.fulfilmentRate],
          ['Dispute rate 纠纷率', page.disputeRate],
          ['Positive feedback 好评率', page.positiveRate],
          ['Mergeable SKUs 可合并SKU数', page.mergeableSkus],
          ['GMV, last 90 days 近90天GMV', page.gmv90],
          ['Full-managed stores 全托管店铺数', page.stores.length > 0 ? page.stores.length : undefined],
        ]}
      />
      <Panel title="Legal entity 经营主体">
        <Lines
          name="entity"
          facts={[
            ['Merge service 合并服务', page.mergeState],
            ['Registration 注册类型', page.registered],
            ['Company 企业名称', page.company],
          ]}
        />
      </Panel>
      <Panel title="Stores 店铺">
        <NextSheet
          rows={page.stores}
          keyOf={(store) => store.storeId}
          columns={[
            { title: 'Name 店铺名称', cell: (store) => store.name },
            { title: 'Fulfilment 履约率', cell: (store) => store.fulfilmentRate },
            { title: 'Region 区域', cell: () => 'CN' },
            { title: 'Store ID 店铺ID', cell: (store) => store.storeId },
            { title: 'GMV 90d 近90天GMV', cell: (store) => store.gmv90 },
          ]}
        />
      </Panel>
    </Redesigned>
  );
}
