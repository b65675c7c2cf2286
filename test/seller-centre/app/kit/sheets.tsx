import NextTable from '@alifd/next/es/table';
import { Table } from 'antd';
import type { ReactNode } from 'react';

/** A column of either library's table. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width?: number;
}

interface SheetProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty?: string;
}

/** A table of antd's. */
export function AntSheet<Row extends object>({ columns, rows, keyOf, empty = '暂无数据' }: SheetProps<Row>) {
  const width = columns.reduce((sum, column) => sum + (column.width ?? 140), 0);
  return (
    <Table<Row>
      rowKey={keyOf}
      size="middle"
      pagination={false}
      dataSource={[...rows]}
      locale={{ emptyText: empty }}
      scroll={{ x: width }}
      columns={columns.map(({ title, cell, width = 140 }) => ({
        title,
        key: title,
        width,
        render: (_: unknown, row: Row) => cell(row),
      }))}
    />
  );
}

/** A table of Fusion's. */
export function NextSheet<Row extends object>({ columns, rows, keyOf, empty = '没有数据' }: SheetProps<Row>) {
  const minWidth = columns.reduce((sum, column) => sum + (column.width ?? 170), 0);
  return (
    <div className="sheet">
      <NextTable
        style={{ minWidth }}
        dataSource={rows.map((row) => ({ key: keyOf(row), row }))}
        primaryKey="key"
        hasBorder={false}
        tableLayout="fixed"
        emptyContent={empty}
      >
        {columns.map(({ title, cell, width }) => (
          <NextTable.Column
            key={title}
            title={title}
            {...(width && { width })}
            cell={(_value: unknown, _index: number, { row }: { row: Row }) => cell(row)}
          />
        ))}
      </NextTable>
    </div>
  );
}
