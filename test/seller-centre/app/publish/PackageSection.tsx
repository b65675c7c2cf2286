import { Form, Input } from 'antd';
import { AntField } from './fields.tsx';
import { type SectionProps, TEMPLATES } from './form.ts';

/** 包装与物流: the template, and where it leads. That the page lists the countries is made up. */
export function PackageSection({ page, form: { values, set, destinations } }: SectionProps) {
  return (
    <>
      <Form.Item label="包装重量(kg)">
        <Input
          className="short-input"
          value={values.packageWeight ?? ''}
          placeholder="请输入"
          onChange={(event) => set({ packageWeight: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="包装尺寸(cm)">
        {page.packageSize?.join(' × ') ?? <span className="unset">请输入</span>}
      </Form.Item>
      {page.dispatchDays !== undefined && <Form.Item label="发货期">{`${page.dispatchDays}天`}</Form.Item>}
      <AntField
        label="运费模板"
        value={values.shippingTemplate}
        choices={TEMPLATES}
        onChange={(shippingTemplate) => set({ shippingTemplate })}
      />
      <Form.Item label="运达国家/地区">
        {destinations.length > 0 ? (
          destinations.map(({ name }) => name).join('、')
        ) : (
          <span className="unset">请先选择运费模板</span>
        )}
      </Form.Item>
    </>
  );
}
