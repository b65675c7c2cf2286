import { Button, Form, Input, Popover, Radio, Table } from 'antd';
import { useState } from 'react';
import type { SkuRow } from '../../catalogue/pages/publish.ts';
import { AntSheet } from '../kit/sheets.tsx';
import type { SectionProps } from './form.ts';

type IndexedSku = SkuRow & { readonly index: number };

/** A cell's class and its header's, as both were seen. */
function named(column: string) {
  return {
    onCell: () => ({ className: `sell-sku-cell ${column}` }),
    onHeaderCell: () => ({ className: `sell-sku-head-cell ${column}` }),
  };
}

/** SKU价格与库存: the grid, in which a click puts an input in the place of the price. */
export function SkuSection({ page, form }: SectionProps) {
  const { values, set, setPrice, regionalPrices } = form;
  const skus = page.skus.map((sku, index): IndexedSku => ({ ...sku, index }));
  return (
    <>
      <Form.Item label="颜色">
        <div className="colour-items">
          {skus.length === 0 && <span className="unset">请添加颜色</span>}
          {skus.map((sku) => (
            <span key={sku.skuCode} className="posting-feild-color-item">
              {sku.spec}
            </span>
          ))}
        </div>
      </Form.Item>
      <div className="sku-tools">
        <BatchFill onFill={(price) => set({ prices: values.prices.map(() => price) })} />
      </div>
      <Table<IndexedSku>
        rowKey="skuCode"
        size="small"
        pagination={false}
        dataSource={skus}
        columns={[
          { title: '颜色', dataIndex: 'spec', width: 110 },
          {
            title: '零售价(CNY)',
            width: 130,
            ...named('col-skuPrice'),
            render: (_, { index }) => (
              <PriceCell index={index} price={values.prices[index] ?? ''} onChange={setPrice} />
            ),
          },
          {
            title: '货值(CNY)',
            width: 130,
            ...named('col-cargoPrice'),
            render: (_, sku) => sku.cargoPrice ?? '',
          },
          { title: '商家库存', width: 110, ...named('col-skuStock'), dataIndex: 'stock' },
          { title: '商家编码', dataIndex: 'skuCode', width: 180 },
        ]}
      />
      <Form.Item label="区域定价" className="regional">
        <Radio.Group
          value={values.regional}
          onChange={(event) => set({ regional: event.target.value === true })}
          options={[
            { value: false, label: '不设置' },
            { value: true, label: '按国家/地区设置' },
          ]}
        />
      </Form.Item>
      {values.regional && (
        <AntSheet
          rows={regionalPrices}
          keyOf={({ country }) => country.code}
          empty="请添加国家/地区"
          columns={[
            { title: '国家/地区', cell: ({ country }) => country.name },
            { title: '区域零售价(CNY)', cell: ({ price }) => price },
          ]}
        />
      )}
    </>
  );
}

function PriceCell(props: {
  index: number;
  price: string;
  onChange: (index: number, price: string) => void;
}) {
  const { index, price } = props;
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <button type="button" className="sku-value" onClick={() => setEditing(true)}>
        {price}
      </button>
    );
  }
  const commit = (text: string): void => {
    setEditing(false);
    if (/^\d+(\.\d{1,2})?$/.test(text)) props.onChange(index, text);
  };
  return (
    <Input
      size="small"
      autoFocus
      defaultValue={price}
      {...{ rowindex: String(index) }}
      onBlur={(event) => commit(event.target.value)}
      onPressEnter={(event) => commit(event.currentTarget.value)}
    />
  );
}

function BatchFill({ onFill }: { onFill: (price: string) => void }) {
  const [price, setPrice] = useState('');
  return (
    <Popover
      trigger="click"
      content={
        <div className="form-line">
          <Input placeholder="零售价(CNY)" value={price} onChange={(event) => setPrice(event.target.value)} />
          <Button
            className="sell-sku-common-confirm-btn"
            type="primary"
            onClick={() => price && onFill(price)}
          >
            确定
          </Button>
        </div>
      }
    >
      <Button>批量填充</Button>
    </Popover>
  );
}
