import { Button, Form, Input, Select } from 'antd';
import type { ListQuery } from '../../catalogue.ts';
import { QUALITIES } from './labels.ts';

export type Filters = Pick<ListQuery, 'productId' | 'words' | 'group' | 'quality' | 'shippingTemplate'>;

function options(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}

/** What a listing can be searched by. Only what was typed or chosen goes into the question. */
export function FilterForm(props: {
  groups: readonly string[];
  templates: readonly string[];
  onSearch: (filters: Filters) => void;
}) {
  const [form] = Form.useForm<Filters>();
  const reset = () => {
    form.resetFields();
    props.onSearch({});
  };
  const search = (filters: Filters) => {
    const given = Object.entries(filters).map(([name, value]) => [name, value?.trim()]);
    props.onSearch(Object.fromEntries(given.filter(([, value]) => value)) as Filters);
  };
  return (
    <Form form={form} layout="inline" className="filters" onFinish={search}>
      <Form.Item name="productId" label="商品ID">
        <Input placeholder="请输入完整的商品ID" allowClear />
      </Form.Item>
      <Form.Item name="words" label="商品名称">
        <Input placeholder="请输入商品名称关键词" allowClear />
      </Form.Item>
      <Form.Item name="group" label="商品分组">
        <Select placeholder="全部分组" options={options(props.groups)} allowClear />
      </Form.Item>
      <Form.Item name="quality" label="商品质量">
        <Select placeholder="全部" options={options(QUALITIES)} allowClear />
      </Form.Item>
      <Form.Item name="shippingTemplate" label="运费模板">
        <Select placeholder="全部模板" options={options(props.templates)} allowClear />
      </Form.Item>
      <Form.Item className="filters-buttons">
        <Button type="primary" htmlType="submit">
          查询
        </Button>
        <Button onClick={reset}>重置</Button>
      </Form.Item>
    </Form>
  );
}
