/** Rows of cells as aligned columns of text; numbers stand to the right. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column] ?? '').length));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const size = widths[column] ?? 0;
          return typeof cell === 'number' ? String(cell).padStart(size) : cell.padEnd(size);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
