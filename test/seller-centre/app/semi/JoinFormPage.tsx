import { Button, InputNumber, Select, Steps, Switch } from 'antd';
import { GoodsCell } from '../kit/goods.tsx';
import { AntSheet } from '../kit/sheets.tsx';
import { Panel, Redesigned } from '../kit/view.tsx';
import { type JoinProps, useEstimate, useWarehouse } from './estimate.ts';

const ENGLISH = ['Agreement', 'Supply-chain system', 'Return address', 'JIT exam'];
const STATUS = { 已完成: 'finish', 进行中: 'process', 未完成: 'wait' } as const;

/** The same in antd, without a dialog. */
export function JoinFormPage(props: JoinProps) {
  const { page } = props;
  const warehouse = useWarehouse(props);
  const estimate = useEstimate(props);
  const feeOf = (code: string) => estimate.fees.find(({ country }) => country.code === code)?.fee;
  return (
    <Redesigned title="Join semi-managed 加入半托管">
      <Panel title="Readiness 开通待办事项">
        <Steps
          size="small"
          items={page.steps.map(({ name, state }, index) => ({
            title: name,
            subTitle: state,
            description: ENGLISH[index],
            status: STATUS[state],
          }))}
        />
      </Panel>
      <Panel title="Product 商品">
        <GoodsCell goods={page} label="商品ID：" />
        {page.mark && <p>{`Semi-managed 半托管：${page.mark}`}</p>}
      </Panel>
      <Panel title="Package 包裹">
        <div className="field-grid">
          <label htmlFor="package-weight">Weight 包裹重量 (kg)</label>
          <span>
            <InputNumber
              id="package-weight"
              stringMode
              min="0"
              value={estimate.weight}
              onChange={(value) => estimate.setWeight(String(value ?? ''))}
            />{' '}
            <Button loading={estimate.busy} onClick={estimate.ask}>
              Estimate 预估运费
            </Button>
          </span>
          <label htmlFor="jit-warehouse">Warehouse JIT仓</label>
          <span>
            <Select
              id="jit-warehouse"
              className="wide-select"
              placeholder="Not chosen 未选择"
              value={warehouse.warehouse ?? null}
              disabled={warehouse.fixed}
              options={page.warehouses.map((name) => ({ value: name, label: name }))}
              onChange={warehouse.choose}
            />
          </span>
          <span>Base price 裸价</span>
          <span>{page.basePrice}</span>
        </div>
      </Panel>
      <Panel title="Destinations 加入国家">
        <AntSheet
          rows={page.countries}
          keyOf={({ country }) => country.code}
          columns={[
            { title: 'Freight 预估运费', cell: ({ country }) => feeOf(country.code) ?? '--' },
            { title: 'Sale 售卖状态', cell: ({ sellable }) => (sellable ? '可售' : '不可售') },
            { title: 'Code', cell: ({ country }) => country.code },
            { title: 'Country 国家/地区', cell: ({ country }) => country.name },
            { title: 'On', cell: ({ sellable }) => <Switch size="small" checked={sellable} disabled /> },
          ]}
        />
      </Panel>
      <div className="workbench-foot">
        <Button type="primary" loading={warehouse.busy} onClick={warehouse.join}>
          立即开通 Activate
        </Button>
      </div>
    </Redesigned>
  );
}
