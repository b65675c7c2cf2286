import { Button, Form } from 'antd';
import { EU_RESPONSIBLES, MANUFACTURERS } from '../../catalogue/pages/publish.ts';
import { AntChoice, NextChoice } from './fields.tsx';
import type { SectionProps } from './form.ts';

/** 合规信息: the qualifications, and whom the listing is associated with. Both libraries stand side by side here. */
export function ComplianceSection({ page, form: { values, set, upload } }: SectionProps) {
  return (
    <>
      {page.customs && <Form.Item label="海关监管属性">{page.customs}</Form.Item>}
      <Form.Item label="资质信息">
        {page.qualifications.length === 0 && <span className="unset">请先选择类目</span>}
        {page.qualifications.map(({ name, required, validUntil }, index) => (
          <div key={name} className="qualification-row">
            <span className="qualification-name">
              {required && <span className="qualification-star">*</span>}
              {name}
            </span>
            <span className="qualification-state">{values.uploaded[index] ? '已上传' : '未上传'}</span>
            {validUntil && <span className="qualification-date">{`有效期至：${validUntil}`}</span>}
            <Button type="link" size="small" onClick={() => upload(index)}>
              {values.uploaded[index] ? '查看' : '上传'}
            </Button>
          </div>
        ))}
      </Form.Item>
      <Form.Item label="关联欧盟责任人">
        <div className="association">
          <State name={values.euResponsible} />
          <AntChoice
            value={values.euResponsible}
            choices={EU_RESPONSIBLES}
            placeholder="请选择欧盟责任人"
            onChange={(euResponsible) => set({ euResponsible })}
          />
          <Button type="link">欧盟责任人管理</Button>
        </div>
      </Form.Item>
      <Form.Item label="关联制造商">
        <div className="association">
          <State name={values.manufacturer} />
          <NextChoice
            value={values.manufacturer}
            choices={MANUFACTURERS}
            placeholder="请选择制造商"
            onChange={(manufacturer) => set({ manufacturer })}
          />
          <Button type="link">制造商管理</Button>
        </div>
      </Form.Item>
    </>
  );
}

function State({ name }: { name: string | undefined }) {
  return <span className={`association-state ${name ? 'is-set' : ''}`}>{name ? '已关联' : '未关联'}</span>;
}
