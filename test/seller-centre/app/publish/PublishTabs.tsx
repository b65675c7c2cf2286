import NextButton from '@alifd/next/es/button';
import NextInput from '@alifd/next/es/input';
import Tab from '@alifd/next/es/tab';
import { Switch } from 'antd';
import { BRANDS, CHEMICALS, EU_RESPONSIBLES, MANUFACTURERS, ORIGINS } from '../../catalogue/pages/publish.ts';
import { Definitions } from '../kit/facts.tsx';
import { NextSheet } from '../kit/sheets.tsx';
import { Redesigned } from '../kit/view.tsx';
import { AntChoice, Field, NextChoice } from './fields.tsx';
import { type PublishProps, type SectionProps, TEMPLATES, usePublishForm } from './form.ts';

/** Fusion's tabs, one pane at a time: the others are in the document, and hidden. */
export function PublishTabs({ page }: PublishProps) {
  const section: SectionProps = { page, form: usePublishForm(page) };
  return (
    <Redesigned title={page.productId ? 'Edit product 编辑商品' : 'New product 发布商品'}>
      <Tab shape="wrapped" lazyLoad={false}>
        <Tab.Item key="basic" title="Basics 基本信息">
          <Basics {...section} />
        </Tab.Item>
        <Tab.Item key="price" title="Price & stock SKU价格与库存">
          <Prices {...section} />
        </Tab.Item>
        <Tab.Item key="delivery" title="Delivery 包装与物流">
          <Delivery {...section} />
        </Tab.Item>
        <Tab.Item key="compliance" title="Compliance 合规信息">
          <Qualifications {...section} />
        </Tab.Item>
        <Tab.Item key="other" title="Other 其它设置">
          <Associations {...section} />
        </Tab.Item>
      </Tab>
      <div className="workbench-foot">
        <NextButton type="primary">Submit 提交</NextButton>
      </div>
    </Redesigned>
  );
}

function Basics({ page, form: { values, set } }: SectionProps) {
  return (
    <div className="entries">
      <Field label="Brand 品牌">
        <NextChoice value={values.brand} choices={BRANDS} onChange={(brand) => set({ brand })} />
      </Field>
      <Field label="Chemicals of concern 高关注化学品">
        <NextChoice value={values.chemical} choices={CHEMICALS} onChange={(chemical) => set({ chemical })} />
      </Field>
      <Field label="Origin 产地（国家或地区）">
        <NextChoice value={values.origin} choices={ORIGINS} onChange={(origin) => set({ origin })} />
      </Field>
      <Field label="Category 类目">{page.category ?? 'Not chosen 未选择'}</Field>
      <Field label="Title 商品标题">
        <NextInput.TextArea
          className="wide-input"
          value={values.title}
          rows={2}
          onChange={(title) => set({ title: String(title) })}
        />
      </Field>
      {page.productId && <Field label="Product ID 商品ID">{page.productId}</Field>}
    </div>
  );
}

function Prices({ page, form: { values, set, setPrice, regionalPrices } }: SectionProps) {
  return (
    <>
      <div className="ticket-grid">
        {page.skus.map((sku, index) => (
          <article key={sku.skuCode} className="ticket">
            <header>
              <b>{sku.spec}</b>
            </header>
            <Field label="Retail price 零售价(CNY)">
              <NextInput
                value={values.prices[index] ?? ''}
                onChange={(price) => setPrice(index, String(price))}
              />
            </Field>
            <Definitions
              facts={[
                ['Goods value 货值(CNY)', sku.cargoPrice],
                ['Stock 商家库存', sku.stock],
                ['SKU code 商家编码', sku.skuCode],
              ]}
            />
          </article>
        ))}
      </div>
      <Field label="Regional pricing 区域定价">
        <Switch
          checked={values.regional}
          checkedChildren="已设置"
          unCheckedChildren="不设置"
          onChange={(regional) => set({ regional })}
        />
      </Field>
      {values.regional && (
        <NextSheet
          rows={regionalPrices}
          keyOf={({ country }) => country.code}
          columns={[
            { title: 'Price 区域零售价(CNY)', cell: ({ price }) => price },
            { title: 'Country 国家/地区', cell: ({ country }) => country.name },
          ]}
        />
      )}
    </>
  );
}

function Delivery({ page, form: { values, set, destinations } }: SectionProps) {
  return (
    <div className="entries">
      <Field label="Ships to 运达国家/地区">
        <div className="chips">
          {destinations.map(({ code, name, english }) => (
            <span key={code} className="chip-country" title={english}>
              {name}
            </span>
          ))}
        </div>
      </Field>
      <Field label="Shipping template 运费模板">
        <NextChoice
          value={values.shippingTemplate}
          choices={TEMPLATES}
          onChange={(shippingTemplate) => set({ shippingTemplate })}
        />
      </Field>
      <Field label="Weight 包装重量(kg)">
        <NextInput
          value={values.packageWeight ?? ''}
          onChange={(packageWeight) => set({ packageWeight: String(packageWeight) })}
        />
      </Field>
      {page.packageSize && <Field label="Size 包装尺寸(cm)">{page.packageSize.join(' × ')}</Field>}
      {page.dispatchDays !== undefined && (
        <Field label="Handling time 发货期">{`${page.dispatchDays}天`}</Field>
      )}
    </div>
  );
}

function Qualifications({ page, form: { values, upload } }: SectionProps) {
  return (
    <>
      {page.customs && <Field label="Customs 海关监管属性">{page.customs}</Field>}
      <NextSheet
        rows={page.qualifications.map((qualification, index) => ({ ...qualification, index }))}
        keyOf={({ name }) => name}
        columns={[
          {
            title: 'Status 状态',
            width: 120,
            cell: ({ index }) => (values.uploaded[index] ? '已上传' : '未上传'),
          },
          { title: 'Valid until 有效期至', width: 150, cell: ({ validUntil }) => validUntil ?? '-' },
          { title: 'Qualification 资质信息', cell: ({ name }) => name },
          { title: 'Required 必填', width: 120, cell: ({ required }) => (required ? '是' : '否') },
          {
            title: '',
            width: 110,
            cell: ({ index }) => (
              <NextButton text type="primary" onClick={() => upload(index)}>
                Upload 上传
              </NextButton>
            ),
          },
        ]}
      />
    </>
  );
}

function Associations({ form: { values, set } }: SectionProps) {
  return (
    <div className="entries">
      <Field label="Manufacturer 关联制造商">
        <AntChoice
          value={values.manufacturer}
          choices={MANUFACTURERS}
          placeholder="未关联"
          onChange={(manufacturer) => set({ manufacturer })}
        />
      </Field>
      <Field label="EU responsible person 关联欧盟责任人">
        <NextChoice
          value={values.euResponsible}
          choices={EU_RESPONSIBLES}
          placeholder="未关联"
          onChange={(euResponsible) => set({ euResponsible })}
        />
      </Field>
    </div>
  );
}
