import { Button, Card, Form, Input, Tabs } from 'antd';
import { useState } from 'react';
import { BRANDS, CHEMICALS, ORIGINS } from '../../catalogue/pages/publish.ts';
import { pictureOf } from '../picture.ts';
import { ComplianceSection } from './ComplianceSection.tsx';
import { AntField } from './fields.tsx';
import { type PublishProps, type SectionProps, usePublishForm } from './form.ts';
import { PackageSection } from './PackageSection.tsx';
import { SkuSection } from './SkuSection.tsx';

const TABS = ['基本信息', '合规信息', 'SKU价格与库存', '包装与物流', '其它设置'];

/** One long form; the tabs above it lead to its parts. */
export function PublishSheet({ page }: PublishProps) {
  const form = usePublishForm(page);
  const [tab, setTab] = useState(TABS[0] ?? '');
  const show = (name: string): void => {
    setTab(name);
    document.getElementById(`part-${name}`)?.scrollIntoView({ behavior: 'auto', block: 'start' });
  };
  return (
    <div className="page publish">
      <Tabs
        className="publish-tabs"
        activeKey={tab}
        onChange={show}
        items={TABS.map((name) => ({ key: name, label: name }))}
      />
      <Form labelCol={{ flex: '168px' }} labelWrap colon={false}>
        <Part name="基本信息">
          <BasicSection page={page} form={form} />
        </Part>
        <Part name="合规信息">
          <ComplianceSection page={page} form={form} />
        </Part>
        <Part name="SKU价格与库存">
          <SkuSection page={page} form={form} />
        </Part>
        <Part name="包装与物流">
          <PackageSection page={page} form={form} />
        </Part>
        <Part name="其它设置">
          <Form.Item label="库存扣减方式">付款减库存</Form.Item>
          <Form.Item label="商品发布条款">我已阅读并同意</Form.Item>
        </Part>
      </Form>
      <div className="publish-foot">
        <Button type="primary">提交</Button>
        <Button>保存草稿</Button>
      </div>
    </div>
  );
}

function Part({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Card id={`part-${name}`} className="ait-card-pure" size="small" title={name}>
      {children}
    </Card>
  );
}

function BasicSection({ page, form: { values, set } }: SectionProps) {
  return (
    <>
      {page.productId && <Form.Item label="商品ID">{page.productId}</Form.Item>}
      <Form.Item label="类目" required>
        {page.category ?? <span className="unset">请选择类目</span>}
      </Form.Item>
      <Form.Item label="商品标题" required>
        <Input
          value={values.title}
          placeholder="请输入"
          onChange={(event) => set({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="商品图片" required>
        <div id="mainImage">
          {page.picture ? (
            <img src={pictureOf(page.picture)} alt="" width={80} height={80} />
          ) : (
            <Button>上传图片</Button>
          )}
        </div>
      </Form.Item>
      <AntField label="品牌" value={values.brand} choices={BRANDS} onChange={(brand) => set({ brand })} />
      <AntField
        label="产地（国家或地区）"
        value={values.origin}
        choices={ORIGINS}
        onChange={(origin) => set({ origin })}
      />
      <AntField
        label="高关注化学品"
        value={values.chemical}
        choices={CHEMICALS}
        onChange={(chemical) => set({ chemical })}
      />
    </>
  );
}
