import { Card, Descriptions, Statistic } from 'antd';
import type { ReactNode } from 'react';

/** A label and its value. A value that is undefined is not on the page, and neither is its label. */
export type Fact = readonly [label: string, value: ReactNode];

function given(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(([, value]) => value !== undefined);
}

/** antd's description list. */
export function Described({ facts, columns = 3 }: { facts: readonly Fact[]; columns?: number }) {
  return (
    <Descriptions
      size="small"
      column={columns}
      items={given(facts).map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}

/** `label：value`, in one line of text for each. */
export function Lines({ facts, name = 'info' }: { facts: readonly Fact[]; name?: string }) {
  return (
    <div className={`${name}-lines`}>
      {given(facts).map(([label, value]) => (
        <div key={label} className={`${name}-line`}>
          {`${label}：`}
          <span className={`${name}-value`}>{value}</span>
        </div>
      ))}
    </div>
  );
}

/** Tiles with the label above the figure. */
export function Metrics({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="metric-cards">
      {given(facts).map(([label, value]) => (
        <div key={label} className="metric-card">
          <div className="metric-card--label">{label}</div>
          <div className="metric-card--value">{value}</div>
        </div>
      ))}
    </div>
  );
}

/** antd's statistics, which take a figure apart: `USD `, `5,000`, `.00`. */
export function Statistics({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="kpi-grid">
      {given(facts).map(([label, value]) => (
        <Card key={label} size="small">
          <Statistic title={label} {...partsOf(String(value))} />
        </Card>
      ))}
    </div>
  );
}

function partsOf(text: string) {
  const [, prefix, number, places, suffix] = /^(\D*?)([\d,]+)(?:\.(\d+))?(\D*)$/.exec(text) ?? [];
  if (number === undefined) return { value: text };
  return {
    prefix: prefix?.trim() || undefined,
    value: `${number.replaceAll(',', '')}${places ? `.${places}` : ''}`,
    precision: places?.length ?? 0,
    suffix: suffix?.trim() || undefined,
  };
}

/** A plain definition list. */
export function Definitions({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="specs">
      {given(facts).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
