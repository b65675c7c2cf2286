import NextSelect from '@alifd/next/es/select';
import { Form, Select } from 'antd';
import { optionsOf } from './form.ts';

interface FieldProps {
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly onChange: (value: string | undefined) => void;
  readonly placeholder?: string;
}

export function AntChoice({ value, choices, onChange, placeholder = '请选择' }: FieldProps) {
  return (
    <Select
      className="field-select"
      value={value ?? null}
      placeholder={placeholder}
      options={optionsOf(choices)}
      allowClear
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

export function NextChoice({ value, choices, onChange, placeholder = '请选择' }: FieldProps) {
  return (
    <NextSelect
      className="field-select"
      value={value ?? ''}
      placeholder={placeholder}
      dataSource={optionsOf(choices)}
      hasClear
      onChange={(chosen: unknown) => onChange(chosen ? String(chosen) : undefined)}
    />
  );
}

/** An attribute of the listing: antd's label beside its select. */
export function AntField({ label, ...rest }: FieldProps & { label: string }) {
  return (
    <Form.Item label={label}>
      <AntChoice {...rest} />
    </Form.Item>
  );
}

/** The other layout's field: the label above. */
export function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="entry">
      <div className="entry-name">{label}</div>
      <div className="entry-value">{children}</div>
    </div>
  );
}
